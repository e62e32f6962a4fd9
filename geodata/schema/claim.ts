import * as v from 'valibot';
import { Id, Text } from './common';

/** `sources/claims.yaml`: in which seeds a claim is made, and how many characters from their beginning. */
export const Claim = v.record(
  Id,
  v.pipe(v.number('expected an offset in characters'), v.integer(), v.minValue(0)),
);

/** `sources/seed-map.yaml`: the changes and spheres that answer a claim. */
export const MappedClaim = v.strictObject({
  seeds: v.pipe(v.array(Id), v.minLength(1)),
  changes: v.optional(v.array(Id), []),
  spheres: v.optional(v.array(Id), []),
});

/** One entry of `sources/not-mapped.json`: why nothing answers a claim. */
export const UnmappedClaim = v.strictObject({
  claim: Id,
  seeds: v.pipe(v.array(Id), v.minLength(1)),
  why: v.pipe(Text, v.minLength(20, 'say why in a sentence')),
});

export type ClaimFacts = v.InferOutput<typeof Claim>;
export type MappedClaimFacts = v.InferOutput<typeof MappedClaim>;
export type UnmappedClaimFacts = v.InferOutput<typeof UnmappedClaim>;
