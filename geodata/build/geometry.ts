import { quantize } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { km2Of } from './assign';
import type { AtlasData } from './atlas-data';
import { kmAlong, type Coordinates } from './planar';
import { polygonsOf, sidesOfArcs, type Partition } from './regions';
import { simplifyArcs } from './simplify';
import { arcsOf, decodeArcs } from './topology';

/** How much detail is kept: tolerances of simplification by class of arc, km, and the smallest island, km2. */
export interface Detail {
  readonly coast: number;
  readonly ordinary: number;
  readonly focus: number;
  readonly island: number;
}

/** Land is drawn in the more detail the nearer it lies to the subject of the atlas. */
interface Level {
  /** Europe from the Atlantic to the Urals. */
  readonly core: Detail;
  /** The rest of the Soviet Union and its neighbours in Asia. */
  readonly near: Detail;
  /** Everything else: context. */
  readonly far: Detail;
}

export const FINE: Level = {
  core: { coast: 2.8, ordinary: 2, focus: 0.65, island: 10 },
  near: { coast: 7, ordinary: 7, focus: 1.2, island: 120 },
  far: { coast: 22, ordinary: 18, focus: 4, island: 1200 },
};
export const COARSE: Level = {
  core: { coast: 18, ordinary: 15, focus: 11, island: 1200 },
  near: { coast: 32, ordinary: 22, focus: 14, island: 4000 },
  far: { coast: 80, ordinary: 50, focus: 30, island: 20000 },
};

/** [west, south, east, north] */
const CORE = [-11, 34, 60, 72] as const;
const NEAR = [25, 18, 180, 82] as const;

/** The detail of a level at a place. */
export function detailAt(level: Level, [lon, lat]: readonly [number, number]): Detail {
  const isIn = ([west, south, east, north]: readonly number[]) =>
    lon >= (west ?? 0) && lon <= (east ?? 0) && lat >= (south ?? 0) && lat <= (north ?? 0);
  return isIn(CORE) ? level.core : isIn(NEAR) ? level.near : level.far;
}

/** The tolerance of every arc of the partition, km. */
export function tolerancesOf({ partition, edges, lines }: AtlasData, level: Level): number[] {
  const arcs = decodeArcs(partition);
  return edges.map(({ left, right, line }, at) => {
    const arc = arcs[at] ?? [];
    const detail = detailAt(level, arc[arc.length >> 1] ?? [0, 0]);
    if (left === -1 || right === -1) return detail.coast;
    return detail[line === null ? 'ordinary' : (lines.get(line)?.facts.detail ?? 'ordinary')];
  });
}

/** Simplifies the partition; arcs keep their index, so that edges and regions stay as they are. */
export function simplifyPartition(data: AtlasData, level: Level): Partition {
  const arcs = simplifyArcs(data.partition, tolerancesOf(data, level));
  return { ...data.partition, arcs, transform: undefined } as unknown as Partition;
}

/** Drops islands too small to see, then arcs that nothing uses become empty: two equal points. */
export function dropSmallIslands(partition: Partition, level: Level): Partition {
  const sides = sidesOfArcs(partition);
  const shapes = polygonsOf(partition);
  const geometries = partition.objects.regions.geometries.map((geometry, at) => {
    if (geometry.type !== 'MultiPolygon') return geometry;
    const shape = geometry as MultiPolygon;
    const parts = shapes[at] ?? [];
    const sizes = parts.map(km2Of);
    const largest = Math.max(...sizes);
    const isIsland = (part: number) =>
      (shape.arcs[part] ?? []).flat().every((arc) => sides[arc < 0 ? ~arc : arc]?.includes(-1) ?? false);
    const isLargeEnough = (part: number) => (sizes[part] ?? 0) >= detailAt(level, parts[part]?.[0]?.[0] ?? [0, 0]).island;
    const arcs = shape.arcs.filter((_, part) => sizes[part] === largest || !isIsland(part) || isLargeEnough(part));
    return { ...geometry, arcs };
  });
  return { ...partition, objects: { regions: { ...partition.objects.regions, geometries } } } as Partition;
}

/** An arc that nothing uses keeps its place in the list. */
const NOTHING: Coordinates = [
  [0, 0],
  [0, 0],
];

/**
 * The topology as it is written: arcs unused after dropping islands are shortened to nothing, coordinates quantised.
 * @param steps into which the width and the height of the world are divided: 1e5 is 0.0036 degrees, about 240 m of longitude in Poland
 */
export function packGeometry(partition: Partition, steps: number): Topology {
  const used = new Set<number>();
  for (const geometry of partition.objects.regions.geometries) {
    for (const arc of arcsOf(geometry as Polygon | MultiPolygon)) used.add(arc < 0 ? ~arc : arc);
  }
  const arcs = (partition.arcs as Coordinates[]).map((arc, at) => (used.has(at) ? arc : NOTHING));
  const packed = quantize({ ...partition, arcs } as never, steps) as unknown as Partition;
  for (const geometry of packed.objects.regions.geometries as GeometryCollection['geometries']) {
    delete geometry.properties;
    delete geometry.bbox;
    delete geometry.id;
  }
  return packed;
}

/** Vertices and km of a partition, for the report. */
export function measure(partition: Partition): { arcs: number; vertices: number; km: number } {
  const arcs = decodeArcs(partition);
  return {
    arcs: arcs.length,
    vertices: arcs.reduce((sum, arc) => sum + arc.length, 0),
    km: Math.round(arcs.reduce((sum, arc) => sum + kmAlong(arc), 0)),
  };
}
