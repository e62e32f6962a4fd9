import { readFileSync } from 'node:fs';
import { Atlas } from '../../src/lib/atlas/atlas';
import type { Bundle } from '../../src/lib/atlas/types';
import { ShownDay } from '../../src/lib/map/shown-day';
import { FIRST_DAY, LAST_DAY, type Day } from '../../src/lib/time/day';
import { median, type Figure } from './figures';

const DAYS = 2000;
const ENLARGED = 10;

const readBundle = () =>
  JSON.parse(readFileSync(new URL('../../geodata/dist/atlas.json', import.meta.url), 'utf8')) as Bundle;

/** Days spread evenly over the whole span but visited in an order that jumps about. */
const days: readonly Day[] = Array.from(
  { length: DAYS },
  (_, at) => FIRST_DAY + ((at * 7919) % (LAST_DAY - FIRST_DAY)),
);

/** Median ms of one call. */
function timeOf(call: (at: number) => void): number {
  for (let at = 0; at < 200; at++) call(at);
  const times: number[] = [];
  for (let at = 0; at < DAYS; at++) {
    const start = performance.now();
    call(at);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** The atlas with ten times its regions and edges: the added ones lie elsewhere and have changes of their own on other days. */
function enlarged(bundle: Bundle): Bundle {
  const count = bundle.regions.length;
  const copies = Array.from({ length: ENLARGED }, (_, copy) => copy);
  return {
    ...bundle,
    regions: copies.flatMap((copy) =>
      bundle.regions.map((region) => ({ ...region, id: `${region.id}-${copy}` })),
    ),
    edges: copies.flatMap((copy) =>
      bundle.edges.map(
        ([left, right, line]) =>
          [
            left < 0 ? left : left + copy * count,
            right < 0 ? right : right + copy * count,
            line,
          ] as (typeof bundle.edges)[number],
      ),
    ),
    holdings: copies.flatMap((copy) =>
      bundle.holdings
        .filter((holding) => copy === 0 || holding[1] === FIRST_DAY)
        .map(
          (holding) =>
            [holding[0] + copy * count, ...holding.slice(1)] as unknown as (typeof bundle.holdings)[number],
        ),
    ),
  };
}

/** Median ms of showing each day of change from the day before it, without a map. */
function dayChange(atlas: Atlas): number {
  const shown = new ShownDay(
    atlas,
    [],
    'paper',
    () => undefined,
    () => undefined,
  );
  const changeDays = [...new Set(atlas.holdings.map(({ from }) => from))].filter((day) => day > FIRST_DAY);
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const day of changeDays) {
      shown.goTo(day - 1);
      const start = performance.now();
      shown.goTo(day);
      times.push(performance.now() - start);
    }
  }
  return median(times);
}

/** How dear questions to the whole atlas are, and how a day change grows with the number of regions. */
export function atlasFigures(): Figure[] {
  const bundle = readBundle();
  const atlas = new Atlas(bundle);
  const into = new Int32Array(atlas.regions.length);
  const small = dayChange(atlas);
  const large = dayChange(new Atlas(enlarged(bundle)));
  const dayAt = (at: number) => days[at % DAYS] ?? FIRST_DAY;
  return [
    {
      what: 'state of the whole atlas on a day',
      value: timeOf((at) => atlas.stateOn(dayAt(at), into)),
      unit: 'ms',
      target: 0.2,
    },
    {
      what: 'changes between two days',
      value: timeOf((at) => atlas.changesBetween(dayAt(at), dayAt(at + 1))),
      unit: 'ms',
      target: 1,
    },
    {
      what: 'regions that differ between two days',
      value: timeOf((at) => atlas.changedRegions(dayAt(at), dayAt(at + 1))),
      unit: 'ms',
      target: 1,
    },
    { what: 'day change without a map', value: small, unit: 'ms' },
    { what: 'day change, ten times the regions', value: large / small, unit: 'times', target: 2 },
  ];
}
