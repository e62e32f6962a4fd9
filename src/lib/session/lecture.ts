import type { Atlas } from '../atlas/atlas';
import type { Bounds, Theme } from '../atlas/types';
import { THEME_WORDS } from '../atlas/words';
import { dayOf, type Day } from '../time/day';

/** One picture of a lecture: a day, where to look, and the words under it. */
export interface LectureStep {
  readonly day: Day;
  readonly title: string;
  readonly caption: string;
  readonly bounds: Bounds | null;
  /** Id of the change it shows, if it shows one. */
  readonly change: string | null;
}

export interface Lecture {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly LectureStep[];
}

/** Every change of a theme as a lecture, in order of time, after a title. */
export function lectureOfTheme(atlas: Atlas, theme: Theme): Lecture {
  const changes = atlas.changes.filter((change) => change.themes.includes(theme));
  const first = changes[0];
  return {
    id: theme,
    title: THEME_WORDS[theme],
    steps: [
      {
        day: first ? first.day - 1 : dayOf(1917, 1, 1),
        title: THEME_WORDS[theme],
        caption: `${changes.length} changes, from ${first?.dateInWords ?? '1917'} to ${changes.at(-1)?.dateInWords ?? '1955'}.`,
        bounds: null,
        change: null,
      },
      ...changes.map(({ id, day, title, sentence, bounds }) => ({
        day,
        title,
        caption: sentence,
        bounds: bounds ?? null,
        change: id,
      })),
    ],
  };
}
