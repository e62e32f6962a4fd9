import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Atlas } from '../../src/lib/atlas/atlas';
import type { Bundle } from '../../src/lib/atlas/types';
import { dayFromIso, FIRST_DAY, LAST_DAY, type Day } from '../../src/lib/time/day';
import { build, DIST, distOf } from '../build/build';
import type { Partition } from '../build/regions';
import { UsageError, type Surroundings } from './command';

/** Builds what is out of date and opens the atlas. */
export async function openAtlas({ root, tell }: Surroundings): Promise<Atlas> {
  if (!existsSync(join(root, 'regions'))) {
    throw new UsageError(
      `no facts in ${root}: expected a folder like geodata/ with regions/, lines/ and changes/`,
    );
  }
  await build(root, (step) => tell(`${step} ...`));
  return new Atlas(JSON.parse(readFileSync(join(distOf(root), DIST.atlas), 'utf8')) as Bundle);
}

/** The partition as drawn, before simplification. Call after `openAtlas`. */
export function exactPartition(root: string): Partition {
  return JSON.parse(readFileSync(join(distOf(root), DIST.exact), 'utf8')) as Partition;
}

/**
 * Reads a date given by the user.
 * @throws UsageError when it is not a day of the atlas
 */
export function readDay(text: string | undefined): Day {
  if (text === undefined)
    throw new UsageError('a date is missing: expected YYYY-MM-DD, for example 1939-09-28');
  let day: Day;
  try {
    day = dayFromIso(text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (day < FIRST_DAY || day > LAST_DAY) {
    throw new UsageError(`${text} lies outside the atlas: expected a day from 1917-01-01 to 1955-12-31`);
  }
  return day;
}
