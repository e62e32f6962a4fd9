import { describe, expect, test } from 'vitest';
import { Atlas } from '../../src/lib/atlas/atlas';
import { AtlasSearch, readLooseDate } from '../../src/lib/atlas/search';
import { isoFromDay } from '../../src/lib/time/day';
import { tinyAtlas, tinyBundle } from '../fixtures/tiny-atlas';

const search = new AtlasSearch(tinyAtlas());
const first = (text: string) => {
  const [found] = search.find(text);
  return found && `${found.kind} ${found.id}`;
};

describe('a search', () => {
  test('finds a town under every name it had, on days when it had it', () => {
    const [found] = search.find('altstadt');
    expect([found?.kind, found?.title]).toEqual(['place', 'Altstadt']);
    expect(search.find('Alfaville').find(({ kind }) => kind === 'place')?.day).toBeGreaterThan(0);
  });
  test('does not mind diacritics, case or a slip of the pen', () => {
    expect(first('zachod')).toBe('region west');
    expect(first('ZACHÓD')).toBe('region west');
    expect(first('kingdm of alfa')).toBe('state alfa');
  });
  test('finds changes, sources and spheres', () => {
    expect(first('beta occupies')).toBe('change 1918-05-10-occupation');
    expect(first('treaty of peace')).toBe('source treaty');
    expect(first('the bloc')).toBe('sphere bloc');
  });
  test('finds a date first', () => {
    expect(first('Sept 1939')).toMatch(/^day /);
  });
  test('tells a name that a town had twice in one year apart', () => {
    const bundle = tinyBundle();
    const [town] = bundle.places;
    const names = [
      { name: 'Alfa' },
      { name: 'Alfa', from: 1000, to: 1010 },
      { name: 'Alfa', from: 1020, to: 1030 },
    ];
    const found = new AtlasSearch(new Atlas({ ...bundle, places: [{ ...town!, names }] })).find('alfa');
    expect(found.filter(({ kind }) => kind === 'place')).toHaveLength(3);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  });
  test('finds nothing in nothing', () => {
    expect(search.find('  ')).toEqual([]);
    expect(search.find('xyzzyplugh')).toEqual([]);
  });
});

describe('a date as people type it', () => {
  test.each([
    ['1939-09-28', '1939-09-28', '28 September 1939'],
    ['28 Sept 1939', '1939-09-28', '28 September 1939'],
    ['28 September 1939', '1939-09-28', '28 September 1939'],
    ['Sept 28, 1939', '1939-09-28', '28 September 1939'],
    ['28th sep 1939', '1939-09-28', '28 September 1939'],
    ['28.9.1939', '1939-09-28', '28 September 1939'],
    ['sept 1939', '1939-09-01', 'September 1939'],
    ['1939-09', '1939-09-01', 'September 1939'],
    ['1939', '1939-01-01', '1939'],
  ])('%s', (text, iso, title) => {
    const found = readLooseDate(text);
    expect(found && [isoFromDay(found.day), found.title]).toEqual([iso, title]);
  });
  test.each([
    '31 June 1939',
    '1939-13',
    '2019',
    '1916-12-31',
    'Septuagint 1939',
    'Poland 1939',
    '28 9',
    'mayor 1939',
    '',
  ])('not %s', (text) => {
    expect(readLooseDate(text)).toBe(null);
  });
});
