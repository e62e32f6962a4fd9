import type { Reading, SeedClaim, SeedText } from '../../src/lib/atlas/reading';
import { wordsIn } from './anchors';
import type { AtlasData } from './atlas-data';
import { answersTo } from './seed-claims';

/** What the reading pages need beside the bundle: the claims of the seeds in the order of their texts, and how much is quoted. */
export function describeReading({ facts, seedClaims, anchors }: AtlasData): Reading {
  const { claims, mapped, unmapped, seeds } = seedClaims;
  const rows = [...claims.values()].flatMap(({ id, facts: made }) =>
    Object.entries(made).map(([seed, at]): SeedClaim => {
      const why = unmapped.get(id)?.facts.why;
      return {
        claim: id,
        seed,
        at,
        excerpts: answersTo(seedClaims, facts.changes, id, seed).map(({ change, excerpt }) => [change, excerpt]),
        spheres: mapped.get(id)?.facts.spheres ?? [],
        ...(why === undefined ? {} : { why }),
      };
    }),
  );
  const quotes = new Map<string, Set<string>>();
  for (const { facts: change } of facts.changes.values()) {
    for (const { source, quote } of change.excerpts) {
      if (quote !== undefined) quotes.set(source, (quotes.get(source) ?? new Set()).add(quote));
    }
  }
  const texts = [...seeds].map((seed): [string, SeedText] => {
    const { characters = 0, words = facts.sources.get(seed)?.facts.words ?? 0 } = anchors.texts[seed] ?? {};
    return [seed, { characters, words, quoted: wordsIn([...(quotes.get(seed) ?? [])].join(' ')) }];
  });
  return {
    version: 1,
    claims: rows.sort((a, b) => a.seed.localeCompare(b.seed) || a.at - b.at || a.claim.localeCompare(b.claim)),
    texts: Object.fromEntries(texts),
  };
}
