import { describe, expect, test } from 'vitest';
import { Atlas } from '../../src/lib/atlas/atlas';
import { AtlasSearch, dayFor, readLooseDate } from '../../src/lib/atlas/search';
import { dayFromIso, isoFromDay } from '../../src/lib/time/day';
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
    expect(found && isoFromDay(dayFor(found, dayFromIso('1939-09-28')))).toBe('1920-02-29');
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
  test('finds a town once under a name that it had twice, on the nearer of the days', () => {
    const bundle = tinyBundle();
    const [town] = bundle.places;
    const names = [
      { name: 'Alfa', to: 800 },
      { name: 'Omega', from: 800, to: 1000 },
      { name: 'Alfa', from: 1000, to: 1010 },
      { name: 'Alfa', from: 1020, to: 1030 },
    ];
    const found = new AtlasSearch(new Atlas({ ...bundle, places: [{ ...town!, names }] })).find('alfa');
    const [place, ...more] = found.filter(({ title, kind }) => kind === 'place' && title === 'Alfa');
    expect(more).toEqual([]);
    expect(place?.detail).toBe('Town, until 1919 and 1919 · Omega');
    expect([0, 850, 950, 1005, 1012, 2000].map((now) => place && dayFor(place, now))).toEqual([
      0, 799, 1000, 1005, 1009, 1029,
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
  });
  test.each([
    ['altstadt', '1918-05-01', '1918-05-01'],
    ['altstadt', '1939-09-28', '1920-02-29'],
    ['alfaville', '1939-09-28', '1939-09-28'],
    ['alfaville', '1918-05-01', '1920-03-01'],
    ['a pact', '1918-05-01', '1930-06-15'],
  ])('%s, asked on %s, leads to %s', (text, now, then) => {
    const found = search.find(text).find(({ title }) => title.toLowerCase() === text);
    expect(found && isoFromDay(dayFor(found, dayFromIso(now)))).toBe(then);
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
