import { isWithin, type Day } from '../time/day';
import { throughLens } from './lens';
import { asKnownOn } from './secrets';
import {
  PRECISIONS,
  STATUSES,
  type Bundle,
  type Change,
  type Edge,
  type Holding,
  type Lens,
  type Place,
  type Polity,
  type Region,
  type Source,
  type Sphere,
} from './types';

/** One step in the life of a region, as its history lists it. */
export interface HistoryRow {
  readonly holding: Holding;
  /** Day on which the next holding begins; null for the last. */
  readonly to: Day | null;
  readonly change: Change | null;
}

/** What one change did to one region. */
export interface MovedRegion {
  readonly region: number;
  readonly before: Holding;
  readonly after: Holding;
}

/** Thrown when the bundle cannot be an atlas. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/**
 * The atlas in memory: immutable facts with the indexes that answer 'who holds what on this day'. Regions, polities and changes are
 * addressed by index; ids are for links. Pure: no DOM, no fetch.
 */
export class Atlas {
  readonly polities: readonly Polity[];
  readonly regions: readonly Region[];
  /** Sorted by day. */
  readonly changes: readonly Change[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly spheres: readonly Sphere[];
  readonly places: readonly Place[];
  readonly edges: readonly Edge[];
  readonly bundle: Bundle;

  /** All holdings, sorted by region, then day. */
  readonly holdings: readonly Holding[];
  /** Index of the first holding of each region, and one past the last. */
  readonly #firstHolding: Int32Array;
  readonly #holdingDays: Int32Array;
  /** Indices of holdings after the first day, sorted by day. */
  readonly #events: Int32Array;
  readonly #eventDays: Int32Array;
  readonly #regionIndex: ReadonlyMap<string, number>;
  readonly #polityIndex: ReadonlyMap<string, number>;
  readonly #changeIndex: ReadonlyMap<string, number>;
  readonly #movedBy: ReadonlyMap<number, readonly number[]>;
  /** Edges beside each region. */
  readonly edgesOfRegion: readonly (readonly number[])[];

  /** @throws BundleError when the version or the structure is not one this code reads */
  constructor(bundle: Bundle) {
    if (bundle?.version !== 1) {
      throw new BundleError(
        `the atlas bundle has version ${String(bundle?.version)}, this app reads version 1: reload, or build again`,
      );
    }
    this.bundle = bundle;
    this.polities = bundle.polities;
    this.regions = bundle.regions;
    this.changes = bundle.changes;
    this.spheres = bundle.spheres;
    this.places = bundle.places;
    this.sources = new Map(bundle.sources.map((source) => [source.id, source]));
    this.edges = bundle.edges.map(([left, right, line]) => ({ left, right, line }));
    this.holdings = bundle.holdings.map(
      ([region, from, holder, controller, status, unit, precision, change]) => ({
        region,
        from,
        holder,
        controller,
        status: STATUSES[status] ?? 'sovereign',
        unit: unit < 0 ? null : unit,
        precision: PRECISIONS[precision] ?? 'day',
        change: change < 0 ? null : change,
      }),
    );
    const count = this.regions.length;
    this.#firstHolding = new Int32Array(count + 1);
    this.#holdingDays = Int32Array.from(this.holdings, (holding) => holding.from);
    let region = -1;
    this.holdings.forEach((holding, at) => {
      while (region < holding.region) this.#firstHolding[++region] = at;
    });
    while (region < count) this.#firstHolding[++region] = this.holdings.length;
    for (let r = 0; r < count; r++) {
      if (this.#firstHolding[r] === this.#firstHolding[r + 1]) {
        throw new BundleError(`region "${this.regions[r]?.id}" has no holding: build the bundle again`);
      }
    }
    this.#events = Int32Array.from(this.holdings.keys())
      .filter((at) => this.#firstHolding[this.holdings[at]?.region ?? 0] !== at)
      .sort((a, b) => (this.#holdingDays[a] ?? 0) - (this.#holdingDays[b] ?? 0) || a - b);
    this.#eventDays = this.#events.map((at) => this.#holdingDays[at] ?? 0);
    this.#regionIndex = indexById(this.regions);
    this.#polityIndex = indexById(this.polities);
    this.#changeIndex = indexById(this.changes);
    const movedBy = new Map<number, number[]>();
    this.holdings.forEach((holding, at) => {
      if (holding.change === null) return;
      const list = movedBy.get(holding.change);
      if (list) list.push(at);
      else movedBy.set(holding.change, [at]);
    });
    this.#movedBy = movedBy;
    const edgesOf: number[][] = this.regions.map(() => []);
    this.edges.forEach((edge, at) => {
      edgesOf[edge.left]?.push(at);
      edgesOf[edge.right]?.push(at);
    });
    this.edgesOfRegion = edgesOf;
  }

  /** The atlas as one capital recognised it: the same regions, polities and changes, other holdings. */
  through(lens: Lens): Atlas {
    return new Atlas(throughLens(this.bundle, lens));
  }

  /** The atlas as it was public on a day. */
  knownOn(day: Day): Atlas {
    return new Atlas(asKnownOn(this.bundle, day));
  }

  regionIndex(id: string): number | undefined {
    return this.#regionIndex.get(id);
  }

  polityIndex(id: string): number | undefined {
    return this.#polityIndex.get(id);
  }

  changeIndex(id: string): number | undefined {
    return this.#changeIndex.get(id);
  }

  /** Index of the holding of a region on a day. */
  holdingIndexOn(region: number, day: Day): number {
    let low = this.#firstHolding[region] ?? 0;
    let high = (this.#firstHolding[region + 1] ?? low + 1) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#holdingDays[middle] ?? 0) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  holdingOn(region: number, day: Day): Holding {
    return this.holdings[this.holdingIndexOn(region, day)] as Holding;
  }

  /**
   * The state of the whole atlas on a day: for each region the index of its holding.
   * @param into reused when given, so that scrubbing allocates nothing
   */
  stateOn(day: Day, into: Int32Array = new Int32Array(this.regions.length)): Int32Array {
    for (let region = 0; region < this.regions.length; region++)
      into[region] = this.holdingIndexOn(region, day);
    return into;
  }

  /**
   * Regions whose holding on day `b` differs from that on day `a`, in either direction of time. Looks only at what happened in between.
   */
  changedRegions(a: Day, b: Day): number[] {
    const [low, high] = a < b ? [a, b] : [b, a];
    const seen = new Set<number>();
    for (let at = firstAfter(this.#eventDays, low); at < this.#events.length; at++) {
      if ((this.#eventDays[at] ?? 0) > high) break;
      seen.add(this.holdings[this.#events[at] ?? 0]?.region ?? 0);
    }
    return [...seen].filter((region) => {
      const before = this.holdingOn(region, a);
      const after = this.holdingOn(region, b);
      return before !== after && !isSameHolding(before, after);
    });
  }

  /** Changes with `a < day <= b`, in order. */
  changesBetween(a: Day, b: Day): readonly Change[] {
    return this.changes.slice(this.#firstChangeAfter(a), this.#firstChangeAfter(b));
  }

  #firstChangeAfter(day: Day): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.changes[middle]?.day ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** All holdings of a region, in order, with the changes that made them. */
  historyOf(region: number): HistoryRow[] {
    const from = this.#firstHolding[region] ?? 0;
    const to = this.#firstHolding[region + 1] ?? from;
    return this.holdings.slice(from, to).map((holding, at, list) => ({
      holding,
      to: list[at + 1]?.from ?? null,
      change: holding.change === null ? null : (this.changes[holding.change] ?? null),
    }));
  }

  /** The regions that a change moved, with their holdings before and after, largest first. */
  movedBy(change: number): MovedRegion[] {
    return (this.#movedBy.get(change) ?? [])
      .map((at) => {
        const after = this.holdings[at] as Holding;
        return { region: after.region, before: this.holdings[at - 1] as Holding, after };
      })
      .sort((a, b) => (this.regions[b.region]?.km2 ?? 0) - (this.regions[a.region]?.km2 ?? 0));
  }

  /** Index of the nearest change after (`step` 1) or before (-1) a day that moved a region. */
  neighbourChange(day: Day, step: 1 | -1, region: number): number | null {
    const isAhead = ({ holding }: HistoryRow) => (step === 1 ? holding.from > day : holding.from < day);
    const rows = this.historyOf(region).filter((row) => row.holding.change !== null && isAhead(row));
    return (step === 1 ? rows[0] : rows.at(-1))?.holding.change ?? null;
  }

  /** The name of a polity on a day; the nearest one outside its span. */
  nameOn(polity: number, day: Day): string {
    const names = this.polities[polity]?.names ?? [];
    return (names.find((name) => isWithin(day, name.from, name.to)) ?? names.at(-1))?.name ?? '';
  }

  /** The name of a place on a day. */
  placeNameOn(place: Place, day: Day): string {
    return (place.names.find((name) => isWithin(day, name.from, name.to)) ?? place.names.at(-1))?.name ?? '';
  }
}

/** Whether two holdings look the same on the map. */
export function isSameHolding(a: Holding, b: Holding): boolean {
  return a.holder === b.holder && a.controller === b.controller && a.status === b.status && a.unit === b.unit;
}

function indexById(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map((item, at) => [item.id, at]));
}

/** Index of the first element greater than `value` in a sorted array. */
function firstAfter(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
