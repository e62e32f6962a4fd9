import type { Day } from '../time/day';
import type { Atlas } from './atlas';
import { STATUSES, type Bounds, type Status } from './types';

/** Statuses other than plain sovereignty that land inside an area has on a day, in the order of the ladder of control. */
export function statusesInView(atlas: Atlas, day: Day, [west, south, east, north]: Bounds): Status[] {
  const found = new Set<Status>();
  atlas.regions.forEach(({ bounds }, region) => {
    const isInView = bounds[0] <= east && bounds[2] >= west && bounds[1] <= north && bounds[3] >= south;
    if (isInView) found.add(atlas.holdingOn(region, day).status);
  });
  return STATUSES.filter((status) => status !== 'sovereign' && found.has(status));
}

/** Regions that have a status on a day. */
export function regionsWithStatus(atlas: Atlas, day: Day, status: Status): number[] {
  return [...atlas.regions.keys()].filter((region) => atlas.holdingOn(region, day).status === status);
}
