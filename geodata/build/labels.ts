import { bboxClip } from '@turf/turf';
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import { isWithin, type Day } from '../../src/lib/time/day';
import type { HoldingRow, Label } from '../../src/lib/atlas/types';
import { km2Of } from './assign';
import { roomiest, squeeze, type Obstacle, type Room } from './label-room';
import { ringsContain, type Coordinates } from './planar';
import type { Partition } from './regions';
import { shapeOf } from './topology';

/** A label is placed anew when its land grew or shrank by more than this, or when the land under it went. */
const MOVED_SHARE = 0.04;
/** Land smaller than this gets no label, km2. */
const LEAST_KM2 = 350;
/** [west, south, east, north] of the land that the atlas opens on. A state that reaches far beyond it is named there, too. */
const HOME = [-11, 34, 45, 72] as const;
const LEAST_HOME_KM2 = 60_000;
/** Half of the room that the sign of a town takes, in degrees of longitude on the map. */
const TOWN_SIGN = { halfWidth: 0.3, halfHeight: 0.2 };
/** A name keeps clear of towns where that leaves it this share of the room that it would have over them. */
const ROOM_BESIDE_TOWNS = 0.6;

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
 * changes; its largest part gets the label where there is most room: beside the names of its units, and beside great towns.
 *
 * @param coarse a simplified partition: label points need no detail
 * @param rows the holdings of the bundle
 * @param towns where the great towns lie
 */
export function placeLabels(
  coarse: Partition,
  rows: readonly HoldingRow[],
  km2: readonly number[],
  towns: readonly (readonly [number, number])[],
): Label[] {
  const holdings = [...rows].sort((a, b) => a[1] - b[1]);
  const signs = towns.map((at): Obstacle => ({ at, ...TOWN_SIGN }));
  const unitOf = ([, , , , , unit]: HoldingRow) => (unit < 0 ? null : unit);
  const units = labelsOf('unit', { coarse, holdings, km2, signs, names: [] }, unitOf);
  const holders = labelsOf('holder', { coarse, holdings, km2, signs, names: units }, ([, , holder]) => holder);
  return [...holders, ...units];
}

interface Ground {
  readonly coarse: Partition;
  /** By day. */
  readonly holdings: readonly HoldingRow[];
  readonly km2: readonly number[];
  /** Signs of great towns. */
  readonly signs: readonly Obstacle[];
  /** Names that are placed already. */
  readonly names: readonly Label[];
}

function labelsOf(of: Label['of'], ground: Ground, polityOf: (row: HoldingRow) => number | null): Label[] {
  const { coarse, holdings, km2 } = ground;
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
    const names = ground.names.filter(({ from, to }) => isWithin(day, from, to)).map(obstacleOf);
    const isUnmoved =
      opened?.placements.every(({ at, width, under }) => regions.has(under) && !isOver({ at, width }, names)) &&
      Math.abs(total - opened.total) < MOVED_SHARE * opened.total;
    if (isUnmoved) return;
    const placements =
      regions.size > 0 && total >= LEAST_KM2 ? place(coarse, [...regions], names, ground.signs) : [];
    if (JSON.stringify(placements) === JSON.stringify(opened?.placements)) return;
    close(polity, day);
    if (placements.length > 0) open.set(polity, { from: day, total, placements });
  };
  const renamed = new Set(ground.names.flatMap(({ from }) => from ?? []));
  const days = [...new Set([...holdings.map(([, day]) => day), ...renamed])].sort((a, b) => a - b);
  let at = 0;
  for (const day of days) {
    // A name that comes on this day may lie where another stands.
    const touched = new Set<number>(renamed.has(day) ? open.keys() : []);
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

const obstacleOf = ({ at, width }: Label): Obstacle => ({ at, halfWidth: width / 2 });

/** Whether a name lies over one of some others. */
function isOver(room: Room, names: readonly Obstacle[]): boolean {
  return names.some(({ at, halfWidth }) => {
    const reach = halfWidth + room.width / 2;
    return Math.abs(at[0] - room.at[0]) < reach && Math.abs(squeeze(at[1]) - squeeze(room.at[1])) < reach;
  });
}

/** Where a name fits into the largest part of some regions; a second place near home when the first lies far from it. */
function place(
  coarse: Partition,
  regions: readonly number[],
  names: readonly Obstacle[],
  signs: readonly Obstacle[],
): Placement[] {
  const fit = (parts: readonly Coordinates[][], home: boolean) =>
    fitBeside(coarse, regions, parts, { names, signs, home });
  const geometries = coarse.objects.regions.geometries as (Polygon | MultiPolygon)[];
  const merged = mergeArcs(
    coarse,
    regions.map((region) => geometries[region] as Polygon),
  );
  const parts = shapeOf(coarse, merged as unknown as MultiPolygon);
  const whole = fit(parts, false);
  if (!whole || isHome(whole.at)) return whole ? [whole] : [];
  const clipped = parts.flatMap((rings) => {
    const { geometry } = bboxClip({ type: 'Polygon', coordinates: rings }, [...HOME]);
    return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Coordinates[][];
  });
  const home = fit(
    clipped.filter((rings) => (rings[0]?.length ?? 0) > 3),
    true,
  );
  return home && home.km2 >= LEAST_HOME_KM2 ? [whole, home] : [whole];
}

function isHome([lon, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = HOME;
  return lon > west && lon < east && lat > south && lat < north;
}

function fitBeside(
  coarse: Partition,
  regions: readonly number[],
  parts: readonly Coordinates[][],
  { names, signs, home }: { names: readonly Obstacle[]; signs: readonly Obstacle[]; home: boolean },
): Placement | null {
  let best: Coordinates[] | null = null;
  let km2 = 0;
  for (const rings of parts) {
    const size = km2Of(rings);
    if (size > km2) [best, km2] = [rings, size];
  }
  if (!best) return null;
  const over = roomiest(best, names);
  const beside = roomiest(best, [...names, ...signs]);
  const found = beside.width >= ROOM_BESIDE_TOWNS * over.width ? beside : over;
  if (found.width <= 0) return null;
  const at: [number, number] = [round(found.at[0]), round(found.at[1])];
  return { at, width: round(found.width), km2, under: regionUnder(coarse, regions, at), home };
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
