import type { AtlasData } from '../build/atlas-data';

import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { FINE, tolerancesOf } from '../build/geometry';
import { kmAlong } from '../build/planar';
import { polygonsOf, regionIds, type Partition } from '../build/regions';
import { decodeArcs } from '../build/topology';
import { crossingArcs } from '../build/simplify';
import { km2Of } from '../build/assign';

/** A region's simplified area may differ from the exact one by this share ... */
const MOST_AREA_CHANGE = 0.03;
/** ... and by a strip along its outline, as wide as this share of the tolerance by which the outline was simplified. */
const STRIP = 0.12;

/** Regions exist, are valid, do not overlap and keep their size, before and after simplification. */
export function checkGeometry(data: AtlasData, fine: Partition, faults: Fault[]): void {
  const ids = regionIds(data.partition);
  const drawn = new Set(ids);
  for (const region of data.facts.regions.values()) {
    if (!drawn.has(region.id))
      faults.push(
        faultAt(
          region,
          'empty',
          `no land belongs to "${region.id}": its seeds lie in no piece of land of their own`,
        ),
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
  // Small islands are left out on purpose: what is compared is the land that both have.
  const exact = polygonsOf({ ...data.partition, objects: fine.objects } as Partition);
  const simple = polygonsOf(fine);
  const strips = stripsOf(data);
  exact.forEach((polygons, at) => {
    const before = polygons.reduce((sum, rings) => sum + km2Of(rings), 0);
    const after = (simple[at] ?? []).reduce((sum, rings) => sum + km2Of(rings), 0);
    const allowed = MOST_AREA_CHANGE * before + (strips[at] ?? 0) + 2;
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

/** km2 by which simplification may move the outline of each region. */
function stripsOf(data: AtlasData): number[] {
  const strips = data.partition.objects.regions.geometries.map(() => 0);
  const tolerances = tolerancesOf(data, FINE);
  decodeArcs(data.partition).forEach((arc, at) => {
    const { left, right } = data.edges[at] ?? { left: -1, right: -1 };
    const strip = STRIP * (tolerances[at] ?? 0) * kmAlong(arc);
    for (const side of [left, right]) if (side >= 0) strips[side] = (strips[side] ?? 0) + strip;
  });
  return strips;
}
