import type { Atlas } from '../atlas/atlas';
import type { Bounds, Change } from '../atlas/types';
import type { Day } from '../time/day';
import type { LectureStep } from './lecture';
import { advance, stepOn, stopsOf } from './playback';
import { KNOWN_THEN } from './view-state';

/** How time passes from one step of a lecture to the next: the day and how long it takes. */
export interface Passage {
  readonly from: Day;
  readonly to: Day;
  readonly seconds: number;
  /** The day after some seconds, whole. */
  dayAt(seconds: number): Day;
}

/** A move takes this long, and longer the more happens on the way. */
const MOVE_SECONDS = { least: 1.4, eachChange: 0.12, most: 3.5 };
/** Playback between two steps never takes longer. */
const LONGEST_PLAY_SECONDS = 25;
/** Playback is worked out in steps of this many seconds. */
const TICK_SECONDS = 1 / 30;

/**
 * The changes that are passed on the way to a step, its own day included: of the step's theme, or else those that lie in what it shows.
 * With the lens 'known' secrets are passed over.
 */
export function changesOnTheWay(atlas: Atlas, from: Day, step: LectureStep): Change[] {
  const { day, theme, lens, look } = step;
  const bounds = look && 'bounds' in look ? look.bounds : null;
  return atlas
    .changesBetween(Math.min(from, day), Math.max(from, day))
    .filter((change) => theme === null || change.themes.includes(theme))
    .filter((change) => theme !== null || !bounds || !change.bounds || lies(change.bounds, bounds))
    .filter((change) => lens !== KNOWN_THEN || (change.knownFrom ?? 0) <= change.day);
}

/** Whether the middle of an area lies in another. */
function lies([west, south, east, north]: Bounds, [left, bottom, right, top]: Bounds): boolean {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  return lon >= left && lon <= right && lat >= bottom && lat <= top;
}

/** A smooth move through time, in either direction: quick where nothing happens, slower where much does. */
export function moveThrough(from: Day, to: Day, changes: readonly Change[]): Passage {
  const stops = stopsOf(changes).filter((day) => day > Math.min(from, to) && day < Math.max(from, to));
  const marks = [from, ...(from < to ? stops : stops.toReversed()), to];
  const { least, eachChange, most } = MOVE_SECONDS;
  const seconds = from === to ? least : Math.min(most, least + eachChange * stops.length);
  const total = Math.abs(to - from) || 1;
  // Half of the time is shared out by days, half by changes.
  const ends: number[] = [0];
  for (let at = 1; at < marks.length; at++) {
    const share = Math.abs((marks[at] ?? 0) - (marks[at - 1] ?? 0)) / total;
    ends.push((ends.at(-1) ?? 0) + share / 2 + 0.5 / (marks.length - 1));
  }
  return {
    from,
    to,
    seconds,
    dayAt(now) {
      const share = eased(now / seconds);
      if (share >= 1) return to;
      const next = ends.findIndex((end) => end > share);
      const [start = 0, end = 1] = [ends[next - 1], ends[next]];
      const [a, b] = [marks[next - 1] ?? from, marks[next] ?? to];
      return Math.trunc(a + ((share - start) / (end - start)) * (b - a));
    },
  };
}

const eased = (share: number): number => {
  const inside = Math.max(0, Math.min(1, share));
  return inside < 0.5 ? 2 * inside * inside : 1 - (-2 * inside + 2) ** 2 / 2;
};

/** Playback from one day to a later one, resting on the changes in between as the explorer does; with reduced motion from stop to stop. */
export function playThrough(from: Day, to: Day, changes: readonly Change[], isStill: boolean): Passage {
  const stops = [...new Set([...stopsOf(changes).filter((day) => day > from && day < to), to])];
  const move = isStill ? stepOn : advance;
  const track: Day[] = [from];
  let state = { day: from, restSeconds: 0 };
  while (state.day < to && track.length < 1e5) {
    state = move(state, TICK_SECONDS, 1, stops);
    track.push(Math.min(to, Math.floor(state.day)));
  }
  const seconds = Math.min(LONGEST_PLAY_SECONDS, track.length * TICK_SECONDS);
  return {
    from,
    to,
    seconds,
    dayAt: (now) => track[Math.min(track.length - 1, Math.floor((now / seconds) * track.length))] ?? to,
  };
}
