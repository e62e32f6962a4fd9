import { expect, test } from 'vitest';
import { cslOf, emitCitations } from '../../geodata/build/citations';
import type { SourceFacts } from '../../geodata/schema/source';
import { sourceIdsOf } from '../../src/lib/atlas/citations';
import type { Change } from '../../src/lib/atlas/types';
import { citationFile } from '../../src/lib/export/citation';

const source = (facts: Partial<SourceFacts>): SourceFacts => ({
  kind: 'scholarship',
  type: 'book',
  title: 'A Book',
  undivided: false,
  ...facts,
});

const treaty = source({
  kind: 'primary',
  type: 'treaty',
  title: 'Peace of Łódź & Riga',
  author: 'Poland / USSR',
  issued: '1921-03-18',
  words: 900,
});
const book = source({
  author: 'Mark Peattie, Edward Drea and Hans van de Ven (editors)',
  issued: '2011',
  'publisher-place': 'Stanford',
});
const citations = emitCitations([
  { id: 'riga-1921', facts: treaty },
  { id: 'peattie-battle', facts: book },
]);
const all = ['riga-1921', 'peattie-battle'];

test('parties stay as they are, dates are parts, and what is only ours is left out', () => {
  expect(cslOf('riga-1921', treaty)).toEqual({
    id: 'riga-1921',
    type: 'treaty',
    title: 'Peace of Łódź & Riga',
    author: [{ literal: 'Poland' }, { literal: 'USSR' }],
    issued: { 'date-parts': [[1921, 3, 18]] },
  });
});

test('authors and editors are people with a family name', () => {
  expect(cslOf('b', book).editor).toEqual([
    { family: 'Peattie', given: 'Mark' },
    { family: 'Drea', given: 'Edward' },
    { family: 'Ven', given: 'Hans', 'non-dropping-particle': 'van de' },
  ]);
  const authors = (author: string) => cslOf('b', source({ author })).author;
  expect(authors('I. S. O. Playfair and others')).toEqual([
    { family: 'Playfair', given: 'I. S. O.' },
    { literal: 'others' },
  ]);
  expect(authors('José Manuel Martínez Bande')).toEqual([{ family: 'Martínez Bande', given: 'José Manuel' }]);
  expect(authors('Xue Litai')).toEqual([{ family: 'Xue', given: 'Litai' }]);
  expect(authors('Government of Palestine')).toEqual([{ literal: 'Government of Palestine' }]);
});

test('BibTeX has the id as its key and writes letters and signs as TeX does', () => {
  const { name, text } = citationFile(citations, all, 'bibtex', 'theme');
  expect(name).toBe('theme.bib');
  expect(text).toMatch(/^@misc\{riga-1921,/);
  expect(text).toMatch(/^[\n\t -~]*$/);
  expect(text).toContain('\\L{}');
  expect(text).toContain('\\&');
  expect(text).toMatch(/^@book\{peattie-battle,/m);
});

test('RIS has one record for each source, in the order asked for', () => {
  const { text } = citationFile(citations, [...all].reverse(), 'ris', 'theme');
  expect(text.match(/^TY {2}- .*$/gm)).toEqual(['TY  - BOOK', 'TY  - GEN']);
  expect(text.match(/^ER {2}- $/gm)).toHaveLength(2);
});

test('RIS keeps long titles on one line and ids whole', () => {
  const id = 'a-very-long-id-of-a-source-1921';
  const title =
    'Decision of the Croatian Sabor to end all ties with Hungary and Austria, and of much else besides';
  const text = emitCitations([{ id, facts: source({ title }) }]).sources[id]?.ris.split('\n');
  expect(text).toContain(`TI  - ${title}`);
  expect(text).toContain(`ID  - ${id}`);
});

test('RIS keeps the title of a database', () => {
  const facts = source({ kind: 'reference', type: 'database', title: 'Towns of the World' });
  expect(emitCitations([{ id: 'towns', facts }]).sources.towns?.ris).toMatch(/^TI {2}- Towns of the World$/m);
});

test('CSL-JSON is a list', () => {
  const { name, text } = citationFile(citations, all, 'csl', 'theme');
  expect(name).toBe('theme.json');
  expect((JSON.parse(text) as { id: string }[]).map(({ id }) => id)).toEqual(all);
});

test('a source without a reference is told', () => {
  expect(() => citationFile(citations, ['nobody'], 'ris', 'x')).toThrow(/nobody/);
});

test('each source of some changes once, in order', () => {
  const change = (...ids: string[]) => ({ excerpts: ids.map((id) => ({ source: id })) }) as unknown as Change;
  expect(sourceIdsOf([change('b', 'a', 'b'), change('a', 'c')])).toEqual(['b', 'a', 'c']);
});
