import * as v from 'valibot';
import { Id, PartialDate, Period, Position, Text } from './common';
import { Selector } from './change';

export const Sphere = v.strictObject({
  title: Text,
  kind: v.picklist(['sphere', 'alliance', 'pact', 'bases', 'zones', 'recognition', 'site']),
  how: Text,
  knownFrom: v.optional(PartialDate),
  source: Id,
  change: v.optional(Id),
  sentence: Text,
  members: v.optional(
    v.array(
      v.pipe(
        v.strictObject({
          polity: v.optional(Id),
          name: v.optional(Text),
          regions: v.optional(v.array(Selector)),
          ...Period,
        }),
        v.check(
          (member) => member.polity !== undefined || member.regions !== undefined,
          'a member needs a polity or regions',
        ),
      ),
    ),
    [],
  ),
  points: v.optional(
    v.array(v.strictObject({ name: Text, at: Position, note: v.optional(Text), ...Period })),
    [],
  ),
  lines: v.optional(
    v.array(
      v.strictObject({
        name: Text,
        line: v.union([v.array(Id), v.pipe(v.array(Position), v.minLength(2))]),
        ...Period,
      }),
    ),
    [],
  ),
});

export type SphereFacts = v.InferOutput<typeof Sphere>;
