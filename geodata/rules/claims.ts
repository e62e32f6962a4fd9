import type { AtlasData } from '../build/atlas-data';
import { faultAt, type Entry } from '../build/facts';
import type { Fault } from '../build/fault';
import { answersTo, claimsIn } from '../build/seed-claims';

/**
 * No claim of the seeds is lost: each is answered by changes and spheres that exist, with an excerpt of every seed that makes it, or is
 * listed with the reason why not; and no excerpt answers what nobody claimed.
 */
export function checkClaims({ facts, seedClaims }: AtlasData, faults: Fault[]): void {
  const { claims, mapped, unmapped, seeds } = seedClaims;
  const fault = (entry: Entry<unknown>, message: string, keys: readonly PropertyKey[] = []) =>
    faults.push(faultAt(entry, 'claims', message, keys));

  for (const claim of claims.values()) {
    for (const seed of Object.keys(claim.facts)) {
      if (!facts.sources.has(seed)) fault(claim, `no source "${seed}" in sources/`, [seed]);
    }
    const isMapped = mapped.has(claim.id);
    const isListed = unmapped.has(claim.id);
    if (!isMapped && !isListed)
      fault(claim, `"${claim.id}" is lost: name what answers it in seed-map.yaml, or why nothing does`);
    if (isMapped && isListed) fault(claim, `"${claim.id}" is both answered and listed as not mapped`);
  }
  for (const entry of [...mapped.values(), ...unmapped.values()]) {
    const claim = claims.get(entry.id);
    if (!claim) {
      fault(entry, `"${entry.id}" is no claim of sources/claims.yaml`);
      continue;
    }
    const [said, made] = [entry.facts.seeds, Object.keys(claim.facts)].map((ids) =>
      [...ids].sort().join(', '),
    );
    if (said !== made) fault(entry, `the claim is made in ${made}, not in ${said}`, ['seeds']);
  }
  const answered = new Set<string>();
  for (const entry of mapped.values()) {
    const { changes, spheres } = entry.facts;
    if (changes.length + spheres.length === 0) fault(entry, `nothing answers "${entry.id}"`);
    changes.forEach((id, at) => {
      if (!facts.changes.has(id)) fault(entry, `no change "${id}"`, ['changes', at]);
    });
    spheres.forEach((id, at) => {
      if (!facts.spheres.has(id)) fault(entry, `no sphere "${id}"`, ['spheres', at]);
    });
    for (const seed of entry.facts.seeds) {
      const answers = answersTo(seedClaims, facts.changes, entry.id, seed);
      for (const { change, excerpt } of answers) answered.add(`${change} ${excerpt}`);
      if (answers.length === 0) fault(entry, `no excerpt of ${seed} takes up "${entry.id}"`);
    }
  }
  for (const change of facts.changes.values()) {
    change.facts.excerpts.forEach(({ source, claims: own }, at) => {
      const keys = ['excerpts', at];
      for (const id of own ?? []) {
        if (!mapped.get(id)?.facts.changes.includes(change.id))
          fault(change, `seed-map.yaml does not say that this change answers "${id}"`, [...keys, 'claims']);
      }
      if (!seeds.has(source)) return;
      const several = claimsIn(seedClaims, change.id, source);
      if (own === undefined && several.length > 1)
        fault(change, `say in "claims" which it takes up: ${several.join(', ')}`, keys);
      else if (!answered.has(`${change.id} ${at}`))
        fault(change, `this excerpt of ${source} answers no claim of seed-map.yaml`, keys);
    });
  }
}
