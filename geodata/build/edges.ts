import type { DrawnLine } from './lines';
import { SegmentIndex, type Coordinates } from './planar';
import { sidesOfArcs, type Partition } from './regions';
import { decodeArcs } from './topology';

/** An edge of the partition with what is known about it. */
export interface EdgeFacts {
  /** Region indices; -1 is the sea. */
  readonly left: number;
  readonly right: number;
  /** Id of the drawn line that most of it lies on, or null. */
  readonly line: string | null;
  /** Ids of all drawn lines that a part of it lies on. */
  readonly touches: readonly string[];
}

/** A vertex of an edge must be this near to a line to lie on it, km: more than snapping moves it. */
const ON_LINE_KM = 0.08;

/** Finds for every arc of the partition its two regions and the drawn line it lies on. */
export function describeEdges(partition: Partition, lines: Iterable<DrawnLine>): EdgeFacts[] {
  const ids: string[] = [];
  const parts: { owner: number; points: Coordinates }[] = [];
  for (const line of lines) {
    ids.push(line.id);
    for (const points of line.chains) parts.push({ owner: ids.length - 1, points });
  }
  const index = new SegmentIndex(parts);
  const arcs = decodeArcs(partition);
  return sidesOfArcs(partition).map(([left, right], at) => {
    const arc = arcs[at] ?? [];
    const votes = new Map<number, number>();
    const step = Math.max(1, Math.floor(arc.length / 9));
    let samples = 0;
    for (let i = arc.length > 2 ? 1 : 0; i < Math.max(1, arc.length - 1); i += step) {
      const a = arc[i] as [number, number];
      const b = arc[i + 1] as [number, number];
      const hit = index.nearest([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], ON_LINE_KM);
      samples++;
      if (hit) votes.set(hit.owner, (votes.get(hit.owner) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1])[0];
    const onLine = best !== undefined && best[1] * 2 > samples;
    const touches = new Set<string>();
    for (let i = 0; i + 1 < arc.length; i++) {
      const a = arc[i] as [number, number];
      const b = arc[i + 1] as [number, number];
      const hit = index.nearest([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], ON_LINE_KM);
      const id = hit && ids[hit.owner];
      if (id) touches.add(id);
    }
    return { left, right, line: onLine ? (ids[best[0]] ?? null) : null, touches: [...touches] };
  });
}
