import type { Day } from '../time/day';
import type { Atlas } from './atlas';
import { borderBetween, type BorderKind } from './border';
import { STATUSES, type Status } from './types';

/** Statuses other than plain sovereignty that some regions have on a day, in the order of the ladder of control. */
export function statusesAmong(atlas: Atlas, day: Day, regions: Iterable<number>): Status[] {
  const found = new Set<Status>();
  for (const region of regions) found.add(atlas.holdingOn(region, day).status);
  return STATUSES.filter((status) => status !== 'sovereign' && found.has(status));
}

/** The kinds of border that run between some regions on a day. */
export function bordersAmong(atlas: Atlas, day: Day, regions: ReadonlySet<number>): Set<BorderKind> {
  const found = new Set<BorderKind>();
  for (const { left, right } of atlas.edges) {
    if (regions.has(left) && regions.has(right))
      found.add(borderBetween(atlas.holdingOn(left, day), atlas.holdingOn(right, day)));
  }
  return found;
}

/** Regions that have a status on a day. */
export function regionsWithStatus(atlas: Atlas, day: Day, status: Status): number[] {
  return [...atlas.regions.keys()].filter((region) => atlas.holdingOn(region, day).status === status);
}
