import * as v from 'valibot';
import { SOURCE_KINDS } from '../../src/lib/atlas/types';
import { Id, PartialDate, Text } from './common';

/** A link that somebody can follow: http or https, a host with a dot, no space. */
const WebAddress = v.pipe(
  v.string(),
  v.url('expected a web address'),
  v.regex(
    /^https?:\/\/[^\s/?#]+\.[a-z]{2,}([:/?#]\S*)?$/i,
    (issue) => `"${issue.input}" is not a web address: expected https://host/path`,
  ),
);

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
  URL: v.optional(WebAddress),
  /** Length of a copyrighted text in words, for the rights rule. */
  words: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** A primary text without parts that could be named: a note, a telegram, an award on a map. */
  undivided: v.optional(v.boolean(), false),
  note: v.optional(Text),
});

export const SourceFile = v.record(Id, Source);

export type SourceFacts = v.InferOutput<typeof Source>;
