import type { Change } from '../atlas/types';
import { LAST_DAY, type Day } from '../time/day';

/** Speeds offered to the viewer, as factors of the usual pace. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Quiet time passes at this many days a second. */
const QUIET_DAYS_PER_SECOND = 300;
/** The pace sinks towards this as a change comes near. */
const NEAR_DAYS_PER_SECOND = 12;
/** Within this many days of a change time slows. */
const NEAR_DAYS = 45;
/** How long playback rests on a change, seconds. */
const BEAT_SECONDS = 1.3;

/** With reduced motion playback steps from change to change and rests this long on each, seconds. */
const STEP_SECONDS = 2.5;

/** Where playback is: a fraction of a day, and how long it still rests. */
export interface PlaybackState {
  readonly day: number;
  readonly restSeconds: number;
}

/**
 * Moves playback on by `seconds` of real time. Time runs fast through quiet years, slows before each of `stops` and rests on it for a
 * beat, so that every change is seen; the tenth change of a busy month rests less than a lone one.
 * @param stops days with changes, ascending
 */
export function advance(
  state: PlaybackState,
  seconds: number,
  speed: number,
  stops: readonly Day[],
): PlaybackState {
  let rest = state.restSeconds;
  let left = seconds * speed;
  if (rest > 0) {
    const waited = Math.min(rest, left);
    rest -= waited;
    left -= waited;
    if (rest > 0) return { day: state.day, restSeconds: rest };
  }
  const next = firstAfter(stops, Math.floor(state.day));
  const stop = stops[next];
  const distance = stop === undefined ? Infinity : stop - state.day;
  const share = Math.min(1, distance / NEAR_DAYS);
  const pace = NEAR_DAYS_PER_SECOND + (QUIET_DAYS_PER_SECOND - NEAR_DAYS_PER_SECOND) * share * share;
  const day = state.day + pace * left;
  if (stop !== undefined && day >= stop) return { day: stop, restSeconds: beatOf(stops, next) };
  return { day: Math.min(LAST_DAY, day), restSeconds: 0 };
}

/** As `advance`, but without motion: from one stop to the next, resting on each. */
export function stepOn(
  state: PlaybackState,
  seconds: number,
  speed: number,
  stops: readonly Day[],
): PlaybackState {
  const rest = state.restSeconds - seconds * speed;
  if (rest > 0) return { day: state.day, restSeconds: rest };
  const next = stops[firstAfter(stops, Math.floor(state.day))];
  return next === undefined ? { day: LAST_DAY, restSeconds: 0 } : { day: next, restSeconds: STEP_SECONDS };
}

function beatOf(stops: readonly Day[], at: number): number {
  const before = stops[at - 1];
  const after = stops[at + 1];
  const gap = Math.min((stops[at] ?? 0) - (before ?? -Infinity), (after ?? Infinity) - (stops[at] ?? 0));
  return BEAT_SECONDS * Math.min(1, 0.3 + gap / 20);
}

/** Index of the first element greater than `value`. */
function firstAfter(sorted: readonly Day[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The days on which playback rests: those of the given changes, each once. */
export function stopsOf(changes: readonly Change[]): Day[] {
  return [...new Set(changes.map((change) => change.day))].sort((a, b) => a - b);
}
