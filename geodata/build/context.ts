import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantize, feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';

/** Detail of rivers and lakes on the map, km: they are context, not evidence. */
const TOLERANCE_KM = 1.2;
const KM2_PER_STERADIAN = 6371.0088 ** 2;

/** Rivers and lakes for the map, thinned. Empty when the base has none. */
export function emitContext(root: string): Topology {
  const objects: Record<string, GeoJSON.FeatureCollection> = {};
  for (const name of ['rivers', 'lakes']) {
    const path = join(root, `base/${name}.topo.json`);
    if (!existsSync(path)) {
      objects[name] = { type: 'FeatureCollection', features: [] };
      continue;
    }
    const source = JSON.parse(readFileSync(path, 'utf8')) as Topology;
    objects[name] = feature(source, source.objects[name] as never) as unknown as GeoJSON.FeatureCollection;
  }
  const whole = presimplify(topology(objects as never) as never, sphericalTriangleArea as never);
  const thinned = simplify(whole, TOLERANCE_KM ** 2 / 2 / KM2_PER_STERADIAN);
  return quantize(thinned as never, 1e5) as unknown as Topology;
}
