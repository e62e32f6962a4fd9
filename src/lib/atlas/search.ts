import MiniSearch, { type SearchResult } from 'minisearch';
import { FIRST_DAY, LAST_DAY, calendarOf, dayOf, type Day } from '../time/day';
import type { Atlas } from './atlas';
import { foldName } from './fold';
import type { DatedName, Position } from './types';

/** Something that a search can lead to. */
export interface Found {
  /** Tells it from all other results: a town can have had one name twice in one year. */
  readonly key: string;
  readonly kind: 'place' | 'region' | 'state' | 'change' | 'sphere' | 'source' | 'day';
  readonly id: string;
  /** Its usual name. */
  readonly title: string;
  /** What else is to be known: the period in which the name held, the date, the kind of source. */
  readonly detail: string;
  /** Where to go in time. */
  readonly day?: Day;
  /** When the name held, in order of time. */
  readonly spells?: readonly Spell[];
  /** Where to go in space. */
  readonly at?: Position;
}

/** A time in which a name held; without a beginning or an end, from before or until after the atlas. */
type Spell = Pick<DatedName, 'from' | 'to'>;

interface Entry extends Found {
  readonly names: string;
  readonly more: string;
}

const MOST_RESULTS = 24;
/** What a reader means by a bare word is more often a place or a state than a source. */
const WEIGHT: Readonly<Record<Found['kind'], number>> = {
  day: 10,
  state: 1.6,
  place: 1.5,
  region: 1.3,
  change: 1,
  sphere: 1,
  source: 0.8,
};

/** Finds places, regions, states, changes, spheres and sources by any of their names, and days. */
export class AtlasSearch {
  readonly #index: MiniSearch<Entry>;

  constructor(atlas: Atlas) {
    this.#index = new MiniSearch<Entry>({
      idField: 'key',
      fields: ['names', 'more'],
      storeFields: ['key', 'kind', 'id', 'title', 'detail', 'day', 'spells', 'at'],
      processTerm: (term) => foldName(term).replace(/[^\p{L}\p{N}]/gu, '') || null,
      searchOptions: {
        boost: { names: 3 },
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        combineWith: 'AND',
        boostDocument: (_key, _term, fields) => WEIGHT[(fields?.['kind'] as Found['kind']) ?? 'source'],
      },
    });
    this.#index.addAll([...entriesOf(atlas)]);
  }

  /** The best results for what was typed; a date comes first. */
  find(text: string): Found[] {
    const query = text.trim();
    if (query === '') return [];
    const found = this.#index.search(query).slice(0, MOST_RESULTS).map(foundOf);
    const day = readLooseDate(query);
    return day === null
      ? found
      : [
          {
            key: `day ${day.day}`,
            kind: 'day',
            id: String(day.day),
            title: day.title,
            detail: 'Go to this day',
            day: day.day,
          },
          ...found,
        ];
  }
}

