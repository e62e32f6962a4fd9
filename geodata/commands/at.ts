import { parseArgs } from 'node:util';
import { rewind } from '@turf/turf';
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon } from 'topojson-specification';
import type { Atlas } from '../../src/lib/atlas/atlas';
import type { Day } from '../../src/lib/time/day';
import type { Partition } from '../build/regions';
import { shapeOf } from '../build/topology';
import { exactPartition, openAtlas, readDay } from './atlas-files';
import { UsageError, type Command } from './command';
import { holdingFacts, holdingOrigin } from './holding-facts';

const LEVELS = ['state', 'region'];
/** Decimals of a degree: 0.11 m, finer than any line is known. */
const DECIMALS = 6;

/** `cordon at DATE`: the map of a day as GeoJSON. */
export const at: Command = {
  usage: [
    'at DATE [--level state|region]',
    'GeoJSON of who holds what on that day (state: regions of one holder, controller and status as one feature)',
  ],
  async run(args, around) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { level: { type: 'string', default: 'state' } },
    });
    const day = readDay(positionals[0]);
    if (!LEVELS.includes(values.level))
      throw new UsageError(`"${values.level}" is no level: expected state or region`);
    const atlas = await openAtlas(around);
    const partition = exactPartition(around.root);
    const features =
      values.level === 'region' ? regionsOn(atlas, partition, day) : statesOn(atlas, partition, day);
    around.print(JSON.stringify({ type: 'FeatureCollection', features }));
    return 0;
  },
};

type Feature = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;

function regionsOn(atlas: Atlas, partition: Partition, day: Day): Feature[] {
  return atlas.regions.map((region, index) => {
    const holding = atlas.holdingOn(index, day);
    return featureOf(region.id, partition, geometryOf(partition, index), {
      region: region.id,
      regionName: region.name,
      ...holdingFacts(atlas, holding, day),
      ...holdingOrigin(atlas, holding),
    });
  });
}

function statesOn(atlas: Atlas, partition: Partition, day: Day): Feature[] {
  const groups = new Map<string, number[]>();
  atlas.regions.forEach((_, index) => {
    const { holder, controller, status } = atlas.holdingOn(index, day);
    const key = `${holder} ${controller} ${status}`;
    const list = groups.get(key);
    if (list) list.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()].map((regions) => {
    const facts = holdingFacts(atlas, atlas.holdingOn(regions[0] ?? 0, day), day);
    const merged = mergeArcs(
      partition,
      regions.map((region) => geometryOf(partition, region) as Polygon),
    );
    return featureOf(
      [facts.holder, facts.controller, facts.status].join('/'),
      partition,
      merged as unknown as MultiPolygon,
      { ...facts },
    );
  });
}

function geometryOf(partition: Partition, region: number): Polygon | MultiPolygon {
  return partition.objects.regions.geometries[region] as Polygon | MultiPolygon;
}

/** A GeoJSON feature as RFC 7946 wants it: outer rings counter-clockwise, longitudes first. */
function featureOf(
  id: string,
  partition: Partition,
  geometry: Polygon | MultiPolygon,
  properties: object,
): Feature {
  const coordinates = shapeOf(partition, geometry).map((rings) =>
    rings.map((ring) => ring.map((point) => point.map((degrees) => Number(degrees.toFixed(DECIMALS))))),
  );
  const shape: GeoJSON.MultiPolygon | GeoJSON.Polygon =
    coordinates.length === 1
      ? { type: 'Polygon', coordinates: coordinates[0] ?? [] }
      : { type: 'MultiPolygon', coordinates };
  return { type: 'Feature', id, properties, geometry: rewind(shape) as typeof shape };
}
