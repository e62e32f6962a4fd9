import { FIRST_DAY, LAST_DAY, type Day } from '../time/day';
import type { Atlas } from './atlas';

/** How much land a polity has from a day on, km2. */
export interface Extent {
  readonly from: Day;
  /** Under its law. */
  readonly held: number;
  /** In its hands, its own and others'. */
  readonly controlled: number;
}

/** The extent of a polity through time: one entry for each day on which it changes, beginning with the first day. */
export function extentOf(atlas: Atlas, polity: number): Extent[] {
  const steps = new Map<Day, { held: number; controlled: number }>([[FIRST_DAY, { held: 0, controlled: 0 }]]);
  const step = (day: Day) => {
    const known = steps.get(day) ?? { held: 0, controlled: 0 };
    steps.set(day, known);
    return known;
  };
  atlas.regions.forEach((region, index) => {
    for (const { holding, to } of atlas.historyOf(index)) {
      for (const [day, sign] of [
        [holding.from, 1],
        [to ?? LAST_DAY + 1, -1],
      ] as const) {
        if (day > LAST_DAY) continue;
        if (holding.holder === polity) step(day).held += sign * region.km2;
        if (holding.controller === polity) step(day).controlled += sign * region.km2;
      }
    }
  });
  let held = 0;
  let controlled = 0;
  const extents: Extent[] = [];
  for (const [from, change] of [...steps].sort(([a], [b]) => a - b)) {
    held = Math.max(0, held + change.held);
    controlled = Math.max(0, controlled + change.controlled);
    const last = extents.at(-1);
    if (!last || Math.abs(last.held - held) > 0.5 || Math.abs(last.controlled - controlled) > 0.5) {
      extents.push({ from, held, controlled });
    }
  }
  return extents;
}

/** Land that a change gave to a polity or took from it. */
export interface GainOrLoss {
  /** Index of the change. */
  readonly change: number;
  /** km2 under its law: positive gained, negative lost. */
  readonly held: number;
  /** km2 in its hands. */
  readonly controlled: number;
}

/** Every change that made a polity larger or smaller, in order. */
export function gainsAndLosses(atlas: Atlas, polity: number): GainOrLoss[] {
  return atlas.changes.flatMap((_, change): GainOrLoss[] => {
    let held = 0;
    let controlled = 0;
    for (const { region, before, after } of atlas.movedBy(change)) {
      const km2 = atlas.regions[region]?.km2 ?? 0;
      held += km2 * (Number(after.holder === polity) - Number(before.holder === polity));
      controlled += km2 * (Number(after.controller === polity) - Number(before.controller === polity));
    }
    return Math.abs(held) + Math.abs(controlled) < 0.05 ? [] : [{ change, held, controlled }];
  });
}
