import { resolve } from '$app/paths';
import type { Change, Lens, LensClaim } from '../atlas/types';
import { FIRST_DAY, isoFromDay } from '../time/day';

/** Address of the page of a source. */
export const sourceHref = (id: string): string => `${resolve('/source/')}?id=${id}`;

/** Address of a change on the map, on its day. */
export const changeHref = ({ id, day }: Pick<Change, 'id' | 'day'>): string =>
  `${resolve('/')}?date=${isoFromDay(day)}&sel=change:${id}`;

/** Address of the map through a lens, on the first day of a claim. */
export const claimHref = ({ id }: Pick<Lens, 'id'>, { from = FIRST_DAY }: Pick<LensClaim, 'from'>): string =>
  `${resolve('/')}?date=${isoFromDay(from)}&lens=${id}`;
