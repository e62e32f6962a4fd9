import { presimplify, sphericalTriangleArea } from 'topojson-simplify';
import type { Topology } from 'topojson-specification';
import Flatbush from 'flatbush';
import type { Coordinates } from './planar';

/** Mean Earth radius squared, km2: turns steradians into km2. */
const KM2_PER_STERADIAN = 6371.0088 ** 2;

/** Coordinates are rounded to this grid, degrees: about 11 m of latitude. */
const GRID = 1e-4;

/**
 * Simplifies every arc by Visvalingam's method with a tolerance of its own, keeping shared arcs shared, so no gap can open. Where the
 * simplified arcs would cross, the tolerance of the arcs concerned is halved until they do not: no polygon becomes invalid.
 *
 * @param toleranceKm for each arc: points that change the line by a triangle smaller than half its square are dropped
 * @see Visvalingam and Whyatt (1993), Line generalisation by repeated elimination of points
 */
export function simplifyArcs(topology: Topology, toleranceKm: readonly number[]): Coordinates[] {
  const weighted = presimplify(topology as never, sphericalTriangleArea as never) as unknown as {
    arcs: [number, number, number][][];
  };
  const tolerance = [...toleranceKm];
  const thin = (arc: number): Coordinates => {
    const points = weighted.arcs[arc] ?? [];
    const least = Math.min((tolerance[arc] ?? 0) ** 2 / 2 / KM2_PER_STERADIAN, leastOfRing(points));
    const kept: Coordinates = [];
    points.forEach(([lon, lat, weight], at) => {
      if (at > 0 && at < points.length - 1 && weight < least) return;
      const rounded: [number, number] = [Math.round(lon / GRID) * GRID, Math.round(lat / GRID) * GRID];
      const last = kept.at(-1);
      if (last && last[0] === rounded[0] && last[1] === rounded[1] && at < points.length - 1) return;
      kept.push(rounded);
    });
    return kept;
  };
  const arcs = weighted.arcs.map((_, arc) => thin(arc));
  for (let round = 0; round < 8; round++) {
    const crossing = crossingArcs(arcs);
    if (crossing.size === 0) break;
    for (const arc of crossing) {
      tolerance[arc] = round < 6 ? (tolerance[arc] ?? 0) / 2 : 0;
      arcs[arc] = thin(arc);
    }
  }
  return arcs;
}

/** A closed arc keeps its three weightiest points besides its end, so that no island shrinks to nothing. */
function leastOfRing(points: readonly (readonly [number, number, number])[]): number {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1]) return Infinity;
  const weights = points.slice(1, -1).map(([, , weight]) => weight);
  return weights.sort((a, b) => b - a)[2] ?? 0;
}

/** Arcs that cross another arc, or themselves, elsewhere than at a common end. */
export function crossingArcs(arcs: readonly Coordinates[]): Set<number> {
  const owner: number[] = [];
  const ends: number[] = [];
  arcs.forEach((arc, at) => {
    for (let i = 1; i < arc.length; i++) {
      const a = arc[i - 1] as [number, number];
      const b = arc[i] as [number, number];
      owner.push(at);
      ends.push(a[0], a[1], b[0], b[1]);
    }
  });
  const found = new Set<number>();
  if (owner.length === 0) return found;
  const tree = new Flatbush(owner.length);
  for (let i = 0; i < ends.length; i += 4) {
    const [ax, ay, bx, by] = ends.slice(i, i + 4) as [number, number, number, number];
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  tree.finish();
  for (let s = 0; s < owner.length; s++) {
    const [ax, ay, bx, by] = ends.slice(s * 4, s * 4 + 4) as [number, number, number, number];
    const others = tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (t) => t > s);
    for (const t of others) {
      const [cx, cy, dx, dy] = ends.slice(t * 4, t * 4 + 4) as [number, number, number, number];
      if (crosses(ax, ay, bx, by, cx, cy, dx, dy)) {
        found.add(owner[s] as number);
        found.add(owner[t] as number);
      }
    }
  }
  return found;
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
