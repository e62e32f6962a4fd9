import type { AtlasData } from '../build/atlas-data';
import { faultAt, type Entry } from '../build/facts';
import type { Fault } from '../build/fault';
import { groupsOf, select } from '../build/select';

/** Every id that is named somewhere must exist. (Moves are checked while they are replayed.) */
export function checkReferences({ facts }: AtlasData, faults: Fault[]): void {
  const source = (entry: Entry<unknown>, id: string, keys: readonly PropertyKey[]): void => {
    if (!facts.sources.has(id))
      faults.push(faultAt(entry, 'reference', `no source "${id}" in sources/`, keys));
  };
  for (const line of facts.lines.values()) source(line, line.facts.source, ['source']);
  for (const region of facts.regions.values()) {
    if (region.facts.area) source(region, region.facts.area.source, ['area', 'source']);
  }
  for (const change of facts.changes.values()) {
    change.facts.excerpts.forEach((excerpt, at) =>
      source(change, excerpt.source, ['excerpts', at, 'source']),
    );
    change.facts.areas.forEach((area, at) => source(change, area.source, ['areas', at, 'source']));
  }
  const groups = groupsOf(facts);
  for (const sphere of facts.spheres.values()) {
    source(sphere, sphere.facts.source, ['source']);
    const { change } = sphere.facts;
    if (change !== undefined && !facts.changes.has(change)) {
      faults.push(faultAt(sphere, 'reference', `no change "${change}"`, ['change']));
    }
    sphere.facts.members.forEach((member, at) => {
      const report = (message: string) => faults.push(faultAt(sphere, 'reference', message, ['members', at]));
      if (member.polity !== undefined && !facts.polities.has(member.polity))
        report(`no polity "${member.polity}"`);
      for (const selector of member.regions ?? []) select(selector, facts, groups, new Map(), report);
    });
    sphere.facts.lines.forEach(({ line }, at) => {
      for (const id of line) {
        if (typeof id === 'string' && !facts.lines.has(id)) {
          faults.push(faultAt(sphere, 'reference', `no line "${id}"`, ['lines', at]));
        }
      }
    });
  }
}
