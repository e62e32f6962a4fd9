import * as v from 'valibot';
import { COLORS } from './palette';
import { Id, Period, Position, Text } from './common';

export const Polity = v.strictObject({
  kind: v.picklist(['state', 'side', 'unit'], 'expected state, side or unit'),
  name: Text,
  /** What it called itself, in Latin letters. */
  local: v.optional(Text),
  names: v.optional(v.array(v.strictObject({ name: Text, local: v.optional(Text), ...Period }))),
  ...Period,
  color: v.picklist(COLORS, `expected a colour of the palette: ${COLORS.join(', ')}`),
  capitals: v.optional(v.array(v.strictObject({ name: Text, at: Position, ...Period })), []),
  note: v.optional(Text),
});

export const PolityFile = v.record(Id, Polity);

export type PolityFacts = v.InferOutput<typeof Polity>;
