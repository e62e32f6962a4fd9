import * as v from 'valibot';
import { CHANGE_KINDS, DIFFERENCES, STATUSES, THEMES } from '../../src/lib/atlas/types';
import {
  Id,
  IsoDate,
  Latitude,
  Locator,
  Longitude,
  PartialDate,
  Position,
  PublishedArea,
  Text,
} from './common';

const words = (text: string) => text.trim().split(/\s+/).length;

export const Selector = v.pipe(
  v.string(),
  v.regex(
    /^(all|((group|holder|controller|unit):)?[a-z0-9]+(-[a-z0-9]+)*)$/,
    (issue) =>
      `"${issue.input}" is not a selector: expected a region id, group:x, holder:x, controller:x, unit:x or all`,
  ),
);

export const Move = v.pipe(
  v.strictObject({
    regions: v.pipe(v.array(Selector), v.minLength(1)),
    except: v.optional(v.array(Selector), []),
    only: v.optional(
      v.strictObject({ holder: v.optional(Id), controller: v.optional(Id), unit: v.optional(Id) }),
      {},
    ),
    holder: v.optional(Id),
    controller: v.optional(Id),
    status: v.optional(v.picklist(STATUSES)),
    unit: v.optional(Id),
    precision: v.optional(v.picklist(['day', 'week', 'month', 'outline']), 'day'),
  }),
  v.check(
    (move) => [move.holder, move.controller, move.status, move.unit].some((part) => part !== undefined),
    'a move must change holder, controller, status or unit',
  ),
);

export const Excerpt = v.pipe(
  v.strictObject({
    source: Id,
    locator: v.optional(Locator),
    says: Text,
    quote: v.optional(
      v.pipe(
        Text,
        v.check((text) => words(text) <= 25, 'a quotation has at most 25 words'),
      ),
    ),
    stance: v.optional(v.picklist(['agrees', 'differs', 'mistaken', 'opinion']), 'agrees'),
    /** On what it differs from us or, if it is an opinion, from another source. */
    about: v.optional(v.picklist(DIFFERENCES, `expected one of ${DIFFERENCES.join(', ')}`)),
    /** Claims of the ledger that it takes up, where the map of claims alone does not tell which. */
    claims: v.optional(v.pipe(v.array(Id), v.minLength(1))),
    correction: v.optional(Text),
    knownFrom: v.optional(PartialDate),
  }),
  v.check(
    (excerpt) => !['differs', 'mistaken'].includes(excerpt.stance) || excerpt.correction !== undefined,
    'an excerpt that differs or is mistaken needs a correction',
  ),
  v.check(
    (excerpt) => !['differs', 'mistaken'].includes(excerpt.stance) || excerpt.about !== undefined,
    'an excerpt that differs or is mistaken says in "about" on what',
  ),
  v.check(
    (excerpt) => excerpt.about === undefined || excerpt.stance !== 'agrees',
    'an excerpt that agrees has nothing in "about"',
  ),
  v.check(
    (excerpt) => excerpt.about === undefined || excerpt.correction !== undefined,
    'an excerpt with "about" needs a correction: what is right, or who reads it otherwise',
  ),
);

export const Change = v.strictObject({
  date: v.string("expected a quoted EDTF date such as '1939-09-28'"),
  day: v.optional(IsoDate),
  order: v.optional(v.pipe(v.number(), v.integer()), 0),
  title: Text,
  kind: v.picklist(CHANGE_KINDS, `expected one of ${CHANGE_KINDS.join(', ')}`),
  themes: v.pipe(v.array(v.picklist(THEMES, `expected one of ${THEMES.join(', ')}`)), v.minLength(1)),
  sentence: Text,
  focus: v.optional(v.strictTuple([Longitude, Latitude, Longitude, Latitude])),
  points: v.optional(v.array(v.strictObject({ name: Text, at: Position })), []),
  moves: v.optional(v.array(Move), []),
  areas: v.optional(v.array(v.strictObject({ regions: v.array(Selector), ...PublishedArea.entries })), []),
  excerpts: v.pipe(
    v.array(Excerpt, 'a change needs at least one excerpt'),
    v.minLength(1, 'a change needs at least one excerpt'),
  ),
  /** First day on which it was public, for what was kept secret. */
  knownFrom: v.optional(PartialDate),
  note: v.optional(Text),
});

export type ChangeFacts = v.InferOutput<typeof Change>;
export type ExcerptFacts = v.InferOutput<typeof Excerpt>;
export type MoveFacts = v.InferOutput<typeof Move>;
