import type { SetState } from './shown-day';

/** Dims all land but some regions, and tells the map only what differs. */
export class Dimmed {
  readonly #set: SetState;
  readonly #cover: (isOn: boolean) => void;
  #undimmed: ReadonlySet<number> | null = null;
  #dimmed: ReadonlySet<number> = new Set();

  constructor(set: SetState, cover: (isOn: boolean) => void) {
    this.#set = set;
    this.#cover = cover;
  }

  /** Remembers which regions stay bright; null dims none. */
  keep(regions: readonly number[] | null): void {
    this.#undimmed = regions === null ? null : new Set(regions);
  }

  /** Dims what has to be dimmed among `count` regions. */
  show(count: number): void {
    const dimmed = new Set<number>();
    for (let region = 0; region < count; region++) {
      const dim = this.#undimmed !== null && !this.#undimmed.has(region);
      if (dim) dimmed.add(region);
      if (dim !== this.#dimmed.has(region)) this.#set('regions', region, { dim });
    }
    this.#dimmed = dimmed;
    this.#cover(dimmed.size > 0);
  }

  /** The map forgot everything. */
  forget(): void {
    this.#dimmed = new Set();
  }
}
