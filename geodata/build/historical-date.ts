import edtf from 'edtf';
import { dayFromIso, longDate, type Day } from '../../src/lib/time/day';

/** A date as the sources give it: exact, approximate, uncertain, or between two days. */
export interface HistoricalDate {
  /** EDTF, as written. */
  readonly edtf: string;
  /** First day that the date allows. */
  readonly first: Day;
  /** Last day that the date allows. */
  readonly last: Day;
  /** False when it is approximate, uncertain, or wider than a day. */
  readonly certain: boolean;
  /** 'about 3 November 1918', 'between 17 and 28 September 1939'. */
  readonly inWords: string;
}

const PART = String.raw`\d{4}(-\d{2}(-\d{2})?)?[~?%]?`;
const LEVEL_1 = new RegExp(`^${PART}(/${PART})?$`);
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/**
 * Reads an EDTF date of level 0 or 1 without seasons (`1938-21` would be one).
 * @throws RangeError with what was expected
 * @see https://www.loc.gov/standards/datetime/
 */
export function readHistoricalDate(text: string): HistoricalDate {
  const expected = () =>
    new RangeError(`"${text}" is not a date: expected EDTF such as 1939-09-28, 1939-09, 1918-11-03~ or 1939-09-17/1939-09-28`);
  if (!LEVEL_1.test(text)) throw expected();
  for (const part of text.split('/')) if (Number(part.slice(5, 7) || 1) > 12) throw expected();
  let parsed: ReturnType<typeof edtf>;
  try {
    parsed = edtf(text);
  } catch {
    throw expected();
  }
  const day = (ms: number) => dayFromIso(new Date(ms).toISOString().slice(0, 10));
  const [start, end] = text.split('/') as [string, string?];
  return {
    edtf: text,
    first: day(parsed.min),
    last: day(parsed.max),
    certain: /^\d{4}-\d{2}-\d{2}$/.test(text),
    inWords: end === undefined ? wordsOf(start) : `between ${wordsOf(start)} and ${wordsOf(end)}`,
  };
}

function wordsOf(part: string): string {
  const bare = part.replace(/[~?%]$/, '');
  const prefix = part.endsWith('~') ? 'about ' : part.endsWith('?') ? 'probably ' : part.endsWith('%') ? 'probably about ' : '';
  const [year, month, date] = bare.split('-');
  if (date !== undefined) return prefix + longDate(dayFromIso(bare));
  return prefix + (month === undefined ? (year ?? '') : `${MONTHS[Number(month) - 1]} ${year}`);
}
