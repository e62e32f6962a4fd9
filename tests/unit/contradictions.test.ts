import { expect, test } from 'vitest';
import { contradictionsOf, doubtInWords, groundsOf, isDateInDoubt } from '../../src/lib/atlas/contradictions';
import type { Excerpt, Source } from '../../src/lib/atlas/types';

const excerpt = (source: string, rest: Partial<Excerpt> = {}): Excerpt => ({
  source,
  says: 'So.',
  stance: 'agrees',
  ...rest,
});
const differs = (source: string, about: 'date' | 'actor') =>
  excerpt(source, { stance: 'differs', about, correction: 'No.' });

test('readings of one thing stand together, the date first', () => {
  const excerpts = [
    excerpt('treaty'),
    differs('essay', 'actor'),
    differs('notes', 'date'),
    differs('site', 'date'),
  ];
  expect(
    contradictionsOf({ excerpts }).map(({ about, readings }) => [
      about,
      readings.map(({ source }) => source),
    ]),
  ).toEqual([
    ['date', ['notes', 'site']],
    ['actor', ['essay']],
  ]);
  expect(contradictionsOf({ excerpts: [excerpt('treaty')] })).toEqual([]);
});

test('ours rests on documents and scholarship that agree, each once, never on a seed', () => {
  const sources = new Map<string, Pick<Source, 'kind'>>([
    ['treaty', { kind: 'primary' }],
    ['davies', { kind: 'scholarship' }],
    ['essay', { kind: 'essay' }],
  ]);
  const excerpts = [
    excerpt('treaty'),
    excerpt('treaty'),
    differs('davies', 'date'),
    excerpt('essay'),
    excerpt('unknown'),
  ];
  expect(groundsOf({ excerpts }, sources).map(({ source }) => source)).toEqual(['treaty']);
});

test.each([
  [true, undefined, false, null],
  [false, undefined, true, 'uncertain date'],
  [true, true, true, 'sources differ on the date'],
  [false, true, true, 'uncertain date, sources differ'],
] as const)('certain %s, contested %s', (certain, contested, inDoubt, words) => {
  expect(isDateInDoubt({ certain, contested })).toBe(inDoubt);
  expect(doubtInWords({ certain, contested })).toBe(words);
});
