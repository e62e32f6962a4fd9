import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AnchorFile, type AnchorFacts, type AnchorFileFacts } from '../schema/anchor';
import type { Fault } from './fault';
import { checkShape, readYaml } from './read';

/** Path of the anchors below the folder of facts. */
export const ANCHORS = 'sources/anchors.json';
/** Characters before and after a quotation that help to find it again. */
const CONTEXT = 32;

/** The anchors of all quotations; none when the file is not there. */
export function readAnchors(root: string, faults: Fault[]): AnchorFileFacts {
  const none = { texts: {}, anchors: [] };
  if (!existsSync(join(root, ANCHORS))) return none;
  const file = readYaml(root, ANCHORS, faults);
  return (file.value === null ? null : checkShape(AnchorFile, file, file.value, [], faults)) ?? none;
}

/** Number of words, as the rights rule counts them. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Fingerprint of a text in which the kind and number of spaces do not matter, everything else does. */
export function hashOf(text: string): string {
  const normal = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(normal).digest('hex');
}

/**
 * Where a quotation stands in its text, character by character but for the kind and number of spaces.
 * Null when it is not there, or more than once and so no anchor.
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */
export function anchorOf(source: string, text: string, quote: string): AnchorFacts | null {
  const parts = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = [...text.matchAll(new RegExp(parts.join('\\s+'), 'g'))];
  const [match] = found;
  if (!match || found.length > 1) return null;
  const points = (until: number) => [...text.slice(0, until)].length;
  const end = match.index + match[0].length;
  return {
    source,
    exact: hashOf(match[0]),
    prefix: hashOf(text.slice(Math.max(0, match.index - CONTEXT), match.index)),
    suffix: hashOf(text.slice(end, end + CONTEXT)),
    start: points(match.index),
    end: points(end),
  };
}
