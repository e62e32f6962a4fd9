import * as v from 'valibot';
import { FIRST_DAY, LAST_DAY, dayFromIso } from '../time/day';
import { THEMES } from './types';

/**
 * The shape of a lecture file, the same for the files of the atlas and for those that lecturers keep themselves. Raised when an old
 * file no longer reads.
 */
export const LECTURE_VERSION = 1;

const text = (what: string) => v.pipe(v.string(`expected ${what} as text`), v.trim());
const filled = (what: string) => v.pipe(text(what), v.minLength(1, `${what} is empty`));
const Id = v.pipe(
  v.string('expected an id'),
  v.regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    (issue) => `"${issue.input}" is not an id: lower-case words joined by hyphens`,
  ),
);
const longitude = v.pipe(v.number('expected a longitude in degrees'), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number('expected a latitude in degrees'), v.minValue(-85), v.maxValue(85));

/** `YYYY-MM-DD`, a day of the atlas. */
const AtlasDate = v.pipe(
  v.string("expected a quoted date such as '1939-09-28'"),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      const day = dayFromIso(dataset.value);
      if (day < FIRST_DAY || day > LAST_DAY)
        addIssue({ message: `${dataset.value} lies outside the atlas, 1917-01-01 to 1955-12-31` });
    } catch (error) {
      addIssue({ message: (error as Error).message });
    }
  }),
);

const Look = {
  /** An area that is shown whole: [west, south, east, north], degrees. */
  bounds: v.optional(
    v.pipe(
      v.strictTuple(
        [longitude, latitude, longitude, latitude],
        'expected [west, south, east, north] in degrees',
      ),
      v.check(
        ([west, south, east, north]) => west < east && south < north,
        'west must be less than east, south less than north',
      ),
    ),
  ),
  /** Or a place and a zoom, as on a map of 1440 by 900 pixels; a larger screen shows the same land larger. */
  camera: v.optional(
    v.strictObject({
      lon: longitude,
      lat: latitude,
      zoom: v.pipe(v.number(), v.minValue(0.6), v.maxValue(11)),
    }),
  ),
};

const Excerpt = v.union(
  [
    /** What the sources of a change say of it: all of them, or the one named. */
    v.strictObject({ change: Id, source: v.optional(Id) }),
    /** A source of the bibliography, with what it says here in one's own words. */
    v.strictObject({ source: Id, says: v.optional(filled('says')) }),
  ],
  'expected {change, source} or {source, says}',
);

export const Step = v.pipe(
  v.strictObject({
    title: text('title'),
    date: AtlasDate,
    ...Look,
    selection: v.optional(
      v.pipe(
        v.string('expected a selection'),
        v.regex(
          /^(region|change|state|sphere):[a-z0-9-]+$/,
          'expected region, change, state or sphere and an id, such as region:wilno',
        ),
      ),
    ),
    theme: v.optional(v.picklist(THEMES, `expected one of ${THEMES.join(', ')}`)),
    /** `known`: only what was public on the day; or the id of a lens. */
    lens: v.optional(Id),
    layers: v.optional(v.array(Id)),
    /** How states are named: `local` as they called themselves. */
    names: v.optional(v.picklist(['english', 'local'])),
    /** A second day, shown beside the first. */
    compare: v.optional(AtlasDate),
    dim: v.optional(v.boolean()),
    /** Time plays from the day of the step before, resting on the changes in between. */
    play: v.optional(v.boolean()),
    /** The class guesses first: the map stays on `date`, by default the day before, until it is revealed. */
    predict: v.optional(v.strictObject({ question: filled('question'), date: v.optional(AtlasDate) })),
    caption: text('caption'),
    notes: v.optional(text('notes'), ''),
    excerpts: v.optional(v.array(Excerpt)),
  }),
  v.check(({ bounds, camera }) => !bounds || !camera, 'a step has bounds or a camera, not both'),
);

/** Everything of a lecture file but its steps. */
export const Head = v.object({
  version: v.optional(
    v.literal(LECTURE_VERSION, `this Cordon reads lectures of version ${LECTURE_VERSION}`),
    LECTURE_VERSION,
  ),
  title: filled('title'),
  author: v.optional(text('author'), ''),
  language: v.optional(
    v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/, 'expected a language such as en or pl')),
    'en',
  ),
  abstract: v.optional(text('abstract'), ''),
});

export const LectureFile = v.strictObject({
  ...Head.entries,
  steps: v.pipe(
    v.array(Step, 'expected a list of steps'),
    v.minLength(1, 'a lecture needs at least one step'),
  ),
});

export type LectureFile = v.InferOutput<typeof LectureFile>;
export type StepFile = v.InferOutput<typeof Step>;
export type ExcerptFile = v.InferOutput<typeof Excerpt>;
