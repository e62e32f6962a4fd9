import { expect, test } from 'vitest';
import type { Entry } from '../../geodata/build/facts';
import { answersTo, type SeedClaims } from '../../geodata/build/seed-claims';
import type { ChangeFacts } from '../../geodata/schema/change';
import { verdictOf } from '../../src/lib/atlas/reading';

/** A seed whose claims are answered as given: claim to changes. */
function claimsAnswered(map: Record<string, string[]>): SeedClaims {
  const mapped = Object.entries(map).map(([id, changes]) => [
    id,
    { id, facts: { seeds: ['essay'], changes, spheres: [] } },
  ]);
  return { mapped: new Map(mapped as never) } as unknown as SeedClaims;
}

const entries = (changes: Record<string, object[]>) =>
  new Map(
    Object.entries(changes).map(([id, excerpts]) => [id, { id, facts: { excerpts } }]),
  ) as unknown as Map<string, Entry<ChangeFacts>>;

const pact = [
  { source: 'essay', stance: 'agrees', claims: ['day'] },
  { source: 'treaty', stance: 'agrees' },
  { source: 'essay', stance: 'mistaken', claims: ['spheres'] },
];

function verdictOn(claim: string, seedClaims: SeedClaims, changes: Record<string, object[]>) {
  const found = answersTo(seedClaims, entries(changes), claim, 'essay');
  return verdictOf(
    found.map(({ change, excerpt }) => (changes[change]?.[excerpt] as { stance: 'agrees' }).stance),
  );
}

test('an error in one claim is not held against another of the same change', () => {
  const seedClaims = claimsAnswered({ day: ['pact'], spheres: ['pact'] });
  expect(verdictOn('day', seedClaims, { pact })).toBe('right');
  expect(verdictOn('spheres', seedClaims, { pact })).toBe('mistaken');
});

test('an excerpt that names no claim takes up the only one of its change', () => {
  const changes = { pact: [{ source: 'essay', stance: 'differs' }] };
  expect(verdictOn('day', claimsAnswered({ day: ['pact'] }), changes)).toBe('imprecise');
});

test('where a change answers several claims, an excerpt that names none answers none', () => {
  const changes = { pact: [{ source: 'essay', stance: 'mistaken' }] };
  const seedClaims = claimsAnswered({ day: ['pact'], spheres: ['pact'] });
  expect(verdictOn('day', seedClaims, changes)).toBe('outside');
  expect(verdictOn('spheres', seedClaims, changes)).toBe('outside');
});

test('a claim answered in two changes has the worst that is said of it', () => {
  const changes = {
    pact: [{ source: 'essay', stance: 'agrees' }],
    war: [{ source: 'essay', stance: 'differs' }],
  };
  expect(verdictOn('day', claimsAnswered({ day: ['pact', 'war'] }), changes)).toBe('imprecise');
});
