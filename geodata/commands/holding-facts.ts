import type { Atlas } from '../../src/lib/atlas/atlas';
import type { Holding } from '../../src/lib/atlas/types';
import { isoFromDay, type Day } from '../../src/lib/time/day';

/** Who holds a region on a day, as the commands print it. */
export interface HoldingFacts {
  readonly holder: string;
  readonly holderName: string;
  readonly controller: string;
  readonly controllerName: string;
  readonly status: string;
}

/** Holder, controller and status by id and by the English name of the day. */
export function holdingFacts(atlas: Atlas, holding: Holding, day: Day): HoldingFacts {
  return {
    holder: atlas.polities[holding.holder]?.id ?? '',
    holderName: atlas.nameOn(holding.holder, day),
    controller: atlas.polities[holding.controller]?.id ?? '',
    controllerName: atlas.nameOn(holding.controller, day),
    status: holding.status,
  };
}

/** Administrative unit, first day and change of a holding. */
export function holdingOrigin(
  atlas: Atlas,
  holding: Holding,
): { unit: string | null; since: string; change: string | null } {
  return {
    unit: holding.unit === null ? null : (atlas.polities[holding.unit]?.id ?? null),
    since: isoFromDay(holding.from),
    change: holding.change === null ? null : (atlas.changes[holding.change]?.id ?? null),
  };
}
