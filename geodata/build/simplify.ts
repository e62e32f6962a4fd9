import { presimplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import Flatbush from 'flatbush';
import type { Coordinates } from './planar';

/** Mean Earth radius squared, km2: turns steradians into km2. */
const KM2_PER_STERADIAN = 6371.0088 ** 2;

/** Coordinates are rounded to this grid, degrees: about 11 m of latitude. */
const GRID = 1e-4;

type Weighted = readonly (readonly [number, number, number])[];

/** Rounds of mending; each puts one point back into every segment that crosses another. */
const MOST_ROUNDS = 60;

/**
 * Simplifies every arc by Visvalingam's method with a tolerance of its own, keeping shared arcs shared, so no gap can open. Where
 * simplified arcs would cross, the weightiest points left out between the ends of the crossing segments are put back until they do not:
 * no polygon becomes invalid, and only the spot is drawn in more detail.
 *
 * @param toleranceKm for each arc: points that change the line by a triangle smaller than half its square are dropped
 * @see Visvalingam and Whyatt (1993), Line generalisation by repeated elimination of points
 */
export function simplifyArcs(topology: Topology, toleranceKm: readonly number[]): Coordinates[] {
  const { arcs: weighted } = presimplify(topology as never, sphericalTriangleArea as never) as unknown as { arcs: Weighted[] };
  const kept = weighted.map((points, arc) => keptPoints(points, toleranceKm[arc] ?? 0));
  const drawn = weighted.map((points, arc) => draw(points, kept[arc] ?? []));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended = new Set<number>();
    for (const [arc, segment] of crossings(drawn)) {
      const list = kept[arc] ?? [];
      const back = weightiestBetween(weighted[arc] ?? [], list[segment] ?? 0, list[segment + 1] ?? 0);
      // Two crossings of one segment put the same point back once.
      if (back === null || list.includes(back)) continue;
      mended.add(arc);
      list.push(back);
    }
    if (mended.size === 0) break;
    for (const arc of mended) {
      kept[arc]?.sort((a, b) => a - b);
      drawn[arc] = draw(weighted[arc] ?? [], kept[arc] ?? []);
    }
  }
  return drawn;
}

/** Indices of the points that are weighty enough; both ends always, and three more of a closed arc, so that no island vanishes. */
function keptPoints(points: Weighted, toleranceKm: number): number[] {
  const least = Math.min(toleranceKm ** 2 / 2 / KM2_PER_STERADIAN, leastOfRing(points));
  return [...points.keys()].filter((at) => at === 0 || at === points.length - 1 || (points[at]?.[2] ?? 0) >= least);
}

/** The line through the kept points, on the grid. */
function draw(points: Weighted, kept: readonly number[]): Coordinates {
  return kept.map((at) => {
    const [lon, lat] = points[at] ?? [0, 0];
    return [Math.round(lon / GRID) * GRID, Math.round(lat / GRID) * GRID];
  });
}

function weightiestBetween(points: Weighted, from: number, to: number): number | null {
  let best: number | null = null;
  for (let at = from + 1; at < to; at++) {
    if (best === null || (points[at]?.[2] ?? 0) > (points[best]?.[2] ?? 0)) best = at;
  }
  return best;
}

function leastOfRing(points: Weighted): number {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return Infinity;
  const weights = points.slice(1, -1).map(([, , weight]) => weight);
  return weights.sort((a, b) => b - a)[2] ?? 0;
}

/** Arcs that cross another arc, or themselves, elsewhere than at a common end. */
export function crossingArcs(arcs: readonly Coordinates[]): Set<number> {
  return new Set([...crossings(arcs)].map(([arc]) => arc));
}

/** Every segment that crosses another one inside both: index of its arc, and of the segment in it. */
function* crossings(arcs: readonly Coordinates[]): Generator<[arc: number, segment: number]> {
  const owner: [number, number][] = [];
  const ends: number[] = [];
  arcs.forEach((arc, at) => {
    for (let i = 1; i < arc.length; i++) {
      const a = arc[i - 1] as [number, number];
      const b = arc[i] as [number, number];
      owner.push([at, i - 1]);
      ends.push(a[0], a[1], b[0], b[1]);
    }
  });
  if (owner.length === 0) return;
  const tree = new Flatbush(owner.length);
  for (let i = 0; i < ends.length; i += 4) {
    const [ax, ay, bx, by] = ends.slice(i, i + 4) as [number, number, number, number];
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  for (let s = 0; s < owner.length; s++) {
    const [ax, ay, bx, by] = ends.slice(s * 4, s * 4 + 4) as [number, number, number, number];
    const [west, south, east, north] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
    for (const t of tree.search(west, south, east, north, (other) => other > s)) {
      const [cx, cy, dx, dy] = ends.slice(t * 4, t * 4 + 4) as [number, number, number, number];
      if (!crosses(ax, ay, bx, by, cx, cy, dx, dy)) continue;
      yield owner[s] as [number, number];
      yield owner[t] as [number, number];
    }
  }
}

/** Whether two segments cross in a point inside both. */
function crosses(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}
