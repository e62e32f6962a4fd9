import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import {
  Claim,
  MappedClaim,
  UnmappedClaim,
  type ClaimFacts,
  type MappedClaimFacts,
  type UnmappedClaimFacts,
} from '../schema/claim';
import type { ChangeFacts } from '../schema/change';
import { CLAIM_FILES, type Entry } from './facts';
import type { Fault } from './fault';
import { checkShape, readYaml, type FactFile } from './read';

const UNMAPPED = 'sources/not-mapped.json';

/** What the seeds claim, and what answers it. */
export interface SeedClaims {
  /** The ledger of all claims. */
  readonly claims: ReadonlyMap<string, Entry<ClaimFacts>>;
  readonly mapped: ReadonlyMap<string, Entry<MappedClaimFacts>>;
  readonly unmapped: ReadonlyMap<string, Entry<UnmappedClaimFacts>>;
  /** Ids of the sources in which claims are made. */
  readonly seeds: ReadonlySet<string>;
}

/** Reads the ledger of claims and the two files that answer it. */
export function readSeedClaims(root: string, faults: Fault[]): SeedClaims {
  const claims = readMap(root, CLAIM_FILES.claims, Claim, faults);
  const mapped = readMap(root, CLAIM_FILES.map, MappedClaim, faults);
  const unmapped = new Map<string, Entry<UnmappedClaimFacts>>();
  const file = read(root, UNMAPPED, faults);
  (Array.isArray(file?.value) ? file.value : []).forEach((value: unknown, at) => {
    const facts = file && checkShape(UnmappedClaim, file, value, [at], faults);
    if (facts) unmapped.set(facts.claim, { id: facts.claim, facts, file, keys: [at] });
  });
  const seeds = new Set([...claims.values()].flatMap(({ facts }) => Object.keys(facts)));
  return { claims, mapped, unmapped, seeds };
}

function read(root: string, path: string, faults: Fault[]): FactFile | null {
  return existsSync(join(root, path)) ? readYaml(root, path, faults) : null;
}

function readMap<S extends v.GenericSchema>(
  root: string,
  path: string,
  schema: S,
  faults: Fault[],
): Map<string, Entry<v.InferOutput<S>>> {
  const file = read(root, path, faults);
  const entries = new Map<string, Entry<v.InferOutput<S>>>();
  for (const [id, value] of Object.entries((file?.value ?? {}) as Record<string, unknown>)) {
    const facts = file && checkShape(schema, file, value, [id], faults);
    if (facts !== null) entries.set(id, { id, facts, file: file as FactFile, keys: [id] });
  }
  return entries;
}

/** An excerpt that takes up a claim. */
export interface Answer {
  readonly change: string;
  /** Index among the excerpts of the change. */
  readonly excerpt: number;
}

/** The claims of one seed that a change answers. */
export function claimsIn({ mapped }: SeedClaims, change: string, seed: string): string[] {
  return [...mapped.values()]
    .filter(({ facts }) => facts.seeds.includes(seed) && facts.changes.includes(change))
    .map(({ id }) => id);
}

/**
 * The excerpts that take up a claim as one seed makes it: those that name it, and those of changes that answer no other claim of the seed.
 * What is said of one claim is never held against another.
 */
export function answersTo(
  seedClaims: SeedClaims,
  changes: ReadonlyMap<string, Entry<ChangeFacts>>,
  claim: string,
  seed: string,
): Answer[] {
  return (seedClaims.mapped.get(claim)?.facts.changes ?? []).flatMap((change) => {
    const isOnlyOne = claimsIn(seedClaims, change, seed).length === 1;
    return (changes.get(change)?.facts.excerpts ?? []).flatMap(({ source, claims }, excerpt) =>
      source === seed && (claims?.includes(claim) ?? isOnlyOne) ? [{ change, excerpt }] : [],
    );
  });
}