function foundOf(result: SearchResult): Found {
  const { key, kind, id, title, detail, day, spells, at } = result as unknown as Found & SearchResult;
  return {
    key,
    kind,
    id,
    title,
    detail,
    ...(day === undefined ? {} : { day }),
    ...(spells === undefined ? {} : { spells }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Where something found leads in time: a day of its own, or the day nearest to `now` on which the name held. */
export function dayFor({ day, spells }: Found, now: Day): Day {
  if (day !== undefined) return day;
  const nearest = (spells ?? []).map(({ from = FIRST_DAY, to = LAST_DAY + 1 }) =>
    Math.max(from, Math.min(now, to - 1)),
  );
  return nearest.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))[0] ?? now;
}

function* entriesOf(atlas: Atlas): Generator<Entry> {
  for (const place of atlas.places) {
    const names = [...place.names.map(({ name }) => name), ...place.also];
    for (const [name, spells] of spellsByName(place.names)) {
      yield {
        key: `place ${place.id} ${name}`,
        kind: 'place',
        id: place.id,
        title: name,
        detail: `Town${spansOf(spells)}${others(names, name)}`,
        names: [name, ...place.also].join(' '),
        more: names.join(' '),
        at: place.at,
        spells,
      };
    }
  }
  for (const region of atlas.regions) {
    yield {
      key: `region ${region.id}`,
      kind: 'region',
      id: region.id,
      title: region.name,
      detail: `Region${others(region.names, region.name)}`,
      names: [region.name, ...region.names].join(' '),
      more: '',
      at: region.center,
    };
  }
  for (const polity of atlas.polities) {
    for (const [name, spells] of spellsByName(polity.names)) {
      const word =
        polity.kind === 'state' ? 'State' : polity.kind === 'unit' ? 'Administrative unit' : 'Side in a war';
      yield {
        key: `state ${polity.id} ${name}`,
        kind: 'state',
        id: polity.id,
        title: name,
        detail: `${word}${spansOf(spells)}`,
        names: [name, ...spells.map(({ local }) => local ?? '')].join(' '),
        more: polity.capitals.map((capital) => capital.name).join(' '),
        spells,
      };
    }
  }
  for (const change of atlas.changes) {
    yield {
      key: `change ${change.id}`,
      kind: 'change',
      id: change.id,
      title: change.title,
      detail: change.dateInWords,
      names: change.title,
      more: [change.sentence, ...change.points.map(({ name }) => name)].join(' '),
      day: change.day,
    };
  }
  for (const sphere of atlas.spheres) {
    yield {
      key: `sphere ${sphere.id}`,
      kind: 'sphere',
      id: sphere.id,
      title: sphere.title,
      detail: sphere.how,
      names: sphere.title,
      more: sphere.sentence,
    };
  }
  for (const source of atlas.sources.values()) {
    const detail = [source.author, source.issued?.slice(0, 4)].filter(Boolean).join(', ');
    yield {
      key: `source ${source.id}`,
      kind: 'source',
      id: source.id,
      title: source.title,
      detail,
      names: source.title,
      more: source.author ?? '',
    };
  }
}

/** The times of each name: a town that had a name twice is found once under it. */
function spellsByName(names: readonly DatedName[]): [string, DatedName[]][] {
  const spells = new Map<string, DatedName[]>();
  for (const name of names) spells.set(name.name, [...(spells.get(name.name) ?? []), name]);
  return [...spells];
}

function spansOf(spells: readonly Spell[]): string {
  const spans = [...new Set(spells.map(spanOf))].filter(Boolean);
  return spans.length > 0 ? `, ${spans.join(' and ')}` : '';
}

function spanOf({ from, to }: Spell): string {
  if (from !== undefined && to !== undefined) {
    const [first, last] = [calendarOf(from).year, calendarOf(to).year];
    return first === last ? `${first}` : `${first}–${last}`;
  }
  if (from !== undefined) return `from ${calendarOf(from).year}`;
  return to === undefined ? '' : `until ${calendarOf(to).year}`;
}

function others(names: readonly string[], own: string): string {
  const rest = [...new Set(names)].filter((name) => name !== own);
  return rest.length > 0 ? ` · ${rest.join(', ')}` : '';
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Reads a date as people type it: `1939-09-28`, `28 Sept 1939`, `Sept 28, 1939`, `28.9.1939`, `Sept 1939`, `1939`. Of a month or a year
 * the first day is taken. Null when it is no date of the atlas.
 */
export function readLooseDate(text: string): { readonly day: Day; readonly title: string } | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? dotted(text) ?? worded(text);
  if (!parts) return null;
  const [year, month, date] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || date < 1 || date > last) return null;
  const day = dayOf(year, month, date);
  if (day < FIRST_DAY || day > LAST_DAY) return null;
  const title = [
    parts[3] === undefined ? '' : String(date),
    parts[2] === undefined ? '' : NAMES[month - 1],
    String(year),
  ];
  return { day, title: title.filter(Boolean).join(' ') };
}

type DateParts = readonly (string | undefined)[];

function dotted(text: string): DateParts | null {
  const [, date, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return year === undefined ? null : ['', year, month, date];
}

function worded(text: string): DateParts | null {
  const words = text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean);
  const year = words.find((word) => /^\d{4}$/.test(word));
  const month = words.findIndex((word) => /^[a-z]{3,}$/.test(word) && MONTHS.includes(word.slice(0, 3)));
  const date = words.find((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word));
  if (year === undefined || month < 0 || words.length !== 2 + (date === undefined ? 0 : 1)) return null;
  const word = words[month] ?? '';
  const isName = NAMES.some((name) => name.toLowerCase().startsWith(word)) || word === 'sept';
  return isName
    ? [
        '',
        year,
        String(MONTHS.indexOf(word.slice(0, 3)) + 1),
        date === undefined ? undefined : String(parseInt(date, 10)),
      ]
    : null;
}
