import type { Atlas } from './atlas';
import type { Holding } from './types';

/** A published area beside the drawn one, in km2. */
export interface AreaResult {
  readonly what: string;
  readonly published: number;
  readonly drawn: number;
  /** Id of the source that published it. */
  readonly source: string;
  readonly within: boolean;
}

/** A row of the gazetteer that the atlas does not answer as the row does. */
export interface GazetteerMiss {
  readonly place: string;
  readonly date: string;
  readonly expected: string;
  readonly found: string;
  /** km to the nearest border of that day, null when the place lies at sea. */
  readonly km: number | null;
}

/** How many places with known holders the atlas gets right. */
export interface GazetteerResult {
  readonly rows: number;
  readonly holderRight: number;
  readonly controllerRight: number;
  readonly misses: readonly GazetteerMiss[];
}

/** One level of detail of the borders. */
export interface Detail {
  readonly arcs: number;
  readonly vertices: number;
  readonly km: number;
}

/** How exact the atlas is and where it is weak: printed by the build, shown on the page about the data. */
export interface Report {
  readonly counts: Readonly<Record<string, number>>;
  readonly detail: Readonly<Record<'exact' | 'fine' | 'coarse', Detail>>;
  readonly gazetteer: GazetteerResult;
  readonly areas: readonly AreaResult[];
  /** Bytes of each file the app loads, plain and brotli. */
  readonly sizes: Readonly<Record<string, { readonly bytes: number; readonly brotli: number }>>;
  readonly faults: number;
}

/** By how much a drawn area differs from the published one: 0.05 is 5 % more land. */
export const deviationOf = ({ published, drawn }: Pick<AreaResult, 'published' | 'drawn'>): number =>
  drawn / published - 1;

/** The number in the middle, or the mean of the two in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (low + high) / 2;
}

/** Part of a whole in per cent with one decimal, never rounded up to all of it: '99.9 %' when one of many is missing. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return 'none';
  const tenths = (1000 * part) / whole;
  return `${((part < whole ? Math.min(Math.round(tenths), 999) : tenths) / 10).toFixed(1)} %`;
}

/** What the facts say of their own weakness. */
export interface Weakness {
  /** Holdings by how exactly their land is known. */
  readonly holdings: Readonly<Record<Holding['precision'], number>>;
  /** Changes that rest on one source. */
  readonly oneSource: number;
  /** Changes that cite no treaty, law, note or protocol. */
  readonly noDocument: number;
  /** Changes whose date is uncertain, or about, or within a span. */
  readonly uncertain: number;
}

/** Counts where the facts are weak. */
export function weaknessOf(atlas: Pick<Atlas, 'holdings' | 'changes' | 'sources'>): Weakness {
  const holdings = { day: 0, week: 0, month: 0, outline: 0 };
  for (const { precision } of atlas.holdings) holdings[precision]++;
  const cited = atlas.changes.map(({ excerpts }) => [...new Set(excerpts.map(({ source }) => source))]);
  return {
    holdings,
    oneSource: cited.filter((ids) => ids.length === 1).length,
    noDocument: cited.filter((ids) => !ids.some((id) => atlas.sources.get(id)?.kind === 'primary')).length,
    uncertain: atlas.changes.filter(({ certain }) => !certain).length,
  };
}
