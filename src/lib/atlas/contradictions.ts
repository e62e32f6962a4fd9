import { DIFFERENCES, type Change, type Difference, type Excerpt, type Source } from './types';

/** Readings of one thing that differ: from ours, or views from one another. */
export interface Contradiction {
  readonly about: Difference;
  /** The excerpts that differ, in the order of the change. */
  readonly readings: readonly Excerpt[];
}

/** On what the sources of a change differ: the date first. */
export function contradictionsOf({ excerpts }: Pick<Change, 'excerpts'>): Contradiction[] {
  return DIFFERENCES.map((about) => ({
    about,
    readings: excerpts.filter((excerpt) => excerpt.about === about),
  })).filter(({ readings }) => readings.length > 0);
}

/** Documents and scholarship of a change that nothing is said against: what our own reading rests on, each source once. */
export function groundsOf(
  { excerpts }: Pick<Change, 'excerpts'>,
  sources: ReadonlyMap<string, Pick<Source, 'kind'>>,
): Excerpt[] {
  const kinds = ['primary', 'scholarship'];
  const agreeing = excerpts.filter(
    ({ stance, source }) => stance === 'agrees' && kinds.includes(sources.get(source)?.kind ?? ''),
  );
  return [...new Map(agreeing.map((excerpt) => [excerpt.source, excerpt])).values()];
}

/** A date as the reader has to be warned of it. */
interface Dating {
  readonly certain: boolean;
  readonly contested?: true | undefined;
}

/** Whether the date of a change is uncertain, or a source gives another: card, slider and map mark it. */
export function isDateInDoubt({ certain, contested }: Dating): boolean {
  return !certain || contested === true;
}

/** The doubt about a date in words, for the place where the date stands; null when there is none. */
export function doubtInWords({ certain, contested }: Dating): string | null {
  if (contested) return certain ? 'sources differ on the date' : 'uncertain date, sources differ';
  return certain ? null : 'uncertain date';
}
