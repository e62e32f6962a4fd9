import * as v from 'valibot';
import { Id, Period, Position, Text } from './common';

export const Place = v.strictObject({
  at: Position,
  rank: v.picklist([1, 2, 3], 'expected rank 1, 2 or 3'),
  names: v.pipe(v.array(v.strictObject({ name: Text, ...Period })), v.minLength(1)),
  also: v.optional(v.array(Text), []),
});

export const PlaceFile = v.record(Id, Place);

export type PlaceFacts = v.InferOutput<typeof Place>;
