import type { Day } from '../../src/lib/time/day';
import type { Facts } from './facts';

/** What a region is like at some moment of the replay. */
export interface LiveHolding {
  readonly holder: string;
  readonly controller: string;
  readonly unit: string | null;
}

/** Regions by group name. */
export function groupsOf(facts: Facts): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const region of facts.regions.values()) {
    for (const group of region.facts.groups) {
      const list = groups.get(group);
      if (list) list.push(region.id);
      else groups.set(group, [region.id]);
    }
  }
  return groups;
}

/**
 * The regions that a selector names: an id, `group:x`, `holder:x`, `controller:x`, `unit:x` or `all`. `onFault` hears of ids and groups
 * that do not exist.
 */
export function select(
  selector: string,
  facts: Facts,
  groups: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, LiveHolding>,
  onFault: (message: string) => void,
): readonly string[] {
  if (selector === 'all') return [...facts.regions.keys()];
  const [kind, name] = selector.includes(':') ? (selector.split(':') as [string, string]) : ['region', selector];
  if (kind === 'region') {
    if (facts.regions.has(name)) return [name];
    onFault(`no region "${name}"`);
    return [];
  }
  if (kind === 'group') {
    const members = groups.get(name);
    if (!members) onFault(`no group "${name}": no region names it`);
    return members ?? [];
  }
  if (!facts.polities.has(name)) {
    onFault(`no polity "${name}"`);
    return [];
  }
  const found: string[] = [];
  for (const [id, holding] of now) if (holding[kind as 'holder' | 'controller' | 'unit'] === name) found.push(id);
  return found;
}

/** What every region is like on a day. */
export function holdingsOn(
  holdings: ReadonlyMap<string, readonly (LiveHolding & { readonly from: Day })[]>,
  day: Day,
): ReadonlyMap<string, LiveHolding> {
  const now = new Map<string, LiveHolding>();
  for (const [region, list] of holdings) {
    const holding = list.findLast((candidate) => candidate.from <= day);
    if (holding) now.set(region, holding);
  }
  return now;
}
