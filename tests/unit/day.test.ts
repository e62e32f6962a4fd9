import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_DAY,
  LAST_DAY,
  calendarOf,
  clampDay,
  dayFromIso,
  dayOf,
  isWithin,
  isoFromDay,
  longDate,
  shortDate,
} from '../../src/lib/time/day';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('days', () => {
  test('begin on 1 January 1917 and end on 31 December 1955', () => {
    expect(dayFromIso('1917-01-01')).toBe(0);
    expect(isoFromDay(LAST_DAY)).toBe('1955-12-31');
    // 39 years, nine of them leap years.
    expect(LAST_DAY).toBe(39 * 365 + 9 - 1);
  });

  test('are the same after writing and reading', () => {
    fc.assert(fc.property(anyDay, (day) => dayFromIso(isoFromDay(day)) === day));
  });

  test('follow each other in the calendar', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, date } = calendarOf(day);
        return dayOf(year, month, date) === day && dayOf(year, month, date + 1) === day + 1;
      }),
    );
  });

  test.each([
    '1939-02-30',
    '1939-13-01',
    '1939-1-1',
    '39-01-01',
    '',
    'yesterday',
    '1939-09-28T00:00',
    ' 1939-09-28',
  ])('refuse "%s"', (text) => {
    expect(() => dayFromIso(text)).toThrow(/expected YYYY-MM-DD/);
  });

  test('know the leap years of the calendar', () => {
    expect(isoFromDay(dayFromIso('1920-02-28') + 1)).toBe('1920-02-29');
    expect(isoFromDay(dayFromIso('1919-02-28') + 1)).toBe('1919-03-01');
  });

  test('stay inside the atlas', () => {
    expect(clampDay(-5)).toBe(FIRST_DAY);
    expect(clampDay(1e6)).toBe(LAST_DAY);
    expect(clampDay(100.4)).toBe(100);
  });

  test('are spoken in words', () => {
    expect(longDate(dayFromIso('1939-09-28'))).toBe('28 September 1939');
    expect(shortDate(dayFromIso('1939-09-28'))).toMatch(/^28 Sept? 1939$/);
  });
});

test('an interval has its first day and not its last', () => {
  const from = dayFromIso('1939-10-10');
  const to = dayFromIso('1940-08-03');
  expect(isWithin(from, from, to)).toBe(true);
  expect(isWithin(from - 1, from, to)).toBe(false);
  expect(isWithin(to - 1, from, to)).toBe(true);
  expect(isWithin(to, from, to)).toBe(false);
  expect(isWithin(0)).toBe(true);
});
