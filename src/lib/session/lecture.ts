import type { Atlas } from '../atlas/atlas';
import type { LectureFile, StepFile } from '../atlas/lecture-schema';
import { THEMES, type Bounds, type Change, type Excerpt, type Source, type Theme } from '../atlas/types';
import { THEME_WORDS } from '../atlas/words';
import { FIRST_DAY, dayFromIso, isoFromDay, type Day } from '../time/day';
import { KNOWN_THEN, type Camera, type Names, type Selection, type ViewState } from './view-state';

/** Where a step looks: an area that is shown whole, or a camera on a map of 1440 by 900 pixels. */
export type Look = { readonly bounds: Bounds } | Camera;

/** What a step cites: a source, with what it says where the atlas or the lecturer says so. */
export interface Citation {
  readonly source: Source;
  readonly excerpt: Excerpt | null;
  /** In the lecturer's own words. */
  readonly says: string | null;
}

/** One picture of a lecture with the words under it and the notes beside it. */
export interface LectureStep {
  readonly day: Day;
  readonly title: string;
  readonly caption: string;
  readonly notes: string;
  /** Null: the map stays where it is. */
  readonly look: Look | null;
  readonly selection: Selection | null;
  /** The change it shows, if it shows one. */
  readonly change: Change | null;
  readonly theme: Theme | null;
  readonly lens: string | null;
  readonly layers: readonly string[];
  readonly names: Names;
  readonly compareDay: Day | null;
  readonly dim: boolean;
  /** Time plays from the step before. */
  readonly plays: boolean;
  /** The class guesses first, looking at another day. */
  readonly predict: { readonly question: string; readonly day: Day } | null;
  readonly citations: readonly Citation[];
}

export interface Lecture {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly abstract: string;
  readonly steps: readonly LectureStep[];
  /** What the file names and the atlas does not have; those parts are left out. */
  readonly problems: readonly string[];
}

/** The land round a change is shown with it: this share of its size on each side. */
const SURROUNDINGS = 0.35;

/** A lecture file in terms of the atlas. What it names and the atlas does not have is left out and told in `problems`. */
export function lectureOf(atlas: Atlas, id: string, file: LectureFile): Lecture {
  const problems: string[] = [];
  const steps: LectureStep[] = [];
  for (const step of file.steps) {
    const tell = (problem: string) => problems.push(`Step ${steps.length + 1}: ${problem}`);
    steps.push(stepOf(atlas, step, steps.at(-1)?.look ?? null, tell));
  }
  const { title, author, language, abstract } = file;
  return { id, title, author, language, abstract, steps, problems };
}

function stepOf(
  atlas: Atlas,
  step: StepFile,
  before: Look | null,
  tell: (problem: string) => void,
): LectureStep {
  const selection = selectionOf(atlas, step.selection, tell);
  const change =
    selection?.kind === 'change' ? (atlas.changes[atlas.changeIndex(selection.id) ?? -1] ?? null) : null;
  const layers = [...(step.layers ?? []), ...(selection?.kind === 'sphere' ? [selection.id] : [])];
  const lens = step.lens ?? null;
  const isLens =
    lens === null || lens === KNOWN_THEN || atlas.bundle.lenses.some((known) => known.id === lens);
  if (!isLens) tell(`there is no lens "${lens}"`);
  const day = dayFromIso(step.date);
  const asked = step.predict;
  return {
    day,
    title: step.title,
    caption: step.caption,
    notes: step.notes,
    look: ownLook(step) ?? (change?.bounds ? { bounds: withSurroundings(change.bounds) } : before),
    selection,
    change,
    theme: step.theme ?? null,
    lens: isLens ? lens : null,
    layers: [...new Set(layers)].filter((layer) => {
      const isKnown = atlas.spheres.some((sphere) => sphere.id === layer);
      if (!isKnown) tell(`there is no layer "${layer}"`);
      return isKnown;
    }),
    names: step.names ?? 'english',
    compareDay: step.compare === undefined ? null : dayFromIso(step.compare),
    dim: step.dim ?? false,
    plays: step.play ?? false,
    predict: asked
      ? {
          question: asked.question,
          day: asked.date === undefined ? Math.max(FIRST_DAY, day - 1) : dayFromIso(asked.date),
        }
      : null,
    citations: citationsOf(atlas, step, change, tell),
  };
}

