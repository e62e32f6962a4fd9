import { feature, mergeArcs } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { facesTopology, type AssignedFace } from './assign';
import type { Coordinates } from './planar';
import { arcsOf, shapeOf } from './topology';

export interface RegionProperties {
  readonly id: string;
}

/** The partition: every region as one geometry over shared arcs, in order of id. */
export type Partition = Topology<{ regions: GeometryCollection<RegionProperties> }>;

/** Dissolves faces by region and rebuilds the arcs, so that each arc runs between exactly two regions, or a region and the sea. */
export function dissolve(faces: readonly AssignedFace[]): Partition {
  const topology = facesTopology(faces);
  const polygons = (topology.objects['faces'] as unknown as { geometries: Polygon[] }).geometries;
  const byRegion = new Map<string, Polygon[]>();
  faces.forEach((face, at) => {
    const polygon = polygons[at];
    if (!polygon) return;
    const list = byRegion.get(face.region);
    if (list) list.push(polygon);
    else byRegion.set(face.region, [polygon]);
  });
  const regions = [...byRegion].sort(([a], [b]) => (a < b ? -1 : 1));
  const features = regions.map(([id, list]) => ({
    type: 'Feature' as const,
    id,
    properties: { id },
    geometry: feature(topology, mergeArcs(topology, list)).geometry,
  }));
  const regionsOfAll: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features };
  return buildTopology({ regions: regionsOfAll }) as unknown as Partition;
}

/** The two regions beside every arc of a partition, by index of its geometries; -1 is the sea. */
export function sidesOfArcs(partition: Partition): [number, number][] {
  const sides: [number, number][] = partition.arcs.map(() => [-1, -1]);
  partition.objects.regions.geometries.forEach((geometry, region) => {
    const arcs = arcsOf(geometry as Polygon | MultiPolygon);
    for (const signed of arcs) {
      const side = sides[signed < 0 ? ~signed : signed];
      if (side) side[side[0] === -1 ? 0 : 1] = region;
    }
  });
  return sides;
}

/** Coordinates of each region as a list of polygons. */
export function polygonsOf(partition: Partition): Coordinates[][][] {
  return partition.objects.regions.geometries.map((geometry) => shapeOf(partition, geometry as Polygon | MultiPolygon));
}

/** Ids of the regions of a partition, in its order. */
export function regionIds(partition: Partition): string[] {
  return partition.objects.regions.geometries.map(({ properties }) => (properties as RegionProperties | undefined)?.id ?? '');
}
