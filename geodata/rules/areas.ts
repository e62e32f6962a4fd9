import type { AreaResult } from '../../src/lib/atlas/report';
import type { Bundle } from '../../src/lib/atlas/types';
import type { AtlasData } from '../build/atlas-data';
import { faultAt, type Entry } from '../build/facts';
import type { Fault } from '../build/fault';
import { groupsOf, select } from '../build/select';

const TOLERANCE = 0.05;

/** Treaty areas: what is drawn must be within 5 % of what was published; the rest stands in `exceptions.json` with its reason. */
export function checkAreas(data: AtlasData, bundle: Bundle, faults: Fault[]): AreaResult[] {
  const { facts } = data;
  const drawn = new Map(bundle.regions.map((region) => [region.id, region.km2]));
  const groups = groupsOf(facts);
  const results: AreaResult[] = [];
  const compare = (
    entry: Entry<unknown>,
    keys: readonly PropertyKey[],
    what: string,
    area: { km2: number; source: string },
    regions: readonly string[],
  ): void => {
    const km2 = regions.reduce((sum, region) => sum + (drawn.get(region) ?? 0), 0);
    const off = km2 / area.km2 - 1;
    const within = Math.abs(off) <= TOLERANCE;
    results.push({ what, published: area.km2, drawn: Math.round(km2), source: area.source, within });
    if (!within) {
      const percent = `${off > 0 ? '+' : ''}${(off * 100).toFixed(1)} %`;
      faults.push(
        faultAt(
          entry,
          'area',
          `${what} is drawn with ${km2.toFixed(0)} km2, published are ${area.km2}: ${percent}`,
          keys,
        ),
      );
    }
  };
  for (const region of facts.regions.values()) {
    if (region.facts.area) compare(region, ['area'], region.facts.name, region.facts.area, [region.id]);
  }
  for (const change of facts.changes.values()) {
    change.facts.areas.forEach((area, index) => {
      const report = (message: string) =>
        faults.push(faultAt(change, 'reference', message, ['areas', index]));
      const regions = area.regions.flatMap((selector) => select(selector, facts, groups, new Map(), report));
      compare(change, ['areas', index], change.facts.title, area, [...new Set(regions)]);
    });
  }
  return results;
}
