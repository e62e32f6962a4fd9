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

/**
 * The excerpts that take up a claim as one seed makes it: those of the seed in the changes that the map names, unless an excerpt says
 * itself that it takes up others.
 */
export function answersTo(
  { mapped }: SeedClaims,
  changes: ReadonlyMap<string, Entry<ChangeFacts>>,
  claim: string,
  seed: string,
): Answer[] {
  return (mapped.get(claim)?.facts.changes ?? []).flatMap((change) =>
    (changes.get(change)?.facts.excerpts ?? []).flatMap(({ source, claims }, excerpt) =>
      source === seed && (claims === undefined || claims.includes(claim)) ? [{ change, excerpt }] : [],
    ),
  );
}
