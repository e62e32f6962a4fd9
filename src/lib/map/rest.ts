import type { Day } from '../time/day';

/** The scrub rests when no new day came for this long, ms. */
const REST_MS = 110;
/** Two days shown within this time, ms, are of one scrub, however slowly the machine draws. */
const SLOWEST_FRAME_MS = 1000;

/** Tells when a scrub has come to rest: then there is time for what a frame has none for. */
export class Rest {
  readonly #onRest: (day: Day) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = -Infinity;

  constructor(onRest: (day: Day) => void) {
    this.#onRest = onRest;
  }

  /** Another day is shown. */
  moved(day: Day): void {
    const now = performance.now();
    const sinceLast = now - this.#shownAt;
    this.#shownAt = now;
    // Where frames take long, so does the next day of a scrub: that is no rest.
    const wait = sinceLast < SLOWEST_FRAME_MS ? Math.max(REST_MS, 1.5 * sinceLast) : REST_MS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onRest(day), wait);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
