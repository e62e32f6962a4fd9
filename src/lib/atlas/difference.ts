import type { Day } from '../time/day';
import type { Atlas } from './atlas';
import type { Change, Holding } from './types';

/** What one state gained and lost between two days, km2. */
export interface Balance {
  /** Index of the polity. */
  readonly polity: number;
  readonly gained: number;
  readonly lost: number;
}

/** Regions that went the same way between two days. */
export interface Transfer {
  readonly key: string;
  readonly before: Holding;
  readonly after: Holding;
  /** Indices, largest first. */
  readonly regions: readonly number[];
  readonly km2: number;
  /** The changes in between that moved any of them, in order. */
  readonly changes: readonly Change[];
}

export interface Difference {
  readonly regions: readonly number[];
  /** By holder: whose law applied. Largest movement first. */
  readonly byHolder: readonly Balance[];
  /** By controller: who had it in hand. */
  readonly byController: readonly Balance[];
  readonly transfers: readonly Transfer[];
}

/** What is different on day `b` from day `a`, whichever is earlier: gains are what a state has on `b` and had not on `a`. */
export function differenceBetween(atlas: Atlas, a: Day, b: Day): Difference {
  const [first, last] = a < b ? [a, b] : [b, a];
  const transfers = new Map<
    string,
    { before: Holding; after: Holding; regions: number[]; changes: Set<number> }
  >();
  const regions = atlas.changedRegions(a, b).filter((region) => {
    const before = atlas.holdingOn(region, a);
    const after = atlas.holdingOn(region, b);
    return before.holder !== after.holder || before.controller !== after.controller;
  });
  for (const region of regions) {
    const before = atlas.holdingOn(region, a);
    const after = atlas.holdingOn(region, b);
    const key = [before.holder, before.controller, after.holder, after.controller].join('>');
    // The unit may differ from region to region: it is no part of who holds the land.
    const transfer = transfers.get(key) ?? {
      before: { ...before, unit: null },
      after: { ...after, unit: null },
      regions: [],
      changes: new Set(),
    };
    transfer.regions.push(region);
    for (const { holding } of atlas.historyOf(region)) {
      if (holding.from > first && holding.from <= last && holding.change !== null)
        transfer.changes.add(holding.change);
    }
    transfers.set(key, transfer);
  }
  const km2 = (region: number) => atlas.regions[region]?.km2 ?? 0;
  return {
    regions,
    byHolder: balances(regions, km2, (region) => [
      atlas.holdingOn(region, a).holder,
      atlas.holdingOn(region, b).holder,
    ]),
    byController: balances(regions, km2, (region) => [
      atlas.holdingOn(region, a).controller,
      atlas.holdingOn(region, b).controller,
    ]),
    transfers: [...transfers]
      .map(([key, { before, after, regions: moved, changes }]) => ({
        key,
        before,
        after,
        regions: moved.sort((x, y) => km2(y) - km2(x)),
        km2: moved.reduce((sum, region) => sum + km2(region), 0),
        changes: [...changes]
          .sort((x, y) => x - y)
          .flatMap((at): Change[] => (atlas.changes[at] ? [atlas.changes[at]] : [])),
      }))
      .sort((x, y) => y.km2 - x.km2),
  };
}

function balances(
  regions: readonly number[],
  km2: (region: number) => number,
  polities: (region: number) => readonly [number, number],
): Balance[] {
  const sums = new Map<number, { gained: number; lost: number }>();
  const sumOf = (polity: number) => {
    const sum = sums.get(polity) ?? { gained: 0, lost: 0 };
    sums.set(polity, sum);
    return sum;
  };
  for (const region of regions) {
    const [before, after] = polities(region);
    if (before === after) continue;
    sumOf(before).lost += km2(region);
    sumOf(after).gained += km2(region);
  }
  return [...sums]
    .map(([polity, sum]) => ({ polity, ...sum }))
    .sort((x, y) => y.gained + y.lost - x.gained - x.lost);
}
