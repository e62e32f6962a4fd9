import { bboxClip } from '@turf/turf';
import polylabel from 'polylabel';
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { Day } from '../../src/lib/time/day';
import type { HoldingRow, Label } from '../../src/lib/atlas/types';
import { km2Of } from './assign';
import { boundsOf, ringsContain, type Coordinates } from './planar';
import type { Partition } from './regions';
import { shapeOf } from './topology';

/** Letters are about this many times wider (as a word) than high: the space looked for is that shape. */
const WORD_ASPECT = 3.2;
/** A label is placed anew when its land grew or shrank by more than this, or when the land under it went. */
const MOVED_SHARE = 0.04;
/** Land smaller than this gets no label, km2. */
const LEAST_KM2 = 350;
/** [west, south, east, north] of the land that the atlas opens on. A state that reaches far beyond it is named there, too. */
const HOME = [-11, 34, 45, 72] as const;
const LEAST_HOME_KM2 = 60_000;

interface Placement {
  readonly at: [number, number];
  readonly width: number;
  readonly km2: number;
  /** Region under the point. */
  readonly under: number;
  readonly home: boolean;
}

interface OpenLabels {
  readonly from: Day;
  readonly total: number;
  readonly placements: readonly Placement[];
}

/**
 * Where the names of states and administrative units fit, for every interval of days. The land of a polity is looked at whenever it
 * changes; its largest part gets the label, at the pole of inaccessibility in a plane squeezed so that a word, not a circle, has room.
 *
 * @param coarse a simplified partition: label points need no detail
 * @param rows the holdings of the bundle
 */
export function placeLabels(coarse: Partition, rows: readonly HoldingRow[], km2: readonly number[]): Label[] {
  const holdings = [...rows].sort((a, b) => a[1] - b[1]);
  return [
    ...labelsOf('holder', coarse, holdings, km2, ([, , holder]) => holder),
    ...labelsOf('unit', coarse, holdings, km2, ([, , , , , unit]) => (unit < 0 ? null : unit)),
  ];
}

function labelsOf(
  of: Label['of'],
  coarse: Partition,
  holdings: readonly HoldingRow[],
  km2: readonly number[],
  polityOf: (row: HoldingRow) => number | null,
): Label[] {
  const labels: Label[] = [];
  const land = new Map<number, Set<number>>();
  const last: (number | null)[] = km2.map(() => null);
  const open = new Map<number, OpenLabels>();
  const close = (polity: number, to?: Day): void => {
    const opened = open.get(polity);
    open.delete(polity);
    if (!opened || opened.from === to) return;
    for (const { at, width, km2: size, home } of opened.placements) {
      const span = { from: opened.from, ...(to === undefined ? {} : { to }) };
      labels.push({ polity, of, at, width, km2: Math.round(size), ...(home ? { home: true as const } : {}), ...span });
    }
  };
  const update = (polity: number, day: Day): void => {
    const regions = land.get(polity) ?? new Set<number>();
    const total = [...regions].reduce((sum, region) => sum + (km2[region] ?? 0), 0);
    const opened = open.get(polity);
    const isUnmoved =
      opened?.placements.every(({ under }) => regions.has(under)) &&
      Math.abs(total - opened.total) < MOVED_SHARE * opened.total;
    if (isUnmoved) return;
    close(polity, day);
    const placements = regions.size > 0 && total >= LEAST_KM2 ? place(coarse, [...regions]) : [];
    if (placements.length > 0) open.set(polity, { from: day, total, placements });
  };
  for (let at = 0; at < holdings.length; ) {
    const day = holdings[at]?.[1] ?? 0;
    const touched = new Set<number>();
    for (; at < holdings.length && holdings[at]?.[1] === day; at++) {
      const row = holdings[at] as HoldingRow;
      const [region] = row;
      const before = last[region] ?? null;
      const after = polityOf(row);
      if (before === after) continue;
      if (before !== null) land.get(before)?.delete(region);
      if (after !== null) land.set(after, (land.get(after) ?? new Set()).add(region));
      for (const polity of [before, after]) if (polity !== null) touched.add(polity);
      last[region] = after;
    }
    for (const polity of touched) update(polity, day);
  }
  for (const polity of [...open.keys()]) close(polity);
  return labels;
}

/** Where a name fits into the largest part of some regions; a second place near home when the first lies far from it. */
function place(coarse: Partition, regions: readonly number[]): Placement[] {
  const geometries = coarse.objects.regions.geometries as (Polygon | MultiPolygon)[];
  const merged = mergeArcs(
    coarse,
    regions.map((region) => geometries[region] as Polygon),
  );
  const parts = shapeOf(coarse, merged as unknown as MultiPolygon);
  const whole = fit(coarse, regions, parts, false);
  if (!whole || isHome(whole.at)) return whole ? [whole] : [];
  const clipped = parts.flatMap((rings) => {
    const { geometry } = bboxClip({ type: 'Polygon', coordinates: rings }, [...HOME]);
    return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Coordinates[][];
  });
  const home = fit(coarse, regions, clipped.filter((rings) => (rings[0]?.length ?? 0) > 3), true);
  return home && home.km2 >= LEAST_HOME_KM2 ? [whole, home] : [whole];
}

function isHome([lon, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = HOME;
  return lon > west && lon < east && lat > south && lat < north;
}

function fit(coarse: Partition, regions: readonly number[], parts: readonly Coordinates[][], home: boolean): Placement | null {
  let best: Coordinates[] | null = null;
  let km2 = 0;
  for (const rings of parts) {
    const size = km2Of(rings);
    if (size > km2) [best, km2] = [rings, size];
  }
  if (!best) return null;
  const squeezed = best.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, mercator(lat) * WORD_ASPECT]));
  const [west, , east] = boundsOf(squeezed[0] ?? []);
  const found = polylabel(squeezed, Math.max(0.05, (east - west) / 60));
  const lat = unmercator((found[1] as number) / WORD_ASPECT);
  const at: [number, number] = [round(found[0] as number), round(lat)];
  return { at, width: round(2 * found.distance), km2, under: regionUnder(coarse, regions, at), home };
}

function regionUnder(coarse: Partition, regions: readonly number[], [lon, lat]: [number, number]): number {
  const geometries = coarse.objects.regions.geometries as (Polygon | MultiPolygon)[];
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
