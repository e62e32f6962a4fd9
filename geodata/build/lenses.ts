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

/** The lenses of the bundle: claims with their regions by index, and the labels of all whose land they change. */
export function describeLenses(data: AtlasData, coarse: Partition, known: Known): Lens[] {
  return [...data.facts.lenses.values()].map(({ id, facts }) => {
    const claims = facts.claims.map((claim) => describeClaim(data, known, claim));
    const seen = placeLabels(coarse, claimedHoldings(known.holdings, claims), known.km2, known.towns);
    return {
      id,
      capital: facts.capital,
      title: `As recognised by ${facts.capital}`,
      viewer: facts.viewer,
      about: facts.about,
      claims,
      ...relabelled(known.labels, seen),
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

/** The polities whose labels are not the same in both lists, and all labels that they have in the second. */
function relabelled(usual: readonly Label[], seen: readonly Label[]): Pick<Lens, 'named' | 'labels'> {
  const textsOf = (labels: readonly Label[]) => {
    const texts = new Map<number, string>();
    for (const label of labels)
      texts.set(label.polity, (texts.get(label.polity) ?? '') + JSON.stringify(label));
    return texts;
  };
  const [before, after] = [textsOf(usual), textsOf(seen)];
  const named = new Set(
    [...before.keys(), ...after.keys()].filter((polity) => before.get(polity) !== after.get(polity)),
  );
  return { named: [...named], labels: seen.filter(({ polity }) => named.has(polity)) };
}
