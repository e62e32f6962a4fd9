import { expect, test } from 'vitest';
import { deviationOf, medianOf, percentOf, weaknessOf } from '../../src/lib/atlas/report';
import type { Atlas } from '../../src/lib/atlas/atlas';

test('a deviation has a sign', () => {
  expect(deviationOf({ published: 200, drawn: 210 })).toBeCloseTo(0.05);
  expect(deviationOf({ published: 200, drawn: 190 })).toBeCloseTo(-0.05);
});

test('the median of an odd, an even and an empty list', () => {
  expect(medianOf([9, 1, 2])).toBe(2);
  expect(medianOf([4, 1, 2, 3])).toBe(2.5);
  expect(medianOf([])).toBe(0);
});

test('a share is all of it only when nothing is missing', () => {
  expect(percentOf(11145, 11146)).toBe('99.9 %');
  expect(percentOf(11146, 11146)).toBe('100.0 %');
  expect(percentOf(1, 3)).toBe('33.3 %');
  expect(percentOf(0, 0)).toBe('none');
});

test('weakness is counted from the facts', () => {
  const change = (certain: boolean, ...sources: string[]) => ({
    certain,
    excerpts: sources.map((source) => ({ source })),
  });
  const atlas = {
    holdings: [{ precision: 'day' }, { precision: 'day' }, { precision: 'outline' }],
    changes: [change(true, 'treaty', 'treaty'), change(false, 'book'), change(true, 'book', 'treaty')],
    sources: new Map([
      ['treaty', { kind: 'primary' }],
      ['book', { kind: 'scholarship' }],
    ]),
  } as unknown as Atlas;
  expect(weaknessOf(atlas)).toEqual({
    holdings: { day: 2, week: 0, month: 0, outline: 1 },
    oneSource: 2,
    noDocument: 1,
    uncertain: 1,
  });
});
