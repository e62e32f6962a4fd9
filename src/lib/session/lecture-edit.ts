import type { LectureFile, StepFile } from '../atlas/lecture-schema';
import type { Bounds, Change } from '../atlas/types';
import { isoFromDay, longDate } from '../time/day';
import type { ViewState } from './view-state';

/** A lecture with nothing in it yet but a title. */
export const emptyLecture = (title: string): LectureFile => ({
  version: 1,
  title,
  author: '',
  language: 'en',
  abstract: '',
  steps: [],
});

/** What is on the screen as a step. The area counts, not the zoom: it looks the same on any screen. */
export function stepFromView(view: ViewState, bounds: Bounds | null, change: Change | null): StepFile {
  const { day, compareDay, dim, selection, theme, lens, layers, names } = view;
  return {
    title: change?.title ?? longDate(day),
    date: isoFromDay(day),
    ...(compareDay === null ? {} : { compare: isoFromDay(compareDay) }),
    ...(compareDay !== null && dim ? { dim } : {}),
    ...(bounds ? { bounds: tidy(bounds) } : {}),
    ...(selection ? { selection: `${selection.kind}:${selection.id}` } : {}),
    ...(theme ? { theme } : {}),
    ...(lens ? { lens } : {}),
    ...(layers.length > 0 ? { layers: [...layers] } : {}),
    ...(names === 'english' ? {} : { names }),
    caption: change?.sentence ?? '',
    notes: '',
  };
}

/** To a hundredth of a degree, inside the world. */
function tidy([west, south, east, north]: Bounds): [number, number, number, number] {
  const round = (degrees: number, most: number) =>
    Math.round(Math.max(-most, Math.min(most, degrees)) * 100) / 100;
  return [round(west, 180), round(south, 85), round(east, 180), round(north, 85)];
}

/** The lecture with its steps changed. */
const withSteps = (lecture: LectureFile, change: (steps: StepFile[]) => void): LectureFile => {
  const steps = [...lecture.steps];
  change(steps);
  return { ...lecture, steps };
};

/** Puts a step at a place; by default at the end. */
export const addStep = (lecture: LectureFile, step: StepFile, at = lecture.steps.length): LectureFile =>
  withSteps(lecture, (steps) => steps.splice(at, 0, step));

/** Another view in the place of a step's, which keeps its words and whether it plays or asks. */
export function replaceView(
  lecture: LectureFile,
  at: number,
  { title: _title, caption: _caption, notes: _notes, ...view }: StepFile,
): LectureFile {
  return withSteps(lecture, (steps) => {
    const old = steps[at];
    if (!old) return;
    const { title, caption, notes, play, predict, excerpts } = old;
    steps[at] = {
      ...view,
      title,
      caption,
      notes,
      ...(play === undefined ? {} : { play }),
      ...(predict === undefined ? {} : { predict }),
      ...(excerpts === undefined ? {} : { excerpts }),
    };
  });
}

/** Changes parts of a step; a part that is undefined is taken out. */
export function changeStep(
  lecture: LectureFile,
  at: number,
  part: { readonly [K in keyof StepFile]?: StepFile[K] | undefined },
): LectureFile {
  return withSteps(lecture, (steps) => {
    const merged = Object.entries({ ...steps[at], ...part }).filter(([, value]) => value !== undefined);
    steps[at] = Object.fromEntries(merged) as StepFile;
  });
}

/** Moves a step to another place. */
export const moveStep = (lecture: LectureFile, from: number, to: number): LectureFile =>
  withSteps(lecture, (steps) => {
    const [step] = steps.splice(from, 1);
    if (step) steps.splice(Math.max(0, Math.min(steps.length, to)), 0, step);
  });

export const duplicateStep = (lecture: LectureFile, at: number): LectureFile =>
  withSteps(lecture, (steps) => {
    const step = steps[at];
    if (step) steps.splice(at + 1, 0, { ...step });
  });

export const deleteStep = (lecture: LectureFile, at: number): LectureFile =>
  withSteps(lecture, (steps) => steps.splice(at, 1));

/** The earlier and later states of something, for undo and redo. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about: further changes of the same kind join it. */
  readonly kind: string;
}

/** So many steps back are kept. */
const MOST_PAST = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [], kind: '' });

/**
 * A new state. Changes of one kind in a row are undone as one: the letters typed into a field.
 * @param kind what was changed, such as `caption 3`; empty: never joined
 */
export function record<T>(history: History<T>, present: T, kind: string): History<T> {
  if (present === history.present) return history;
  const joins = kind !== '' && kind === history.kind;
  const past = joins ? history.past : [...history.past, history.present].slice(-MOST_PAST);
  return { past, present, future: [], kind };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future, kind: '' }
    : { past: past.slice(0, -1), present: before, future: [present, ...future], kind: '' };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  return next === undefined
    ? { past, present, future, kind: '' }
    : { past: [...past, present], present: next, future: rest, kind: '' };
}
