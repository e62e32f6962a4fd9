import { claimedHoldings } from '../../src/lib/atlas/lens';
import type { HoldingRow, Label, Lens, LensClaim } from '../../src/lib/atlas/types';
import { dayFromIso } from '../../src/lib/time/day';
import type { LensFacts } from '../schema/lens';
import type { AtlasData } from './atlas-data';
import { placeLabels } from './labels';
import type { Partition } from './regions';
import { groupsOf, holdingsOn, select } from './select';

interface Known {
  readonly polityAt: ReadonlyMap<string, number>;
  readonly regionAt: ReadonlyMap<string, number>;
  readonly holdings: readonly HoldingRow[];
  readonly labels: readonly Label[];
  readonly km2: readonly number[];
  /** Where the great towns lie. */
  readonly towns: readonly (readonly [number, number])[];
}

/** The lenses of the bundle: claims with their regions by index, and the labels of the states that they make larger or smaller. */
export function describeLenses(data: AtlasData, coarse: Partition, known: Known): Lens[] {
  return [...data.facts.lenses.values()].map(({ id, facts }) => {
    const claims = facts.claims.map((claim) => describeClaim(data, known, claim));
    const seen = placeLabels(coarse, claimedHoldings(known.holdings, claims), known.km2, known.towns);
    return {
      id,
      title: facts.title,
      viewer: facts.viewer,
      about: facts.about,
      claims,
      labels: differing(known.labels, seen),
    };
  });
}

function describeClaim(data: AtlasData, { polityAt, regionAt }: Known, claim: LensFacts['claims'][number]): LensClaim {
  const groups = groupsOf(data.facts);
  const from = claim.from === undefined ? undefined : dayFromIso(claim.from);
  const now = holdingsOn(data.ledger.holdings, from ?? 0);
  const pick = (selectors: readonly string[]) =>
    selectors.flatMap((selector) => select(selector, data.facts, groups, now, () => undefined));
  const without = new Set(pick(claim.except));
  const regions = [...new Set(pick(claim.regions))].filter((region) => !without.has(region));
  return {
    regions: regions.map((region) => regionAt.get(region) ?? -1).filter((index) => index >= 0),
    holder: polityAt.get(claim.holder) ?? 0,
    ...(claim.controller === undefined ? {} : { controller: polityAt.get(claim.controller) ?? 0 }),
    ...(claim.status === undefined ? {} : { status: claim.status }),
    says: claim.says,
    source: claim.source,
    ...(claim.locator === undefined ? {} : { locator: claim.locator }),
    ...(from === undefined ? {} : { from }),
    ...(claim.to === undefined ? {} : { to: dayFromIso(claim.to) }),
  };
}

/** All labels of states whose labels are not the same in both lists. */
function differing(usual: readonly Label[], seen: readonly Label[]): Label[] {
  const textOf = (labels: readonly Label[], polity: number) =>
    JSON.stringify(labels.filter((label) => label.of === 'holder' && label.polity === polity));
  const polities = new Set(seen.filter(({ of }) => of === 'holder').map(({ polity }) => polity));
  const changed = new Set([...polities].filter((polity) => textOf(usual, polity) !== textOf(seen, polity)));
  return seen.filter((label) => label.of === 'holder' && changed.has(label.polity));
}
