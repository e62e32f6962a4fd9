import type { AtlasData } from '../build/atlas-data';
import { firstDay } from '../build/bundle-parts';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { dayFromIso } from '../../src/lib/time/day';

/** Nothing was known before it happened: `knownFrom` of a change, its excerpts or a sphere is not before its date. */
export function checkKnownFrom({ facts, ledger }: AtlasData, faults: Fault[]): void {
  for (const { entry, when } of ledger.changes) {
    const { knownFrom, excerpts } = entry.facts;
    const check = (text: string | undefined, keys: readonly PropertyKey[]) => {
      // A month or a year in which the date lies is not before it.
      if (text === undefined || firstDay(text) >= when.first || when.edtf.startsWith(text)) return;
      faults.push(
        faultAt(entry, 'known-from', `it cannot have been public on ${text}, before it happened`, keys),
      );
    };
    check(knownFrom, ['knownFrom']);
    excerpts.forEach((excerpt, at) => check(excerpt.knownFrom, ['excerpts', at, 'knownFrom']));
  }
  for (const sphere of facts.spheres.values()) {
    const { knownFrom, members, points, lines } = sphere.facts;
    if (knownFrom === undefined) continue;
    const begins = [...members, ...points, ...lines].flatMap(({ from }) => from ?? []).sort()[0];
    if (begins === undefined || firstDay(knownFrom) >= dayFromIso(begins)) continue;
    faults.push(
      faultAt(sphere, 'known-from', `it cannot have been public on ${knownFrom}, before it began`, [
        'knownFrom',
      ]),
    );
  }
}
