import type { Atlas } from '$lib/atlas/atlas';
import type { LectureStep } from '$lib/session/lecture';
import { changesOnTheWay, moveThrough, playThrough } from '$lib/session/passage';
import type { Presentation, Standing, Way } from '$lib/session/presentation.svelte';
import { selectedRegions } from '$lib/session/selected';
import { KNOWN_THEN } from '$lib/session/view-state';
import { clampDay, type Day } from '$lib/time/day';
import { StageTime } from '../stage-time.svelte';

/** A jump in space takes this long, seconds; with reduced motion nothing moves. */
const JUMP_SECONDS = 0.7;
/** The camera is there before a long playback ends. */
const LONGEST_FLIGHT_SECONDS = 2.5;

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What the stage shows: the day on its way to that of the step, the atlas through its lens, and what the lecturer explores. */
export class StageView {
  readonly time: StageTime;
  readonly #atlas: Atlas;
  readonly #presentation: Presentation;
  #isExploring = $state(false);
  #isFirst = true;

  constructor(atlas: Atlas, presentation: Presentation) {
    this.#atlas = atlas;
    this.#presentation = presentation;
    this.time = new StageTime(dayOf(presentation.step, presentation.standing.revealed));
  }

  /** Whether the lecturer has taken the day in hand. */
  get isExploring(): boolean {
    return this.#isExploring;
  }

  /** The atlas as the step shows it. */
  readonly seen: Atlas = $derived.by(() => {
    const lens = this.#atlas.bundle.lenses.find(({ id }) => id === this.#presentation.step.lens);
    return lens ? this.#atlas.through(lens) : this.#atlas;
  });

  /** Regions to outline: none before the answer, which they would give away, and none on the way. */
  readonly selected: readonly number[] = $derived.by(() => {
    const { step, isAsking } = this.#presentation;
    if (isAsking || this.time.isPassing || this.#isExploring) return [];
    return selectedRegions(this.seen, step.selection, step.day);
  });

  /** Ids of the layers to draw: with the lens 'known' no secret ones. */
  readonly layers: readonly string[] = $derived.by(() => {
    const { step, isAsking } = this.#presentation;
    if (isAsking) return [];
    const day = this.time.day;
    return step.layers.filter((id) => {
      const sphere = this.#atlas.spheres.find((known) => known.id === id);
      return step.lens !== KNOWN_THEN || (sphere?.knownFrom ?? 0) <= day;
    });
  });

  /** Goes to where the lecture stands. Returns how many seconds the camera may take. */
  arrive({ revealed }: Standing, way: Way): number {
    const { step } = this.#presentation;
    const to = dayOf(step, revealed);
    const from = this.time.day;
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    this.#isExploring = false;
    if (isFirst || isStill()) {
      const plays = !isFirst && way === 'next' && step.plays && revealed && from < to;
      if (plays) this.#play(from, to, step);
      else this.time.show(to);
      return 0;
    }
    if (way === 'jump') {
      this.time.show(to);
      return JUMP_SECONDS;
    }
    if (way === 'next' && step.plays && revealed && from < to) {
      return Math.min(LONGEST_FLIGHT_SECONDS, this.#play(from, to, step));
    }
    const passage = moveThrough(from, to, changesOnTheWay(this.seen, from, step));
    this.time.pass(passage, []);
    return passage.seconds;
  }

  /** Shows where the lecture stands at once, and ends exploring. */
  show({ revealed }: Standing): void {
    this.#isExploring = false;
    this.time.show(dayOf(this.#presentation.step, revealed));
  }

  /** Takes the day in hand. */
  explore(): void {
    this.time.stop();
    this.#isExploring = true;
  }

  /** Goes to any day while exploring. */
  scrub(day: Day): void {
    this.explore();
    this.time.show(clampDay(day));
  }

  /** Goes to the next or previous change of any kind and explores from there. */
  stepChange(by: 1 | -1): void {
    const { changes } = this.#atlas;
    const now = this.time.day;
    const change = by === 1 ? changes.find(({ day }) => day > now) : changes.findLast(({ day }) => day < now);
    if (change) this.scrub(change.day);
  }

  #play(from: Day, to: Day, step: LectureStep): number {
    const changes = changesOnTheWay(this.seen, from, step);
    const passage = playThrough(from, to, changes, isStill());
    this.time.pass(passage, changes);
    return passage.seconds;
  }
}

/** The day of a step, before and after its answer. */
function dayOf(step: LectureStep, revealed: boolean): Day {
  return !revealed && step.predict ? step.predict.day : step.day;
}
