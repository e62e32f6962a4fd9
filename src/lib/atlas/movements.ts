import type { Atlas } from './atlas';
import type { Holding } from './types';

/** Regions that one change moved in the same way: from the same holding to the same. */
export interface Movement {
  readonly key: string;
  readonly before: Holding;
  readonly after: Holding;
  /** Indices, largest first. */
  readonly regions: readonly number[];
  readonly km2: number;
}

/** What a change moved, grouped by who had it and who has it, the largest first. */
export function movementsOf(atlas: Atlas, change: number): Movement[] {
  const groups = new Map<string, { before: Holding; after: Holding; regions: number[]; km2: number }>();
  for (const { region, before, after } of atlas.movedBy(change)) {
    const key = [before, after]
      .map(({ holder, controller, status, unit }) => `${holder}/${controller}/${status}/${unit}`)
      .join('>');
    const group = groups.get(key) ?? { before, after, regions: [], km2: 0 };
    group.regions.push(region);
    group.km2 += atlas.regions[region]?.km2 ?? 0;
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => b.km2 - a.km2);
}
