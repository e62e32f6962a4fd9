import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';

/** What a change rests on: more than polemics, and in the four themes more than the seeds on which the atlas comments. */
export function checkSupport({ facts, seedClaims }: AtlasData, faults: Fault[]): void {
  for (const change of facts.changes.values()) {
    const { excerpts, themes } = change.facts;
    const fault = (message: string) => faults.push(faultAt(change, 'sources', message, ['excerpts']));
    if (excerpts.length === 0) continue;
    if (excerpts.every(({ source }) => facts.sources.get(source)?.facts.kind === 'polemic')) {
      fault('this change rests on polemical sources alone: add another');
    } else if (
      themes.some((theme) => theme !== 'wider') &&
      excerpts.every(({ source }) => seedClaims.seeds.has(source))
    ) {
      fault('this change of one of the four themes rests on the seeds alone: add a document or scholarship');
    }
  }
}