function ownLook({ bounds, camera }: StepFile): Look | null {
  if (bounds) return { bounds };
  return camera ?? null;
}

function selectionOf(
  atlas: Atlas,
  text: string | undefined,
  tell: (problem: string) => void,
): Selection | null {
  const [kind, id = ''] = text?.split(':') ?? [];
  switch (kind) {
    case undefined:
      return null;
    case 'region':
      if (atlas.regionIndex(id) !== undefined) return { kind, id };
      break;
    case 'state':
      if (atlas.polityIndex(id) !== undefined) return { kind, id };
      break;
    case 'change':
      if (atlas.changeIndex(id) !== undefined) return { kind, id };
      break;
    case 'sphere':
      if (atlas.spheres.some((sphere) => sphere.id === id)) return { kind, id };
  }
  tell(`there is no ${kind} "${id}"`);
  return null;
}

function citationsOf(
  atlas: Atlas,
  step: StepFile,
  change: Change | null,
  tell: (problem: string) => void,
): Citation[] {
  const asked = step.excerpts ?? (change ? [{ change: change.id }] : []);
  return asked.flatMap((part): Citation[] => {
    if (!('change' in part)) {
      const source = atlas.sources.get(part.source);
      if (!source) tell(`there is no source "${part.source}"`);
      return source ? [{ source, excerpt: null, says: part.says ?? null }] : [];
    }
    const cited = atlas.changes[atlas.changeIndex(part.change) ?? -1];
    const named = part.source;
    const excerpts = cited?.excerpts.filter(({ source }) => named === undefined || source === named) ?? [];
    if (!cited) tell(`there is no change "${part.change}"`);
    else if (excerpts.length === 0) tell(`the change "${part.change}" does not cite "${named}"`);
    return excerpts.flatMap((excerpt) => {
      const source = atlas.sources.get(excerpt.source);
      return source ? [{ source, excerpt, says: null }] : [];
    });
  });
}

function withSurroundings([west, south, east, north]: Bounds): Bounds {
  const [dLon, dLat] = [(east - west) * SURROUNDINGS, (north - south) * SURROUNDINGS];
  return [
    Math.max(-180, west - dLon),
    Math.max(-85, south - dLat),
    Math.min(180, east + dLon),
    Math.min(85, north + dLat),
  ];
}

/** What the explorer shows where a step is shown. */
export function viewOfStep(step: LectureStep): ViewState {
  const { day, compareDay, dim, selection, theme, lens, layers, names, look } = step;
  const camera = look && 'zoom' in look ? look : null;
  return { day, compareDay, dim, selection, theme, lens, layers, names, camera };
}

/** Whether an id is that of a theme, each of which is a lecture as well. */
export const isTheme = (id: string): id is Theme => THEMES.some((theme) => theme === id);

/** Every change of a theme as a lecture, in order of time, after a title. */
export function lectureOfTheme(atlas: Atlas, theme: Theme): Lecture {
  const changes = atlas.changes.filter((change) => change.themes.includes(theme));
  const [first, last] = [changes[0], changes.at(-1)];
  const steps: StepFile[] = changes.map(({ id, day, title, sentence }) => ({
    title,
    date: isoFromDay(day),
    selection: `change:${id}`,
    theme,
    caption: sentence,
    notes: '',
  }));
  const opening: StepFile = {
    title: THEME_WORDS[theme],
    date: isoFromDay(Math.max(FIRST_DAY, (first?.day ?? FIRST_DAY) - 1)),
    theme,
    caption: `${changes.length} changes, from ${first?.dateInWords ?? '1917'} to ${last?.dateInWords ?? '1955'}.`,
    notes: '',
  };
  return lectureOf(atlas, theme, {
    version: 1,
    title: THEME_WORDS[theme],
    author: '',
    language: 'en',
    abstract: '',
    steps: [opening, ...steps],
  });
}
