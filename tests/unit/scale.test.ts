import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY, dayFromIso } from '../../src/lib/time/day';
import { axisTicks, dayAtX, xOfDay } from '../../src/lib/time/scale';

const whole = { from: FIRST_DAY, to: LAST_DAY + 1, width: 1000 };

describe('a time scale', () => {
  test('runs from end to end', () => {
    expect(xOfDay(whole, FIRST_DAY)).toBe(0);
    expect(xOfDay(whole, LAST_DAY + 1)).toBe(1000);
    expect(dayAtX(whole, -20)).toBe(FIRST_DAY);
    expect(dayAtX(whole, 2000)).toBe(LAST_DAY);
  });

  test('finds under a day that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_DAY }), fc.integer({ min: 1, max: 4000 }), (day, width) => {
        const scale = { ...whole, width };
        return dayAtX(scale, xOfDay(scale, day) + 1e-6) === day;
      }),
    );
  });
});

describe('ticks', () => {
  const labels = (from: string, to: string, width: number) =>
    axisTicks({ from: dayFromIso(from), to: dayFromIso(to), width }).map(({ label }) => label);

  test('are decades on a narrow scale', () => {
    expect(labels('1917-01-01', '1955-12-31', 300)).toEqual(['1920', '1930', '1940', '1950']);
  });
  test('are years on a wide one', () => {
    expect(labels('1938-01-01', '1941-01-01', 200)).toEqual(['1938', '1939', '1940']);
  });
  test('are months on a wider one', () => {
    expect(labels('1939-08-01', '1940-02-01', 600)).toEqual(['Aug', 'Sep', 'Oct', 'Nov', 'Dec', '1940']);
  });
  test('are days on the widest', () => {
    expect(labels('1939-09-28', '1939-10-03', 400)).toEqual(['28', '29', 'Oct', '2']);
  });
  test('never stand closer than a label is wide', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 13000 }),
        fc.integer({ min: 5, max: 1200 }),
        fc.integer({ min: 200, max: 2000 }),
        (from, days, width) => {
          const scale = { from, to: from + days, width };
          const xs = axisTicks(scale).map(({ day }) => xOfDay(scale, day));
          return xs.every((x, at) => at === 0 || x - (xs[at - 1] ?? 0) > 12);
        },
      ),
    );
  });
});
