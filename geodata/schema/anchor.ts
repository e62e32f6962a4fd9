import * as v from 'valibot';
import { Id } from './common';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hexadecimal'));
const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where a quotation stands: the two selectors of a Web Annotation, their texts as hashes. */
export const Anchor = v.strictObject({
  source: Id,
  /** TextQuoteSelector: what is quoted, and the 32 characters before and after it. */
  exact: Sha256,
  prefix: Sha256,
  suffix: Sha256,
  /** TextPositionSelector: code points from the beginning of the text, half-open. */
  start: Offset,
  end: Offset,
});

/** `sources/anchors.json`, made by `cordon anchors`. */
export const AnchorFile = v.strictObject({
  /** The texts as they were when they were read. */
  texts: v.record(Id, v.strictObject({ sha256: Sha256, characters: Offset, words: Offset })),
  anchors: v.array(Anchor),
});

export type AnchorFacts = v.InferOutput<typeof Anchor>;
export type AnchorFileFacts = v.InferOutput<typeof AnchorFile>;
