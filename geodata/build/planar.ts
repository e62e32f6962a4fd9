import Flatbush from 'flatbush';

/** A list of [lon, lat] in degrees. */
export type Coordinates = [number, number][];

/** Length of one degree of latitude, km (mean Earth radius 6371.0088 km). */
export const KM_PER_DEGREE = 111.195;

/** [west, south, east, north] of a list of points. */
export function boundsOf(points: Coordinates): [number, number, number, number] {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lon, lat] of points) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}

/** Whether a point lies in a polygon: even-odd over its outer ring and holes. */
export function ringsContain(rings: readonly Coordinates[], lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i] as [number, number];
      const [bx, by] = ring[j] as [number, number];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Distance in km between two nearby points; equirectangular, right to 0.5 % below 200 km. */
export function kmBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const scale = Math.cos(((a[1] + b[1]) * Math.PI) / 360);
  return Math.hypot((a[0] - b[0]) * scale, a[1] - b[1]) * KM_PER_DEGREE;
}

/** Length of a line in km. */
export function kmAlong(line: Coordinates): number {
  let km = 0;
  for (let i = 1; i < line.length; i++) {
    km += kmBetween(line[i - 1] as [number, number], line[i] as [number, number]);
  }
  return km;
}

/** The point of segment ab nearest to p, measured with longitudes scaled to p's latitude. */
export function nearestOnSegment(
  p: readonly [number, number],
  a: readonly [number, number],
  b: readonly [number, number],
): [number, number] {
  const scale = Math.cos((p[1] * Math.PI) / 180);
  const dx = (b[0] - a[0]) * scale;
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return [a[0], a[1]];
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * scale * dx + (p[1] - a[1]) * dy) / length2));
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

export interface NearestHit {
  readonly km: number;
  readonly at: [number, number];
  /** The owner given when the line was added. */
  readonly owner: number;
}

/** Finds the segment of many lines that is nearest to a point. */
export class SegmentIndex {
  readonly #owners: number[] = [];
  readonly #ends: number[] = [];
  readonly #tree: Flatbush;

  constructor(lines: Iterable<{ owner: number; points: Coordinates }>) {
    for (const { owner, points } of lines) {
      for (let i = 1; i < points.length; i++) {
        const a = points[i - 1] as [number, number];
        const b = points[i] as [number, number];
        this.#owners.push(owner);
        this.#ends.push(a[0], a[1], b[0], b[1]);
      }
    }
    this.#tree = new Flatbush(Math.max(1, this.#owners.length));
    if (this.#owners.length === 0) this.#tree.add(1e6, 1e6, 1e6, 1e6);
    for (let i = 0; i < this.#ends.length; i += 4) {
      const [ax, ay, bx, by] = this.#ends.slice(i, i + 4) as [number, number, number, number];
      this.#tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.#tree.finish();
  }

  /** The nearest segment within `maxKm` whose owner passes, or null. */
  nearest(p: readonly [number, number], maxKm: number, accepts?: (owner: number) => boolean): NearestHit | null {
    const dLat = maxKm / KM_PER_DEGREE;
    const dLon = dLat / Math.max(0.05, Math.cos((p[1] * Math.PI) / 180));
    const filter = accepts && ((index: number) => accepts(this.#owners[index] ?? -1));
    let best: NearestHit | null = null;
    for (const index of this.#tree.search(p[0] - dLon, p[1] - dLat, p[0] + dLon, p[1] + dLat, filter)) {
      const [ax, ay, bx, by] = this.#ends.slice(index * 4, index * 4 + 4) as [number, number, number, number];
      const at = nearestOnSegment(p, [ax, ay], [bx, by]);
      const km = kmBetween(p, at);
      if (km <= (best?.km ?? maxKm)) best = { km, at, owner: this.#owners[index] ?? -1 };
    }
    return best;
  }
}
