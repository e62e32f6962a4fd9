import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { bibliographyOf, referenceLine } from '../../src/lib/export/references';
import { composeSlides, type Slide } from '../../src/lib/export/slides';
import type { Source } from '../../src/lib/atlas/types';
import { wrapped } from '../../src/routes/lecture/captioned';

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const treaty: Source = {
  id: 'treaty',
  kind: 'primary',
  type: 'treaty',
  title: 'Treaty of Peace',
  author: 'Two states',
  issued: '1921-03-18',
  URL: 'https://example.org/treaty',
};
const book: Source = { id: 'book', kind: 'scholarship', type: 'book', title: 'A Book', author: 'B. Author' };

describe('references', () => {
  test('name the place in the source; a document goes by its title', () => {
    expect(referenceLine(treaty, { label: 'article', value: '2' })).toBe(
      'Treaty of Peace (1921), article 2. https://example.org/treaty',
    );
    expect(referenceLine(book)).toBe('B. Author, A Book.');
  });
  test('stand once each in a bibliography, in the order of the alphabet', () => {
    expect(bibliographyOf([treaty, book, treaty])).toEqual([referenceLine(book), referenceLine(treaty)]);
  });
});

describe('slides', () => {
  const slide = (title: string): Slide => ({
    date: '18 March 1921',
    title,
    caption: 'A border & its <people>',
    question: 'Where?',
    notes: 'Say who sat at the table.',
    sources: ['Treaty of Peace (1921), article 2. It draws the line.'],
    picture: DOT,
    address: 'https://example.org/lecture/x/?step=1',
  });

  test('are a file that can be opened: title, steps, sources; notes and pictures with each step', async () => {
    const file = await composeSlides({
      title: 'The line',
      author: 'A. Lecturer',
      abstract: '',
      slides: [slide('First'), slide('Second')],
      bibliography: ['Treaty of Peace (1921).'],
    });
    const archive = await JSZip.loadAsync(file);
    const names = Object.keys(archive.files);
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(4);
    const text = async (name: string) => archive.file(name)?.async('string');
    expect(await text('ppt/slides/slide2.xml')).toMatch(/First[\s\S]*A border &amp; its &lt;people&gt;/);
    const notes = await text('ppt/notesSlides/notesSlide2.xml');
    expect(notes).toMatch(/Ask first: Where\?/);
    expect(notes).toMatch(/Say who sat at the table/);
    expect(notes).toMatch(/article 2\. It draws the line/);
    expect(names.filter((name) => /^ppt\/media\/.*\.png$/.test(name))).toHaveLength(2);
  });
});

test('small print is broken at words, and a word that is too long stays whole', () => {
  const widthOf = (line: string) => line.length;
  expect(wrapped('one two three', 7, widthOf)).toEqual(['one two', 'three']);
  expect(wrapped('unbreakable a', 4, widthOf)).toEqual(['unbreakable', 'a']);
  expect(wrapped('', 4, widthOf)).toEqual([]);
});
