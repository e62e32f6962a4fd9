import Flatbush from 'flatbush';
import { SegmentIndex, boundsOf, kmBetween, ringsContain, type Coordinates } from './planar';
import { polygonsOf, sidesOfArcs, type Partition } from './regions';
import { decodeArcs } from './topology';

/** A point this near to the coast counts as land: no coast is drawn more exactly, km. */
export const COAST_KM = 5.5;
/** Borders farther away than this are not looked for, km. */
const FARTHEST_KM = 3000;

/** Finds the region at a point, and the nearest edges, in an unsimplified partition. */
export class Locator {
  readonly #polygons: { region: number; rings: Coordinates[] }[] = [];
  readonly #tree: Flatbush;
  readonly #edges: SegmentIndex;
  readonly #sides: readonly (readonly [number, number])[];

  constructor(partition: Partition) {
    polygonsOf(partition).forEach((parts, region) => {
      for (const rings of parts) this.#polygons.push({ region, rings });
    });
    this.#tree = new Flatbush(Math.max(1, this.#polygons.length));
    if (this.#polygons.length === 0) this.#tree.add(1e6, 1e6, 1e6, 1e6);
    for (const { rings } of this.#polygons) {
      const [west, south, east, north] = boundsOf(rings[0] ?? []);
      this.#tree.add(west, south, east, north);
    }
    this.#tree.finish();
    this.#sides = sidesOfArcs(partition);
    this.#edges = new SegmentIndex(decodeArcs(partition).map((points, owner) => ({ owner, points })));
  }

  /** Index of the region at a point in degrees, or -1 at sea; within `COAST_KM` of a coast the nearest region. */
  regionAt(lon: number, lat: number): number {
    for (const index of this.#tree.search(lon, lat, lon, lat)) {
      const polygon = this.#polygons[index];
      if (polygon && ringsContain(polygon.rings, lon, lat)) return polygon.region;
    }
    const coast = this.#edges.nearest([lon, lat], COAST_KM);
    const [left, right] = coast ? (this.#sides[coast.owner] ?? [-1, -1]) : [-1, -1];
    return Math.max(left, right);
  }

  /**
   * Distance in km from a point to the nearest edge between two regions that `differ`; coasts do not count. Null when none is within
   * 3,000 km.
   */
  kmToBorder(lon: number, lat: number, differ: (left: number, right: number) => boolean): number | null {
    const isBorder = (edge: number) => {
      const [left, right] = this.#sides[edge] ?? [-1, -1];
      return left >= 0 && right >= 0 && differ(left, right);
    };
    for (let km = 10; km <= FARTHEST_KM; km *= 5) {
      const hit = this.#edges.nearest([lon, lat], Math.min(km, FARTHEST_KM), isBorder);
      if (hit) return kmBetween([lon, lat], hit.at);
    }
    return null;
  }
}
