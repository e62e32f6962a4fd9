import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Atlas } from '../../src/lib/atlas/atlas';
import type { Day } from '../../src/lib/time/day';
import { readCsv } from '../build/csv';
import { Locator } from '../build/locate';
import { exactPartition, openAtlas, readDay } from './atlas-files';
import { UsageError, type Command } from './command';
import { holdingFacts, holdingOrigin } from './holding-facts';

/** `cordon where`: who holds a place on a day. */
export const where: Command = {
  usage: [
    'where LAT LON DATE | where --input FILE.csv',
    'who holds that place on that day, as JSON (FILE has the columns lat,lon,date: one line of JSON per row)',
  ],
  async run(args, around) {
    const { positionals, values } = parseArgs({
      // A negative latitude or longitude is no option.
      args: args.map((arg) => (/^-\d/.test(arg) ? ` ${arg}` : arg)),
      allowPositionals: true,
      options: { input: { type: 'string' } },
    });
    const questions = values.input === undefined ? [readQuestion(positionals)] : readQuestions(values.input);
    const atlas = await openAtlas(around);
    const locator = new Locator(exactPartition(around.root));
    for (const question of questions) around.print(JSON.stringify(answer(atlas, locator, question)));
    return 0;
  },
};

interface Question {
  readonly lat: number;
  readonly lon: number;
  readonly day: Day;
}

function readQuestion([lat, lon, date]: readonly (string | undefined)[]): Question {
  return {
    lat: readDegrees(lat, 'latitude', 90),
    lon: readDegrees(lon, 'longitude', 180),
    day: readDay(date?.trim()),
  };
}

function readQuestions(path: string): Question[] {
  if (!existsSync(path))
    throw new UsageError(`no file "${path}": expected a CSV file with the columns lat,lon,date`);
  try {
    return readCsv(readFileSync(path, 'utf8'), ['lat', 'lon', 'date']).map(({ line, cells }) => {
      try {
        return readQuestion([cells['lat'], cells['lon'], cells['date']]);
      } catch (error) {
        throw new UsageError(`${path}:${line}: ${(error as Error).message}`);
      }
    });
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

function readDegrees(text: string | undefined, what: string, most: number): number {
  const degrees = Number(text?.trim() === '' ? NaN : text);
  if (Number.isFinite(degrees) && Math.abs(degrees) <= most) return degrees;
  throw new UsageError(
    `"${text?.trim() ?? ''}" is no ${what}: expected degrees from -${most} to ${most}, for example where 54.69 25.28 1939-10-10`,
  );
}

const AT_SEA = {
  region: null,
  regionName: null,
  holder: null,
  holderName: null,
  controller: null,
  controllerName: null,
  status: null,
  unit: null,
  since: null,
  change: null,
  kmToBorder: null,
};

function answer(atlas: Atlas, locator: Locator, { lat, lon, day }: Question): object {
  const index = locator.regionAt(lon, lat);
  const region = atlas.regions[index];
  if (!region) return AT_SEA;
  const holding = atlas.holdingOn(index, day);
  const differ = (left: number, right: number) => {
    const a = atlas.holdingOn(left, day);
    const b = atlas.holdingOn(right, day);
    return a.holder !== b.holder || a.controller !== b.controller;
  };
  const km = locator.kmToBorder(lon, lat, differ);
  return {
    region: region.id,
    regionName: region.name,
    ...holdingFacts(atlas, holding, day),
    ...holdingOrigin(atlas, holding),
    kmToBorder: km === null ? null : Math.round(km * 10) / 10,
  };
}
