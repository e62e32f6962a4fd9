import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { FINE, detailAt } from './geometry';
import type { Coordinates } from './planar';
import { simplifyArcs } from './simplify';
import { decodeArcs } from './topology';

/** Rivers and lakes are context, not evidence: they are drawn this many times coarser than a coast. */
const COARSER = 0.9;
/** The greatest rank (1 is the Volga, 10 a brook) of rivers that are kept, by the tolerance of coasts there, km. */
const MOST_RANK = (coastKm: number) => (coastKm < 2 ? 8 : coastKm < 5 ? 6 : 4);
/** Steps of the grid of the world: 0.0045 degrees. */
const STEPS = 8e4;

interface WaterProperties {
  readonly rank?: number;
}
type Feature = GeoJSON.Feature<GeoJSON.Geometry, WaterProperties>;

/** Rivers and lakes for the map, thinned like the land. Empty when the base has none. */
export function emitContext(root: string): Topology {
  const rivers = readWaters(root, 'rivers').filter((item) => {
    const rank = item.properties.rank ?? 10;
    return rank <= MOST_RANK(detailAt(FINE, firstPoint(item.geometry)).coast);
  });
  const collect = (features: Feature[], keep: (item: Feature) => object): GeoJSON.FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.map((item) => ({ type: 'Feature', properties: keep(item), geometry: item.geometry })),
  });
  const whole = topology({
    rivers: collect(rivers, ({ properties }) => ({ rank: properties.rank ?? 10 })),
    lakes: collect(readWaters(root, 'lakes'), () => ({})),
  }) as unknown as Topology;
  const tolerances = decodeArcs(whole).map((arc) => detailAt(FINE, arc[0] ?? [0, 0]).coast * COARSER);
  const thinned = { ...whole, arcs: simplifyArcs(whole, tolerances) };
  return quantize(thinned as never, STEPS) as unknown as Topology;
}

function readWaters(root: string, name: 'rivers' | 'lakes'): Feature[] {
  const path = join(root, `base/${name}.topo.json`);
  if (!existsSync(path)) return [];
  const source = JSON.parse(readFileSync(path, 'utf8')) as Topology<Record<string, GeometryCollection<WaterProperties>>>;
  const object = source.objects[name];
  return object ? (feature(source, object).features as Feature[]) : [];
}

function firstPoint(geometry: GeoJSON.Geometry): [number, number] {
  let part: unknown = 'coordinates' in geometry ? geometry.coordinates : [0, 0];
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return (part as Coordinates[number]) ?? [0, 0];
}
