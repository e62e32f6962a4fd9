import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUrl, writeUrl } from '../../src/lib/session/url';
import {
  NAMES,
  OPENING_VIEW,
  type Camera,
  type Selection,
  type ViewState,
} from '../../src/lib/session/view-state';
import { THEMES } from '../../src/lib/atlas/types';
import { LAST_DAY, dayFromIso } from '../../src/lib/time/day';

const base = new URL('https://example.org/atlas/');
const read = (query: string) => readUrl(new URL(query, base));

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+){0,2}$/);
const views: fc.Arbitrary<ViewState> = fc.record({
  day: fc.integer({ min: 0, max: LAST_DAY }),
  selection: fc.option(
    fc.record<Selection>({ kind: fc.constantFrom('region', 'change', 'state', 'sphere'), id }),
  ),
  theme: fc.option(fc.constantFrom(...THEMES)),
  names: fc.constantFrom(...NAMES),
  compareDay: fc.option(fc.integer({ min: 0, max: LAST_DAY })),
  dim: fc.boolean(),
  lens: fc.option(id),
  layers: fc.uniqueArray(id, { maxLength: 3 }),
  camera: fc.option(
    fc.record<Camera>({
      lon: fc.integer({ min: -180, max: 180 }),
      lat: fc.integer({ min: -85, max: 85 }),
      zoom: fc.integer({ min: 0, max: 22 }),
    }),
  ),
});

describe('a link', () => {
  test('gives back every view it was made from', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: again, problems } = readUrl(writeUrl(view, base));
        expect(again).toEqual(view);
        expect(problems).toEqual([]);
      }),
    );
  });

  test('reads as documented', () => {
    const { view, problems } = read(
      '?date=1939-10-10&sel=region:wilno&theme=baltic&layers=spheres-1939-08-23#map=5/53.5/23.5',
    );
    expect(problems).toEqual([]);
    expect(view).toEqual({
      compareDay: null,
      names: 'english',
      dim: false,
      day: dayFromIso('1939-10-10'),
      selection: { kind: 'region', id: 'wilno' },
      theme: 'baltic',
      lens: null,
      layers: ['spheres-1939-08-23'],
      camera: { zoom: 5, lat: 53.5, lon: 23.5 },
    });
  });

  test('is short and can be read by people', () => {
    const url = writeUrl(
      { ...OPENING_VIEW, selection: { kind: 'region', id: 'wilno' }, layers: ['a', 'b'] },
      base,
    );
    expect(url.search).toBe('?date=1939-09-28&sel=region:wilno&layers=a,b');
  });

  test('keeps parameters of others', () => {
    expect(writeUrl(OPENING_VIEW, new URL('?utm=x', base)).search).toContain('utm=x');
  });

  test('without anything opens on the opening view', () => {
    expect(read('')).toEqual({ view: OPENING_VIEW, problems: [] });
  });
});

describe('a wrong parameter is named and loses nothing else', () => {
  test.each([
    ['?date=1939-02-30&sel=region:wilno', 'date', /expected YYYY-MM-DD/],
    ['?date=2019-01-01&sel=region:wilno', 'date', /1917-01-01 to 1955-12-31/],
    ['?date=1939-09-28&sel=planet:mars', 'sel', /such as region:wilno/],
    ['?date=1939-09-28&sel=region', 'sel', /such as region:wilno/],
    ['?theme=everything', 'theme', /rapallo/],
    ['?cmp=1939-02-30', 'cmp', /expected YYYY-MM-DD/],
    ['?dim=yes', 'dim', /0 or 1/],
    ['?names=french', 'names', /english or local/],
    ['?lens=a b', 'lens', /expected known/],
    ['?layers=<script>', 'layers', /no id/],
    ['#map=5/95/23', 'map', /zoom\/latitude\/longitude/],
    ['#map=5//23', 'map', /zoom\/latitude\/longitude/],
    ['#map=here', 'map', /zoom\/latitude\/longitude/],
    ['#map=%E0%A4%A', 'map', /zoom\/latitude\/longitude/],
  ])('%s', (query, parameter, message) => {
    const { view, problems } = read(query);
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter]);
    expect(problems[0]?.message).toMatch(message);
    if (query.includes('region:wilno')) expect(view.selection).toEqual({ kind: 'region', id: 'wilno' });
    if (query.includes('1939-09-28')) expect(view.day).toBe(dayFromIso('1939-09-28'));
  });
});
