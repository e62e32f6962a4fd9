import type { Day } from '../time/day';

/** How a region is held, from full sovereignty down. */
export const STATUSES = [
  'sovereign',
  'annexed',
  'administered',
  'leased',
  'protectorate',
  'occupied',
  'contested',
] as const;
export type Status = (typeof STATUSES)[number];

export const THEMES = ['rapallo', 'partition-of-poland', 'baltic', 'buffer-states', 'wider'] as const;
export type Theme = (typeof THEMES)[number];

export const CHANGE_KINDS = [
  'conquest',
  'occupation',
  'annexation',
  'cession',
  'transfer',
  'independence',
  'restoration',
  'union',
  'proclamation',
  'administration',
  'lease',
  'withdrawal',
  'treaty',
  'pact',
  'recognition',
  'conference',
  'war',
  'diplomacy',
  'clandestine',
  'domestic',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const SOURCE_KINDS = [
  'primary',
  'scholarship',
  'reference',
  'textbook',
  'essay',
  'notes',
  'polemic',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** [west, south, east, north] in degrees. */
export type Bounds = readonly [number, number, number, number];
/** [longitude, latitude] in degrees. */
export type Position = readonly [number, number];

/** A name (or anything else) that is valid from a day up to, not including, another. */
export interface Dated {
  readonly from?: Day;
  readonly to?: Day;
}

export interface DatedName extends Dated {
  readonly name: string;
  /** What its own people called it, in Latin letters; left out when it is the same. */
  readonly local?: string;
}

export interface Capital extends DatedName {
  readonly at: Position;
}

/** A state, a side in a war, or an administrative unit: an identity over time. */
export interface Polity {
  readonly id: string;
  readonly kind: 'state' | 'side' | 'unit';
  readonly names: readonly DatedName[];
  /** Name of a colour in the palette of the map. */
  readonly color: string;
  readonly capitals: readonly Capital[];
  readonly note?: string;
}

/** The smallest piece of land that always changed hands as a whole. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** Other names, for search. */
  readonly names: readonly string[];
  readonly bounds: Bounds;
  /** A point well inside its largest part. */
  readonly center: Position;
  /** Geodesic area in km2 of the unsimplified region. */
  readonly km2: number;
  /** The land it is filed under: the name of its file. */
  readonly land: string;
}

/** A region's state from `from` until its next holding. Indices point into the lists of the atlas. */
export interface Holding {
  readonly region: number;
  readonly from: Day;
  readonly holder: number;
  readonly controller: number;
  readonly status: Status;
  /** Administrative unit on the ground, if any. */
  readonly unit: number | null;
  readonly precision: 'day' | 'week' | 'month' | 'outline';
  /** The change that made it; null for the state on the first day. */
  readonly change: number | null;
}

export type Stance = 'agrees' | 'differs' | 'mistaken' | 'opinion';

/** On what sources differ: what was done, why or in what order, how much, and what one of them leaves out, are among it. */
export const DIFFERENCES = ['date', 'place', 'actor', 'act', 'word', 'cause', 'number', 'gap'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** What one source says about one change. */
export interface Excerpt {
  readonly source: string;
  readonly locator?: { readonly label: string; readonly value: string };
  /** In our own words. */
  readonly says: string;
  /** The source's very words, at most 25. */
  readonly quote?: string;
  readonly stance: Stance;
  /** On what it differs from us or from another source. */
  readonly about?: Difference;
  /** What is right and why, or who reads it otherwise. */
  readonly correction?: string;
  /** First day on which the text was public, where that matters. */
  readonly knownFrom?: Day;
}

export interface Change {
  readonly id: string;
  readonly day: Day;
  /** EDTF. */
  readonly date: string;
  /** The date in words, with its uncertainty: 'about 3 November 1918'. */
  readonly dateInWords: string;
  readonly certain: boolean;
  /** A source gives another date. */
  readonly contested?: true;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly sentence: string;
  readonly themes: readonly Theme[];
  readonly excerpts: readonly Excerpt[];
  /** First day on which it was public; left out when it never was a secret. */
  readonly knownFrom?: Day;
  /** Where it happened. */
  readonly points: readonly { readonly name: string; readonly at: Position }[];
  /** Where to look: the land that moved, or the focus given. */
  readonly bounds?: Bounds;
}

/** Bibliography entry: CSL-JSON plus the kind of source. */
export interface Source {
  readonly id: string;
  readonly kind: SourceKind;
  readonly type: string;
  readonly title: string;
  readonly author?: string;
  readonly issued?: string;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly volume?: string;
  readonly page?: string;
  readonly note?: string;
}

export interface SphereMember extends Dated {
  readonly polity?: string;
  readonly name?: string;
  /** Indices of regions; left out: the land that `polity` holds on the day. */
  readonly regions?: readonly number[];
}

export interface SpherePoint extends DatedName {
  readonly at: Position;
  readonly note?: string;
}

export interface SphereLine extends DatedName {
  readonly coordinates: readonly (readonly Position[])[];
}

/** A sphere, alliance, pact, set of bases, zones, recognitions or clandestine sites. */
export interface Sphere {
  readonly id: string;
  readonly title: string;
  readonly kind: 'sphere' | 'alliance' | 'pact' | 'bases' | 'zones' | 'recognition' | 'site';
  readonly how: string;
  readonly knownFrom?: Day;
  readonly source: string;
  readonly change?: string;
  readonly sentence: string;
  readonly members: readonly SphereMember[];
  readonly points: readonly SpherePoint[];
  readonly lines: readonly SphereLine[];
}

/** How one capital counted some land while it did not recognise who held it. */
export interface LensClaim extends Dated {
  /** Indices of regions. */
  readonly regions: readonly number[];
  /** Index of the polity to which it counted the land. */
  readonly holder: number;
  /** How it counted the land as held; left out: occupied by whoever really had it. */
  readonly status?: Status;
  /** Index of the polity that it counted as the one in control; left out: whoever really had it. */
  readonly controller?: number;
  readonly says: string;
  readonly source: string;
  readonly locator?: { readonly label: string; readonly value: string };
}

/** The map as one capital recognised it. */
export interface Lens {
  readonly id: string;
  readonly capital: string;
  readonly title: string;
  /** Id of the polity whose recognition is meant. */
  readonly viewer: string;
  readonly about: string;
  readonly claims: readonly LensClaim[];
  /** Indices of the polities whose names stand elsewhere, or nowhere, in this lens ... */
  readonly named: readonly number[];
  /** ... and where they stand. */
  readonly labels: readonly Label[];
}

/** Where the name of a polity fits its land, for an interval of days. */
export interface Label extends Dated {
  readonly polity: number;
  /** 'holder': a state on its land; 'unit': an administrative unit. */
  readonly of: 'holder' | 'unit';
  readonly at: Position;
  /** Room for the text: width in degrees of longitude at that place. */
  readonly width: number;
  /** km2 of the land it names: larger land is labelled first. */
  readonly km2: number;
  /** A second label of a state whose first lies far from where the atlas opens. */
  readonly home?: true;
}

/** A town with its names by period. */
export interface Place {
  readonly id: string;
  readonly at: Position;
  readonly rank: number;
  /** Index of the region in which it lies; -1 where the map has sea. */
  readonly region: number;
  readonly names: readonly DatedName[];
  readonly also: readonly string[];
}

/** A line that was drawn for the atlas: where it comes from and how exact it is. */
export interface BorderLine {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly locator?: string;
  /** km */
  readonly precision: number;
}

/** One edge of the partition. `left` and `right` are region indices; -1 is the sea. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  /** Index of the drawn line it lies on, or -1 for a base border. */
  readonly line: number;
}

/** A holding as the bundle has it: [region, from, holder, controller, status, unit or -1, precision, change or -1]. */
export type HoldingRow = readonly [number, Day, number, number, number, number, number, number];

/** What the build writes and the app loads (facts; the geometry is a TopoJSON beside it). */
export interface Bundle {
  readonly version: 1;
  readonly polities: readonly Polity[];
  readonly regions: readonly Region[];
  readonly changes: readonly Change[];
  /** Sorted by region, then day. */
  readonly holdings: readonly HoldingRow[];
  readonly sources: readonly Source[];
  readonly spheres: readonly Sphere[];
  readonly labels: readonly Label[];
  readonly places: readonly Place[];
  readonly lenses: readonly Lens[];
  readonly lines: readonly BorderLine[];
  /** Edge i is arc i of the geometry's `edges`. [left, right, line] */
  readonly edges: readonly (readonly [number, number, number])[];
}

/** Order of precision in the bundle's holdings. */
export const PRECISIONS = ['day', 'week', 'month', 'outline'] as const;
