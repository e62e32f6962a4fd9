import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf, hashOf, readAnchors, wordsIn } from '../../geodata/build/anchors';
import { readFacts } from '../../geodata/build/facts';
import type { Fault } from '../../geodata/build/fault';

const root = join(import.meta.dirname, '..', '..', 'geodata');
/** The quoted texts themselves are not part of the repository. */
const folder = process.env['CORDON_SEEDS'] ?? join(root, '..', '..', 'shared', 'seeds');

describe('an anchor', () => {
  const text = 'He said:\u00a0 “the \n treaty of 1926”. Then he went.';

  test('stands where the words stand, whatever the spaces between them', () => {
    const anchor = anchorOf('essay', text, 'the treaty of 1926');
    expect(anchor).toMatchObject({ source: 'essay', start: 11, end: 31 });
    expect([...text].slice(anchor?.start, anchor?.end).join('')).toBe('the \n treaty of 1926');
    expect(anchor?.exact).toBe(hashOf('the treaty of 1926'));
  });
  test('counts code points, as the W3C has it', () => {
    expect(anchorOf('essay', '𝕬 word', 'word')).toMatchObject({ start: 2, end: 6 });
  });
  test.each([
    ['words that are not there', 'the treaty of 1927'],
    ['straight quotation marks for curly ones', '"the treaty'],
    ['other capitals', 'The treaty'],
    ['words that stand there twice', 'he'],
  ])('is refused to %s', (_what, quote) => expect(anchorOf('essay', text, quote)).toBeNull());
});

describe('the anchors of the atlas', () => {
  const faults: Fault[] = [];
  const { texts, anchors } = readAnchors(root, faults);
  const quotes = [...readFacts(root, faults).changes.values()].flatMap(({ id, facts }) =>
    facts.excerpts.flatMap(({ source, quote }) => (quote === undefined ? [] : [{ id, source, quote }])),
  );

  test('hold every quotation: its fingerprint is stored', () => {
    const stored = new Set(anchors.map(({ source, exact }) => `${source} ${exact}`));
    expect(quotes.length).toBeGreaterThan(100);
    expect(quotes.filter(({ source, quote }) => !stored.has(`${source} ${hashOf(quote)}`))).toEqual([]);
  });

  test('are as long as what is quoted', () => {
    const lengths = new Map(
      anchors.map(({ source, exact, start, end }) => [`${source} ${exact}`, end - start]),
    );
    for (const { source, quote } of quotes) {
      expect(lengths.get(`${source} ${hashOf(quote)}`)).toBeGreaterThanOrEqual([...quote].length);
    }
  });

  test(`stand where they say, letter by letter, in the texts as far as those are here`, () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
    const byHash = new Map(
      files.map((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        return [createHash('sha256').update(text).digest('hex'), text];
      }),
    );
    for (const [source, stored] of Object.entries(texts)) {
      const text = byHash.get(stored.sha256);
      // Without the text there is its length, and each anchor lies inside it.
      for (const anchor of anchors.filter((candidate) => candidate.source === source)) {
        expect(anchor.end).toBeLessThanOrEqual(stored.characters);
      }
      if (text === undefined) continue;
      expect(wordsIn(text)).toBe(stored.words);
      for (const { quote } of quotes.filter((candidate) => candidate.source === source)) {
        expect(anchors).toContainEqual(anchorOf(source, text, quote));
      }
    }
    if (files.length > 0) expect(Object.values(texts).every(({ sha256 }) => byHash.has(sha256))).toBe(true);
  });
});
