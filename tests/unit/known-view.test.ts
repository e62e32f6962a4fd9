import { describe, expect, test } from 'vitest';
import { keepKnown } from '../../src/lib/session/known-view';
import { readUrl, writeUrl } from '../../src/lib/session/url';
import { OPENING_VIEW, type ViewState } from '../../src/lib/session/view-state';
import { tinyAtlas } from '../fixtures/tiny-atlas';

const base = new URL('https://example.org/atlas/');
const keep = (view: Partial<ViewState>) => keepKnown({ ...OPENING_VIEW, ...view }, tinyAtlas());

describe('of what a link names', () => {
  test.each([
    ['region', 'west'],
    ['change', '1920-03-01-peace'],
    ['state', 'beta'],
    ['sphere', 'bloc'],
  ] as const)('a %s of the atlas is kept', (kind, id) => {
    const { view, problems } = keep({ selection: { kind, id }, layers: ['bloc'], lens: 'known' });
    expect(view).toMatchObject({ selection: { kind, id }, layers: ['bloc'], lens: 'known' });
    expect(problems).toEqual([]);
  });
  test('nothing that the atlas does not have is kept, nor written into the next link', () => {
    const link = new URL('?sel=region:nonsense&layers=nope,bloc,nope&lens=foo', base);
    const { view, problems } = keepKnown(readUrl(link).view, tinyAtlas());
    expect(view).toMatchObject({ selection: null, layers: ['bloc'], lens: null });
    expect(problems.map(({ message }) => message)).toEqual([
      'lens=foo: the atlas has no such lens',
      'sel=region:nonsense: the atlas has no such region',
      'layers=nope: the atlas has no such layer',
    ]);
    expect(Object.fromEntries(writeUrl(view, link).searchParams)).toEqual({
      date: '1939-09-28',
      layers: 'bloc',
    });
  });
});
