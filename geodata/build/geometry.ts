import { quantize } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { km2Of } from './assign';
import type { AtlasData } from './atlas-data';
import { kmAlong, type Coordinates } from './planar';
import { polygonsOf, sidesOfArcs, type Partition } from './regions';
import { simplifyArcs } from './simplify';
import { arcsOf, decodeArcs } from './topology';

/** Tolerances of simplification by class of arc, km. */
export interface Tolerances {
  readonly coast: number;
  readonly ordinary: number;
  readonly focus: number;
}

export const FINE: Tolerances = { coast: 1.6, ordinary: 1, focus: 0.35 };
export const COARSE: Tolerances = { coast: 9, ordinary: 6, focus: 3 };

/** Islands smaller than this are left off, unless they are all that a region has, km2. */
const LEAST_ISLAND_KM2 = { fine: 6, coarse: 150 };

/** Simplifies the partition; arcs keep their index, so that edges and regions stay as they are. */
export function simplifyPartition(data: AtlasData, tolerances: Tolerances): Partition {
  const { partition, edges, lines } = data;
  const tolerance = edges.map(({ left, right, line }) => {
    if (left === -1 || right === -1) return tolerances.coast;
    const detail = line === null ? 'ordinary' : (lines.get(line)?.facts.detail ?? 'ordinary');
    return tolerances[detail];
  });
  const arcs = simplifyArcs(partition, tolerance);
  return { ...partition, arcs, transform: undefined } as unknown as Partition;
}

/** Drops islands too small to see, then arcs that nothing uses become empty: two equal points. */
export function dropSmallIslands(partition: Partition, level: keyof typeof LEAST_ISLAND_KM2): Partition {
  const sides = sidesOfArcs(partition);
  const shapes = polygonsOf(partition);
  const geometries = partition.objects.regions.geometries.map((geometry, at) => {
    if (geometry.type !== 'MultiPolygon') return geometry;
    const shape = geometry as MultiPolygon;
    const sizes = (shapes[at] ?? []).map(km2Of);
    const largest = Math.max(...sizes);
    const isIsland = (part: number) =>
      (shape.arcs[part] ?? []).flat().every((arc) => sides[arc < 0 ? ~arc : arc]?.includes(-1) ?? false);
    const arcs = shape.arcs.filter(
      (_, part) => sizes[part] === largest || !isIsland(part) || (sizes[part] ?? 0) >= LEAST_ISLAND_KM2[level],
    );
    return { ...geometry, arcs };
  });
  return { ...partition, objects: { regions: { ...partition.objects.regions, geometries } } } as Partition;
}

/** The topology as it is written: arcs unused after dropping islands are shortened to nothing, coordinates quantised. */
export function packGeometry(partition: Partition): Topology {
  const used = new Set<number>();
  for (const geometry of partition.objects.regions.geometries) {
    for (const arc of arcsOf(geometry as Polygon | MultiPolygon)) used.add(arc < 0 ? ~arc : arc);
  }
  const arcs = (partition.arcs as Coordinates[]).map((arc, at) => (used.has(at) ? arc : [arc[0], arc[0]]));
  const packed = quantize({ ...partition, arcs } as never, 1e6) as unknown as Partition;
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
