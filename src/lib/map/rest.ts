import type { Day } from '../time/day';

/** The scrub rests when no new day came for this long, ms ... */
const REST_MS = 110;
/** ... and for this many frames: where frames take long, so does the next day of a scrub, and that is no rest. */
const REST_FRAMES = 3;

/** Tells when a scrub has come to rest: then there is time for what a frame has none for. */
export class Rest {
  readonly #onRest: (day: Day) => void;
  #day: Day = 0;
  #movedAt = 0;
  #frames = 0;
  #request = 0;

  constructor(onRest: (day: Day) => void) {
    this.#onRest = onRest;
  }

  /** Another day is shown. */
  moved(day: Day): void {
    this.#day = day;
    this.#movedAt = performance.now();
    this.#frames = 0;
    this.#request ||= requestAnimationFrame(this.#look);
  }

  cancel(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  readonly #look = (): void => {
    this.#frames++;
    const isResting = this.#frames > REST_FRAMES && performance.now() - this.#movedAt >= REST_MS;
    this.#request = isResting ? 0 : requestAnimationFrame(this.#look);
    if (isResting) this.#onRest(this.#day);
  };
}
