import { resolve } from '$app/paths';
import type { Change } from '../atlas/types';
import { isoFromDay } from '../time/day';

/** Address of the page of a source. */
export const sourceHref = (id: string): string => `${resolve('/source/')}?id=${id}`;

/** Address of a change on the map, on its day. */
export const changeHref = ({ id, day }: Pick<Change, 'id' | 'day'>): string =>
  `${resolve('/')}?date=${isoFromDay(day)}&sel=change:${id}`;
