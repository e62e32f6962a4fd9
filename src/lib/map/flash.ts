import type { Atlas } from '../atlas/atlas';
import type { Day } from '../time/day';
import { changedOn, type SetState } from './shown-day';

/** Two soft swells, about as long as playback rests on a change. */
const SWELL_MS = 550;
const SWELLS = 2;
const STRONGEST = 0.75;

/**
 * Shows what happened on a day: the land that moved swells twice; the line that went stays as a ghost, and land whose date is in doubt
 * keeps a dotted outline, for as long as the day does. With reduced motion nothing swells.
 */
export class Flash {
  readonly #atlas: Atlas;
  readonly #set: SetState;
  readonly #showGhosts: (edges: readonly number[]) => void;
  readonly #showDoubt: (regions: readonly number[]) => void;
  readonly #cover: (isOn: boolean) => void;
  readonly #reducedMotion: () => boolean;
  #regions: readonly number[] = [];
  #frame = 0;

  constructor(
    atlas: Atlas,
    set: SetState,
    showGhosts: (edges: readonly number[]) => void,
    showDoubt: (regions: readonly number[]) => void,
    cover: (isOn: boolean) => void,
    reducedMotion: () => boolean,
  ) {
    this.#showGhosts = showGhosts;
    this.#showDoubt = showDoubt;
    this.#cover = cover;
    this.#atlas = atlas;
    this.#set = set;
    this.#reducedMotion = reducedMotion;
  }

  /** Begins to show the changes of a day; ends what is shown. */
  show(day: Day): void {
    this.clear();
    const { regions, inDoubt, goneBorders } = changedOn(this.#atlas, day);
    this.#showGhosts(goneBorders);
    this.#showDoubt(inDoubt);
    if (regions.length === 0 || this.#reducedMotion()) return;
    this.#regions = regions;
    this.#cover(true);
    const started = performance.now();
    const swell = (now: number): void => {
      const phase = (now - started) / SWELL_MS;
      const pulse = phase >= SWELLS ? 0 : STRONGEST * Math.sin((phase % 1) * Math.PI) ** 2;
      for (const region of regions) this.#set('regions', region, { pulse });
      if (phase < SWELLS) this.#frame = requestAnimationFrame(swell);
      else {
        this.#regions = [];
        this.#cover(false);
      }
    };
    this.#frame = requestAnimationFrame(swell);
  }

  clear(): void {
    cancelAnimationFrame(this.#frame);
    for (const region of this.#regions) this.#set('regions', region, { pulse: 0 });
    this.#showGhosts([]);
    this.#showDoubt([]);
    if (this.#regions.length > 0) this.#cover(false);
    this.#regions = [];
  }
}
