import polylabel from 'polylabel';
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { Day } from '../../src/lib/time/day';
import type { Label } from '../../src/lib/atlas/types';
import { km2Of } from './assign';
import { boundsOf, ringsContain, type Coordinates } from './planar';
import type { Partition } from './regions';
import { shapeOf } from './topology';

/** One row of the ledger as the labels need it. */
export interface LabelHolding {
  readonly region: number;
  readonly from: Day;
  readonly holder: number;
  readonly unit: number | null;
}

/** Letters are about this many times wider (as a word) than high: the space looked for is that shape. */
const WORD_ASPECT = 3.2;
/** A label is placed anew when its land grew or shrank by more than this, or when the land under it went. */
const MOVED_SHARE = 0.04;
/** Land smaller than this gets no label, km2. */
const LEAST_KM2 = 350;

/**
 * Where the names of states and administrative units fit, for every interval of days. The land of a polity is looked at whenever it
 * changes; its largest part gets the label, at the pole of inaccessibility in a plane squeezed so that a word, not a circle, has room.
 *
 * @param coarse a simplified partition: label points need no detail
 * @param holdings sorted by day
 */
export function placeLabels(coarse: Partition, holdings: readonly LabelHolding[], km2: readonly number[]): Label[] {
  const geometries = coarse.objects.regions.geometries as (Polygon | MultiPolygon)[];
  const labels: Label[] = [];
  for (const of of ['holder', 'unit'] as const) {
    const land = new Map<number, Set<number>>();
    const last: (number | null)[] = geometries.map(() => null);
    const open = new Map<number, { from: Day; at: [number, number]; width: number; km2: number; total: number; under: number }>();
    const close = (polity: number, to: Day): void => {
      const label = open.get(polity);
      open.delete(polity);
      if (label && label.from < to) {
        labels.push({ polity, of, at: label.at, width: label.width, km2: Math.round(label.km2), from: label.from, to });
      }
    };
    for (let at = 0; at < holdings.length; ) {
      const day = holdings[at]?.from ?? 0;
      const touched = new Set<number>();
      for (; at < holdings.length && holdings[at]?.from === day; at++) {
        const holding = holdings[at] as LabelHolding;
        const before = last[holding.region] ?? null;
        const after = of === 'holder' ? holding.holder : holding.unit;
        if (before === after) continue;
        if (before !== null) {
          land.get(before)?.delete(holding.region);
          touched.add(before);
        }
        if (after !== null) {
          const set = land.get(after) ?? new Set();
          land.set(after, set.add(holding.region));
          touched.add(after);
        }
        last[holding.region] = after;
      }
      for (const polity of touched) {
        const regions = land.get(polity) ?? new Set<number>();
        const total = [...regions].reduce((sum, region) => sum + (km2[region] ?? 0), 0);
        const label = open.get(polity);
        if (label && regions.has(label.under) && Math.abs(total - label.total) < MOVED_SHARE * label.total) continue;
        close(polity, day);
        const place = regions.size > 0 && total >= LEAST_KM2 ? fit(coarse, geometries, [...regions]) : null;
        if (place) open.set(polity, { ...place, from: day, total });
      }
    }
    for (const polity of [...open.keys()]) close(polity, Number.MAX_SAFE_INTEGER);
  }
  return labels.map(({ to, ...label }) => (to === Number.MAX_SAFE_INTEGER ? label : { ...label, to: to as Day }));
}

function fit(
  coarse: Partition,
  geometries: readonly (Polygon | MultiPolygon)[],
  regions: readonly number[],
): { at: [number, number]; width: number; km2: number; under: number } | null {
  const merged = mergeArcs(coarse, regions.map((region) => geometries[region] as Polygon));
  let best: Coordinates[] | null = null;
  let km2 = 0;
  for (const rings of shapeOf(coarse, merged as never)) {
    const size = km2Of(rings);
    if (size > km2) [best, km2] = [rings, size];
  }
  if (!best) return null;
  const squeezed = best.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, mercator(lat) * WORD_ASPECT]));
  const [west, , east] = boundsOf(squeezed[0] ?? []);
  const found = polylabel(squeezed, Math.max(0.05, (east - west) / 60));
  const lat = unmercator((found[1] as number) / WORD_ASPECT);
  const at: [number, number] = [round(found[0] as number), round(lat)];
  return { at, width: round(2 * found.distance), km2, under: nearestRegion(coarse, geometries, regions, at) };
}

function nearestRegion(
  coarse: Partition,
  geometries: readonly (Polygon | MultiPolygon)[],
  regions: readonly number[],
  [lon, lat]: [number, number],
): number {
  for (const region of regions) {
    const box = (geometries[region] as { bbox?: number[] }).bbox;
    if (box && (lon < box[0]! || lon > box[2]! || lat < box[1]! || lat > box[3]!)) continue;
    const polygons = shapeOf(coarse, geometries[region] as Polygon | MultiPolygon);
    if (polygons.some((rings) => ringsContain(rings, lon, lat))) return region;
  }
  return -1;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Mercator ordinate in degrees, as on the map. */
function mercator(lat: number): number {
  const bounded = Math.max(-84, Math.min(84, lat));
  return (Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) * 180) / Math.PI;
}

function unmercator(y: number): number {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}
