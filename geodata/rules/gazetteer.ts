import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GazetteerMiss, GazetteerResult } from '../../src/lib/atlas/report';
import { dayFromIso, isoFromDay, type Day } from '../../src/lib/time/day';
import type { AtlasData } from '../build/atlas-data';
import { readCsv, type CsvRow } from '../build/csv';
import type { Fault } from '../build/fault';
import { Locator } from '../build/locate';
import { listFiles } from '../build/read';
import { regionIds } from '../build/regions';
import type { ReplayedHolding } from '../build/replay';

const COLUMNS = ['place', 'lat', 'lon', 'date', 'holder', 'controller', 'source'];

/** At least this share of the gazetteer must have the right holder, and the right controller. */
const LEAST_RIGHT = 0.99;

/**
 * Every row of `gazetteer/*.csv` says who held a place on a day. Each miss is listed; it is a fault when less than 99 % of the rows are
 * right, or when the row itself cannot be read.
 */
export function checkGazetteer(data: AtlasData, faults: Fault[]): GazetteerResult {
  const locator = new Locator(data.partition);
  const regions = regionIds(data.partition);
  const misses: (GazetteerMiss & { fault: Fault })[] = [];
  const wrong = { holder: 0, controller: 0 };
  let count = 0;
  for (const file of listFiles(data.root, 'gazetteer', '.csv')) {
    const report = (line: number, message: string): Fault => ({ file, line, rule: 'gazetteer', message });
    let rows: CsvRow[];
    try {
      rows = readCsv(readFileSync(join(data.root, file), 'utf8'), COLUMNS);
    } catch (error) {
      faults.push(report(1, (error as Error).message));
      continue;
    }
    const seen = new Set<string>();
    for (const { line, cells } of rows) {
      const { place = '', lat, lon, date = '', holder = '', controller = '', source } = cells;
      const at: [number, number] = [Number(lon), Number(lat)];
      const problems = [
        ...[holder, controller].filter((id) => !data.facts.polities.has(id)).map((id) => `no polity "${id}"`),
        ...(lat !== '' && lon !== '' && Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90
          ? []
          : [`"${lat}, ${lon}" is no position in degrees`]),
        ...(source === '' ? ['say in the column source where the fact is from'] : []),
        ...(seen.has(`${lat},${lon},${date}`) ? [`${place} on ${date} stands here twice`] : []),
      ];
      seen.add(`${lat},${lon},${date}`);
      let day: Day | null = null;
      try {
        day = dayFromIso(date);
      } catch (error) {
        problems.push((error as Error).message);
      }
      if (problems.length > 0 || day === null) {
        faults.push(...problems.map((problem) => report(line, problem)));
        continue;
      }
      count++;
      const onDay = day;
      const now = (region: number) => holdingOn(data.ledger.holdings.get(regions[region] ?? ''), onDay);
      const region = locator.regionAt(...at);
      const holding = region < 0 ? null : now(region);
      if (holding?.holder !== holder) wrong.holder++;
      if (holding?.controller !== controller) wrong.controller++;
      if (holding?.holder === holder && holding.controller === controller) continue;
      const expected = [...new Set([holder, controller])].join(' / ');
      const found = holding
        ? `${[...new Set([holding.holder, holding.controller])].join(' / ')} (${regions[region]})`
        : 'sea';
      const differ = (a: number, b: number) =>
        now(a)?.holder !== now(b)?.holder || now(a)?.controller !== now(b)?.controller;
      const km = holding ? locator.kmToBorder(...at, differ) : null;
      const distance = km === null ? '' : `, ${km.toFixed(1)} km from the border of that day`;
      const fault = report(
        line,
        `${place} on ${isoFromDay(onDay)}: expected ${expected}, found ${found}${distance}`,
      );
      misses.push({ place, date, expected, found, km, fault });
    }
  }
  if (count > 0 && Math.max(wrong.holder, wrong.controller) > count * (1 - LEAST_RIGHT)) {
    faults.push(...misses.map(({ fault }) => fault));
  }
  return {
    rows: count,
    holderRight: count - wrong.holder,
    controllerRight: count - wrong.controller,
    misses: misses.map(({ fault: _fault, ...miss }) => miss),
  };
}

function holdingOn(holdings: readonly ReplayedHolding[] | undefined, day: Day): ReplayedHolding | null {
  return holdings?.findLast((holding) => holding.from <= day) ?? null;
}
