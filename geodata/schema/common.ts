import * as v from 'valibot';

/** Version of the hand-edited files' shapes; raised when an old file no longer reads. */
export const SCHEMA_VERSION = 1;

const text = (what: string) =>
  v.pipe(v.string(`expected ${what} as text`), v.trim(), v.minLength(1, `${what} is empty`));

export const Text = text('text');

export const Id = v.pipe(
  v.string('expected an id'),
  v.regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    (issue) => `"${issue.input}" is not an id: lower-case words joined by hyphens`,
  ),
);

export const Longitude = v.pipe(
  v.number('expected a longitude in degrees'),
  v.minValue(-180),
  v.maxValue(180),
);
export const Latitude = v.pipe(v.number('expected a latitude in degrees'), v.minValue(-90), v.maxValue(90));

/** [lon, lat], degrees, WGS 84. */
export const Position = v.strictTuple([Longitude, Latitude], 'expected [lon, lat] in degrees');

export const IsoDate = v.pipe(
  v.string("expected a quoted date such as '1939-09-28'"),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, (issue) => `"${issue.input}" is not a date: expected YYYY-MM-DD`),
  v.check((text) => {
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  }, 'there is no such day in the calendar'),
);

/** A day, or a month or year for things whose day does not matter to the map. */
export const PartialDate = v.pipe(
  v.string("expected a quoted date such as '1948' or '1948-01-22'"),
  v.regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    (issue) => `"${issue.input}" is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD`,
  ),
);

export const Locator = v.strictObject({ label: Text, value: Text });

export const Period = { from: v.optional(IsoDate), to: v.optional(IsoDate) };

/** A published area, against which the geodesic area of the drawn regions is tested. */
export const PublishedArea = v.strictObject({
  km2: v.pipe(v.number(), v.minValue(0.1)),
  source: Id,
  locator: v.optional(Text),
  note: v.optional(Text),
});
