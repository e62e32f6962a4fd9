import { dayFromIso, type Day } from '../../src/lib/time/day';
import type { Dated } from '../../src/lib/atlas/types';

const dayOrNot = (iso: string | undefined): Day | undefined => (iso === undefined ? undefined : dayFromIso(iso));

/** First day that a partial date allows. */
export const firstDay = (text: string): Day => dayFromIso(`${text}-01-01`.slice(0, text.length === 4 ? 10 : undefined).slice(0, 10));

/** A period of the files in days. */
export function dated(period: { from?: string | undefined; to?: string | undefined }): Dated {
  const from = dayOrNot(period.from);
  const to = dayOrNot(period.to);
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The same keys, those that may be undefined as optional ones. */
export type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out keys whose value is undefined. */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Compact<T>;
}
