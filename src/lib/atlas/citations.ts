import type { Change } from './types';

/** The forms in which programs for references read a source. */
export const CITATION_FORMATS = ['bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** One source in each form. */
export interface Citation {
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON. */
  readonly csl: Readonly<Record<string, unknown>>;
}

/** What the build writes for whoever cites: every source by its id. */
export interface Citations {
  readonly version: 1;
  readonly sources: Readonly<Record<string, Citation>>;
}

/** A text to be saved or copied. */
export interface CitationFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The different sources of some changes, in the order in which they are first cited. */
export function sourceIdsOf(changes: readonly Pick<Change, 'excerpts'>[]): string[] {
  return [...new Set(changes.flatMap(({ excerpts }) => excerpts.map(({ source }) => source)))];
}
