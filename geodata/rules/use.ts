import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';

/** Whatever is defined must be used: what nothing refers to is a leftover or a slip. */
export function checkUse(data: AtlasData, faults: Fault[]): void {
  const { facts, ledger, edges, lines } = data;
  const polities = new Set<string>();
  for (const holding of [...ledger.holdings.values()].flat()) {
    for (const id of [holding.holder, holding.controller, holding.unit]) if (id !== null) polities.add(id);
  }
  for (const sphere of facts.spheres.values()) {
    for (const member of sphere.facts.members) if (member.polity !== undefined) polities.add(member.polity);
  }
  for (const lens of facts.lenses.values()) for (const claim of lens.facts.claims) polities.add(claim.holder);
  for (const polity of facts.polities.values()) {
    if (!polities.has(polity.id))
      faults.push(faultAt(polity, 'use', `"${polity.id}" never holds, controls or joins anything`));
  }
  const sources = new Set<string>();
  for (const line of facts.lines.values()) sources.add(line.facts.source);
  for (const region of facts.regions.values()) if (region.facts.area) sources.add(region.facts.area.source);
  for (const change of facts.changes.values()) {
    for (const { source } of [...change.facts.excerpts, ...change.facts.areas]) sources.add(source);
  }
  for (const sphere of facts.spheres.values()) sources.add(sphere.facts.source);
  for (const lens of facts.lenses.values()) for (const claim of lens.facts.claims) sources.add(claim.source);
  for (const { facts: lecture } of facts.lectures.values()) {
    for (const step of lecture.steps)
      for (const part of step.excerpts ?? []) if (!('change' in part)) sources.add(part.source);
  }
  for (const source of facts.sources.values()) {
    if (!sources.has(source.id)) faults.push(faultAt(source, 'use', `"${source.id}" is cited nowhere`));
  }
  const drawn = new Set(edges.flatMap((edge) => edge.touches));
  const shown = new Set(
    [...facts.spheres.values()].flatMap((sphere) =>
      sphere.facts.lines.flatMap(({ line }) => line as unknown[]),
    ),
  );
  const followed = new Set(
    [...facts.lines.values()].flatMap((line) =>
      line.facts.line.flatMap((step) => (typeof step === 'object' && 'line' in step ? [step.line] : [])),
    ),
  );
  for (const line of lines.values()) {
    if (drawn.has(line.id) || shown.has(line.id) || followed.has(line.id)) continue;
    const entry = facts.lines.get(line.id);
    if (entry) faults.push(faultAt(entry, 'use', 'this line parts no two regions: it is not used'));
  }
  const grouped = new Set(
    [...facts.changes.values()]
      .flatMap(({ facts: { moves, areas } }) => [
        ...moves.flatMap((move) => [...move.regions, ...move.except]),
        ...areas.flatMap((area) => area.regions),
      ])
      .concat(
        [...facts.lenses.values()].flatMap((lens) =>
          lens.facts.claims.flatMap((claim) => [...claim.regions, ...claim.except]),
        ),
        [...facts.spheres.values()].flatMap((sphere) =>
          sphere.facts.members.flatMap((member) => member.regions ?? []),
        ),
      ),
  );
  const reported = new Set<string>();
  for (const region of facts.regions.values()) {
    region.facts.groups.forEach((group, at) => {
      if (grouped.has(`group:${group}`) || reported.has(group)) return;
      reported.add(group);
      faults.push(faultAt(region, 'use', `nothing uses the group "${group}"`, ['groups', at]));
    });
  }
}
