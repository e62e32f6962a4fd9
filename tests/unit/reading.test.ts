import { expect, test } from 'vitest';
import { sourceKindsOf, tally, usesOf, verdictOf } from '../../src/lib/atlas/reading';
import type { Change, Source } from '../../src/lib/atlas/types';

const excerpt = (source: string) => ({ source, says: 'So.', stance: 'agrees' as const });
const change = (id: string, ...sources: string[]) =>
  ({ id, excerpts: sources.map(excerpt) }) as unknown as Change;

test('the worst that is said of a claim is its verdict', () => {
  expect(verdictOf(['agrees', 'mistaken', 'differs'])).toBe('mistaken');
  expect(verdictOf(['agrees', 'differs'])).toBe('imprecise');
  expect(verdictOf(['opinion', 'agrees'])).toBe('right');
  expect(verdictOf(['opinion'])).toBe('opinion');
  expect(verdictOf([])).toBe('outside');
  expect(tally([{ verdict: 'right' }, { verdict: 'right' }, { verdict: 'mistaken' }])).toMatchObject({
    right: 2,
    mistaken: 1,
    imprecise: 0,
  });
});

test('a source knows every place where it is used', () => {
  const uses = usesOf([change('a', 'riga', 'essay'), change('b', 'riga')]);
  expect(uses.get('riga')?.map((use) => use.change.id)).toEqual(['a', 'b']);
  expect(uses.get('essay')).toHaveLength(1);
});

test('two passages of one source are one source', () => {
  const sources = new Map([['riga', { kind: 'primary' } as Source]]);
  expect(sourceKindsOf(change('a', 'riga', 'riga'), sources)).toEqual(['primary']);
});
