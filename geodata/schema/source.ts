import * as v from 'valibot';
import { SOURCE_KINDS } from '../../src/lib/atlas/types';
import { Id, PartialDate, Text } from './common';

/** Bibliography entry: the CSL-JSON variables that Cordon uses, plus the kind of source. */
export const Source = v.strictObject({
  kind: v.picklist(SOURCE_KINDS, `expected one of ${SOURCE_KINDS.join(', ')}`),
  type: v.optional(Text, 'document'),
  title: Text,
  author: v.optional(Text),
  issued: v.optional(PartialDate),
  accessed: v.optional(PartialDate),
  'container-title': v.optional(Text),
  publisher: v.optional(Text),
  'publisher-place': v.optional(Text),
  archive: v.optional(Text),
  language: v.optional(Text),
  volume: v.optional(Text),
  page: v.optional(Text),
  URL: v.optional(v.pipe(v.string(), v.url('expected a web address'))),
  /** Length of a copyrighted text in words, for the rights rule. */
  words: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  note: v.optional(Text),
});

export const SourceFile = v.record(Id, Source);

export type SourceFacts = v.InferOutput<typeof Source>;
