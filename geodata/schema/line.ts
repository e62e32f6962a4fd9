import * as v from 'valibot';
import { Id, Position, Text } from './common';

const cut = { from: v.optional(Position), to: v.optional(Position) };

export const BASE_UNIT = /^[A-Z][A-Z0-9]{2}(:.+)?$/;

const BaseUnit = v.pipe(
  v.string(),
  v.regex(BASE_UNIT, (issue) => `"${issue.input}" is not a base unit: expected POL or POL:Masovian`),
);

/** A step of a line: a point, a town pair, or a piece of something that is already drawn. */
export const Vertex = v.union(
  [
    Position,
    v.pipe(v.string(), v.regex(/^[^|@]+\|[^|@]+@(0(\.\d+)?|1(\.0+)?)$/, 'expected Town|Town@0.5')),
    v.strictObject({ arc: v.strictTuple([BaseUnit, BaseUnit]), ...cut }),
    v.strictObject({ river: v.union([Text, v.array(Text)]), from: Position, to: Position }),
    v.strictObject({ line: Id, ...cut }),
  ],
  'expected [lon, lat], "Town|Town@0.5", {arc: [A, B]}, {river: Name, from, to} or {line: id}',
);

export const Line = v.strictObject({
  title: Text,
  source: Id,
  locator: v.optional(Text),
  /** km */
  precision: v.pipe(v.number('expected the precision in km'), v.minValue(0.1), v.maxValue(200)),
  detail: v.optional(v.picklist(['focus', 'ordinary']), 'ordinary'),
  towns: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected ISO2 country codes'))), []),
  note: v.optional(Text),
  line: v.pipe(v.array(Vertex), v.minLength(1)),
});

export type LineFacts = v.InferOutput<typeof Line>;
export type VertexFacts = v.InferOutput<typeof Vertex>;
