/**
 * Whole days. A `Day` is the number of days since 1 January 1917 (Gregorian), so that day 0 is the first day of the atlas.
 * Arithmetic on days is integer arithmetic: no time zone, no hour, no daylight saving can shift a border by one day.
 */
export type Day = number;

/** A half-open interval of days `[from, to)`. */
export interface DayInterval {
  readonly from: Day;
  readonly to: Day;
}

const MS_PER_DAY = 86_400_000;
const EPOCH_MS = Date.UTC(1917, 0, 1);

/** First day of the atlas, 1917-01-01. */
export const FIRST_DAY: Day = 0;
/** Last day of the atlas, 1955-12-31. */
export const LAST_DAY: Day = (Date.UTC(1955, 11, 31) - EPOCH_MS) / MS_PER_DAY;
/** The whole atlas as a half-open interval. */
export const SPAN: DayInterval = { from: FIRST_DAY, to: LAST_DAY + 1 };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads `YYYY-MM-DD`.
 * @throws RangeError when the text is not a calendar date, with what was expected
 */
export function dayFromIso(text: string): Day {
  const match = ISO_DATE.exec(text);
  const ms = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  if (!match || new Date(ms).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`"${text}" is not a date: expected YYYY-MM-DD, for example 1939-09-28`);
  }
  return (ms - EPOCH_MS) / MS_PER_DAY;
}

/** Writes a day as `YYYY-MM-DD`. */
export function isoFromDay(day: Day): string {
  return new Date(EPOCH_MS + day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Calendar parts of a day; `month` is 1 to 12. */
export function calendarOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(EPOCH_MS + day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The day of a calendar date; `month` is 1 to 12 and may run over, as in `Date.UTC`. */
export function dayOf(year: number, month: number, date: number): Day {
  return (Date.UTC(year, month - 1, date) - EPOCH_MS) / MS_PER_DAY;
}

/** Keeps a day inside the span of the atlas. */
export function clampDay(day: Day): Day {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, Math.round(day)));
}

/** Whether `day` lies in the half-open interval; a missing bound is open. */
export function isWithin(day: Day, from?: Day, to?: Day): boolean {
  return (from === undefined || day >= from) && (to === undefined || day < to);
}

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** '28 September 1939'. */
export function longDate(day: Day): string {
  return LONG.format(new Date(EPOCH_MS + day * MS_PER_DAY));
}

/** '28 Sept 1939'. */
export function shortDate(day: Day): string {
  return SHORT.format(new Date(EPOCH_MS + day * MS_PER_DAY));
}
