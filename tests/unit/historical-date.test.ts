import { describe, expect, test } from 'vitest';
import { readHistoricalDate } from '../../geodata/build/historical-date';
import { isoFromDay } from '../../src/lib/time/day';

test.each([
  ['1939-09-28', '1939-09-28', '1939-09-28', true, '28 September 1939'],
  ['1939-09', '1939-09-01', '1939-09-30', false, 'September 1939'],
  ['1939', '1939-01-01', '1939-12-31', false, '1939'],
  ['1918-11-03~', '1918-11-03', '1918-11-03', false, 'about 3 November 1918'],
  ['1919-02-14?', '1919-02-14', '1919-02-14', false, 'probably 14 February 1919'],
  [
    '1939-09-17/1939-09-28',
    '1939-09-17',
    '1939-09-28',
    false,
    'between 17 September 1939 and 28 September 1939',
  ],
])('%s', (edtf, first, last, certain, inWords) => {
  const date = readHistoricalDate(edtf);
  expect([isoFromDay(date.first), isoFromDay(date.last), date.certain, date.inWords]).toEqual([
    first,
    last,
    certain,
    inWords,
  ]);
});

describe('what is no date of the atlas', () => {
  test.each([
    '1938-21',
    '1939-13',
    '1939-02-30',
    '1939-09-28/..',
    'XXXX',
    '1939-09-28T12:00',
    '28.9.1939',
    '',
  ])('%s', (text) => {
    expect(() => readHistoricalDate(text)).toThrow(/expected EDTF/);
  });
});
