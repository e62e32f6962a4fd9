import type { Atlas } from './atlas';
import type { Change, Excerpt, Source, SourceKind, Sphere, Stance } from './types';

/** What a seed claims at one place of its text, and where the atlas takes it up. */
export interface SeedClaim {
  /** Id in the ledger of claims. */
  readonly claim: string;
  /** Id of the source. */
  readonly seed: string;
  /** Where it is first made: characters from the beginning of the text. */
  readonly at: number;
  /** Excerpts that take it up: id of the change, index of the excerpt. */
  readonly excerpts: readonly (readonly [change: string, excerpt: number])[];
  /** Ids of spheres, pacts and sites that take it up. */
  readonly spheres: readonly string[];
  /** Why nothing takes it up. */
  readonly why?: string;
}

/** A text on which the atlas comments; lengths in characters and words. */
export interface SeedText {
  readonly characters: number;
  readonly words: number;
  /** Words that the atlas quotes from it, each passage counted once. */
  readonly quoted: number;
}

/** What the build writes for the reading pages, beside the bundle. */
export interface Reading {
  readonly version: 1;
  /** In the order of each seed's text. */
  readonly claims: readonly SeedClaim[];
  readonly texts: Readonly<Record<string, SeedText>>;
}

/** How a claim of a seed stands: right, right but for a detail, wrong, a view that no document decides, or not in the atlas. */
export const VERDICTS = ['right', 'imprecise', 'mistaken', 'opinion', 'outside'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A claim with everything to be shown of it. */
export interface ReadClaim {
  readonly claim: SeedClaim;
  readonly verdict: Verdict;
  readonly answers: readonly { readonly change: Change; readonly excerpt: Excerpt }[];
  readonly spheres: readonly Sphere[];
}

/** The claims of one seed, in the order of its text. */
export function claimsOf(atlas: Atlas, reading: Reading, seed: string): ReadClaim[] {
  return reading.claims
    .filter((claim) => claim.seed === seed)
    .map((claim) => {
      const answers = claim.excerpts.flatMap(([id, at]) => {
        const change = atlas.changes[atlas.changeIndex(id) ?? -1];
        const excerpt = change?.excerpts[at];
        return change && excerpt ? [{ change, excerpt }] : [];
      });
      const spheres = atlas.spheres.filter(({ id }) => claim.spheres.includes(id));
      return { claim, verdict: verdictOf(answers.map(({ excerpt }) => excerpt.stance)), answers, spheres };
    });
}

/** The worst that is said of a claim; an opinion only when nothing else is. */
export function verdictOf(stances: readonly Stance[]): Verdict {
  if (stances.includes('mistaken')) return 'mistaken';
  if (stances.includes('differs')) return 'imprecise';
  if (stances.includes('agrees')) return 'right';
  return stances.length > 0 ? 'opinion' : 'outside';
}

/** How many of some claims have each verdict. */
export function tally(claims: readonly { readonly verdict: Verdict }[]): Readonly<Record<Verdict, number>> {
  const counts = { right: 0, imprecise: 0, mistaken: 0, opinion: 0, outside: 0 };
  for (const { verdict } of claims) counts[verdict]++;
  return counts;
}

/** Every place where the changes of the atlas use a source, by its id, in order of day. */
export function usesOf(
  changes: readonly Change[],
): ReadonlyMap<string, readonly { readonly change: Change; readonly excerpt: Excerpt }[]> {
  const uses = new Map<string, { change: Change; excerpt: Excerpt }[]>();
  for (const change of changes) {
    for (const excerpt of change.excerpts) {
      const of = uses.get(excerpt.source) ?? [];
      of.push({ change, excerpt });
      uses.set(excerpt.source, of);
    }
  }
  return uses;
}

/** The kinds of the different sources of a change, one entry for each source. */
export function sourceKindsOf(change: Change, sources: ReadonlyMap<string, Source>): SourceKind[] {
  return [...new Set(change.excerpts.map(({ source }) => source))].flatMap((id) => {
    const kind = sources.get(id)?.kind;
    return kind === undefined ? [] : [kind];
  });
}
