import type { AtlasData } from '../build/atlas-data';

import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { polygonsOf, regionIds, type Partition } from '../build/regions';
import { decodeArcs } from '../build/topology';
import { crossingArcs } from '../build/simplify';
import { km2Of } from '../build/assign';

/** A region's simplified area may differ from the exact one by this share plus one km2 per 60 km of edge. */
const MOST_AREA_CHANGE = 0.03;

/** Regions exist, are valid, do not overlap and keep their size, before and after simplification. */
export function checkGeometry(data: AtlasData, fine: Partition, faults: Fault[]): void {
  const ids = regionIds(data.partition);
  const drawn = new Set(ids);
  for (const region of data.facts.regions.values()) {
    if (!drawn.has(region.id))
      faults.push(
        faultAt(region, 'empty', `no land belongs to "${region.id}": its seeds or units are taken by others`),
      );
  }
  for (const [what, partition] of [
    ['the partition', data.partition],
    ['the simplified partition', fine],
  ] as const) {
    const arcs = decodeArcs(partition);
    for (const arc of crossingArcs(arcs)) {
      const { left, right } = data.edges[arc] ?? { left: -1, right: -1 };
      const names = [left, right].map((side) => ids[side] ?? 'sea');
      const [lon, lat] = arcs[arc]?.[0] ?? [0, 0];
      faults.push({
        file: 'regions',
        line: 0,
        rule: 'valid',
        message: `in ${what} the edge between ${names.join(' and ')} near ${lon.toFixed(2)}, ${lat.toFixed(2)} crosses another`,
      });
    }
  }
  const exact = polygonsOf(data.partition);
  const simple = polygonsOf(fine);
  exact.forEach((polygons, at) => {
    const before = polygons.reduce((sum, rings) => sum + km2Of(rings), 0);
    const after = (simple[at] ?? []).reduce((sum, rings) => sum + km2Of(rings), 0);
    const allowed = MOST_AREA_CHANGE * before + Math.sqrt(before) / 2 + 2;
    if (Math.abs(after - before) <= allowed) return;
    const entry = data.facts.regions.get(ids[at] ?? '');
    if (entry)
      faults.push(
        faultAt(
          entry,
          'simplify',
          `simplification changes its area from ${before.toFixed(0)} to ${after.toFixed(0)} km2: mark a line as detail: focus`,
        ),
      );
  });
}
