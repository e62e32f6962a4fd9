import { dayFromIso, FIRST_DAY } from '../../src/lib/time/day';
import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { groupsOf, holdingsOn, select } from '../build/select';

/** What a claim of a lens names must exist, and it must hold for some land and some days. */
export function checkLenses({ facts, ledger }: AtlasData, faults: Fault[]): void {
  const groups = groupsOf(facts);
  for (const lens of facts.lenses.values()) {
    const report = (rule: string, message: string, keys: readonly PropertyKey[]) =>
      faults.push(faultAt(lens, rule, message, keys));
    const polity = (id: string, keys: readonly PropertyKey[]) => {
      if (!facts.polities.has(id)) report('reference', `no polity "${id}"`, keys);
    };
    polity(lens.facts.viewer, ['viewer']);
    lens.facts.claims.forEach((claim, at) => {
      const keys = ['claims', at];
      if (!facts.sources.has(claim.source))
        report('reference', `no source "${claim.source}" in sources/`, [...keys, 'source']);
      polity(claim.holder, [...keys, 'holder']);
      if (claim.controller !== undefined) polity(claim.controller, [...keys, 'controller']);
      if (claim.from !== undefined && claim.to !== undefined && claim.to <= claim.from)
        report('lens', `the claim ends on ${claim.to}, before it begins`, [...keys, 'to']);
      const now = holdingsOn(ledger.holdings, claim.from === undefined ? FIRST_DAY : dayFromIso(claim.from));
      for (const selector of [...claim.regions, ...claim.except]) {
        let isKnown = true;
        const found = select(selector, facts, groups, now, (message) => {
          isKnown = false;
          report('reference', message, keys);
        });
        if (isKnown && found.length === 0)
          report('lens', `"${selector}" is no land on the first day of the claim`, keys);
      }
    });
  }
}
