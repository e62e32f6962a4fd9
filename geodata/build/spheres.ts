import type { Sphere } from '../../src/lib/atlas/types';
import type { AtlasData } from './atlas-data';
import { compact, dated, firstDay } from './bundle-parts';
import type { Coordinates } from './planar';
import { groupsOf, holdingsOn, select } from './select';

/** The spheres of the bundle, with the regions of their members by index and drawn lines as coordinates. */
export function describeSpheres(data: AtlasData, regionAt: ReadonlyMap<string, number>): Sphere[] {
  const { facts, ledger } = data;
  const groups = groupsOf(facts);
  return [...facts.spheres.values()].map(({ id, facts: sphere }) => {
    const { knownFrom, members, points, lines, ...rest } = sphere;
    return compact({
      id,
      ...rest,
      ...(knownFrom === undefined ? {} : { knownFrom: firstDay(knownFrom) }),
      members: members.map((member) => {
        const period = dated(member);
        const now = holdingsOn(ledger.holdings, period.from ?? 0);
        const picked = member.regions?.flatMap((selector) => select(selector, facts, groups, now, () => undefined));
        return compact({
          ...(member.polity === undefined ? {} : { polity: member.polity }),
          ...(member.name === undefined ? {} : { name: member.name }),
          ...(picked ? { regions: [...new Set(picked)].map((region) => regionAt.get(region) ?? -1) } : {}),
          ...period,
        });
      }),
      points: points.map(({ name, at, note, ...period }) => compact({ name, at, ...(note ? { note } : {}), ...dated(period) })),
      lines: lines.map(({ name, line, ...period }) => ({
        name,
        coordinates: line.every((part) => typeof part === 'string')
          ? line.flatMap((lineId) => (data.lines.get(lineId)?.chains ?? []).map(rounded))
          : [line],
        ...dated(period),
      })),
    });
  });
}

const rounded = (line: Coordinates): Coordinates =>
  line.map(([lon, lat]) => [Math.round(lon * 1000) / 1000, Math.round(lat * 1000) / 1000]);
