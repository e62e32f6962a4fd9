import type { Change } from '$lib/atlas/types';
import type { Passage } from '$lib/session/passage';
import type { Day } from '$lib/time/day';

/** The day on the stage, and its way to another. */
export class StageTime {
  #day = $state<Day>(0);
  #isPassing = $state(false);
  #passage: Passage | null = null;
  #changes: readonly Change[] = [];
  #frame = 0;

  constructor(day: Day) {
    this.#day = day;
  }

  get day(): Day {
    return this.#day;
  }

  get isPassing(): boolean {
    return this.#isPassing;
  }

  /** The last change that was passed on the way; null when time stands. */
  readonly passed: Change | null = $derived.by(() => {
    if (!this.#isPassing) return null;
    return this.#changes.findLast((change) => change.day <= this.#day) ?? null;
  });

  /** Shows a day at once. */
  show(day: Day): void {
    this.stop();
    this.#day = day;
  }

  /** Lets time pass. `changes` are those to be named on the way, in order; none when they would only flit by. */
  pass(passage: Passage, changes: readonly Change[]): void {
    this.stop();
    this.#passage = passage;
    this.#changes = changes;
    this.#isPassing = true;
    const began = performance.now();
    const next = (now: number): void => {
      const seconds = (now - began) / 1000;
      if (seconds >= passage.seconds) {
        this.finish();
        return;
      }
      this.#day = passage.dayAt(seconds);
      this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
  }

  /** Goes to the end of the way. */
  finish(): void {
    const to = this.#passage?.to;
    this.stop();
    if (to !== undefined) this.#day = to;
  }

  /** Stays where it is. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#passage = null;
    this.#isPassing = false;
  }
}
