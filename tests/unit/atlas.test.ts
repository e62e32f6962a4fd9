import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Atlas, BundleError } from '../../src/lib/atlas/atlas';
import { borderBetween } from '../../src/lib/atlas/border';
import { foldName } from '../../src/lib/atlas/fold';
import { movementsOf } from '../../src/lib/atlas/movements';
import { areaInWords, holdingInWords } from '../../src/lib/atlas/words';
import { LAST_DAY, dayFromIso } from '../../src/lib/time/day';
import { bordersAmong, statusesAmong } from '../../src/lib/atlas/in-view';
import { tinyAtlas, tinyBundle } from '../fixtures/tiny-atlas';

const atlas = tinyAtlas();
const day = dayFromIso;
const anyDay = fc.integer({ min: 0, max: LAST_DAY });

describe('the state on a day', () => {
  test('changes on the day of the change and not before', () => {
    const holderOn = (iso: string) => atlas.polities[atlas.holdingOn(1, day(iso)).holder]?.id;
    expect(holderOn('1920-02-29')).toBe('alfa');
    expect(holderOn('1920-03-01')).toBe('beta');
  });

  test('is the same for the whole atlas as region by region, and fills the array it is given', () => {
    const into = new Int32Array(3);
    fc.assert(
      fc.property(anyDay, (on) => {
        const state = atlas.stateOn(on, into);
        return (
          state === into && [0, 1, 2].every((region) => state[region] === atlas.holdingIndexOn(region, on))
        );
      }),
    );
  });
});

describe('changed regions', () => {
  test('are those whose holding differs, in either direction', () => {
    expect(atlas.changedRegions(day('1918-05-09'), day('1918-05-10'))).toEqual([1]);
    expect(atlas.changedRegions(day('1955-01-01'), day('1917-01-01'))).toEqual([1]);
    expect(atlas.changedRegions(day('1921-01-01'), day('1955-01-01'))).toEqual([]);
  });

  test('agree with comparing the whole state', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const differing = [0, 1, 2].filter(
          (region) => atlas.holdingOn(region, a) !== atlas.holdingOn(region, b),
        );
        return JSON.stringify(atlas.changedRegions(a, b)) === JSON.stringify(differing);
      }),
    );
  });
});

test('changes between two days leave out the first and take in the last', () => {
  const ids = (a: string, b: string) => atlas.changesBetween(day(a), day(b)).map(({ id }) => id);
  expect(ids('1918-05-10', '1920-03-01')).toEqual(['1920-03-01-peace']);
  expect(ids('1918-05-09', '1918-05-10')).toEqual(['1918-05-10-occupation']);
  expect(ids('1920-03-01', '1920-03-01')).toEqual([]);
});

test('the history of a region is complete, in order and without gaps', () => {
  const rows = atlas.historyOf(1);
  expect(rows.map(({ change }) => change?.id ?? null)).toEqual([
    null,
    '1918-05-10-occupation',
    '1920-03-01-peace',
  ]);
  expect(rows.map(({ to }) => to)).toEqual([...rows.slice(1).map(({ holding }) => holding.from), null]);
});

test('the neighbours of a day are found in the history of a region', () => {
  const id = (index: number | null) => (index === null ? null : atlas.changes[index]?.id);
  expect(id(atlas.neighbourChange(day('1919-01-01'), 1, 1))).toBe('1920-03-01-peace');
  expect(id(atlas.neighbourChange(day('1920-03-01'), -1, 1))).toBe('1918-05-10-occupation');
  expect(id(atlas.neighbourChange(day('1920-03-01'), 1, 1))).toBe(null);
  expect(id(atlas.neighbourChange(day('1919-01-01'), 1, 0))).toBe(null);
});

describe('through the lens of a capital', () => {
  const lens = {
    id: 'alfaville',
    capital: 'Alfaville',
    title: 'As Alfaville recognised it',
    viewer: 'alfa',
    about: '',
    named: [0, 1],
    labels: [{ polity: 0, of: 'holder' as const, at: [12, 51] as const, width: 3, km2: 62000, from: 0 }],
    claims: [
      {
        regions: [1],
        holder: 0,
        from: day('1920-03-01'),
        to: day('1940-01-01'),
        says: 'Never given up.',
        source: 'treaty',
      },
    ],
  };
  const seen = atlas.through(lens);
  const on = (iso: string) => {
    const { holder, controller, status } = seen.holdingOn(1, day(iso));
    return [seen.polities[holder]?.id, seen.polities[controller]?.id, status];
  };

  test('land it did not give up is its own, occupied by whoever had it', () => {
    expect(on('1920-03-01')).toEqual(['alfa', 'beta', 'occupied']);
    expect(on('1939-12-31')).toEqual(['alfa', 'beta', 'occupied']);
  });
  test('before and after the claim all is as it was', () => {
    expect(on('1920-02-29')).toEqual(['alfa', 'beta', 'occupied']);
    expect(on('1940-01-01')).toEqual(['beta', 'beta', 'annexed']);
    expect(seen.holdingOn(0, 0)).toEqual(atlas.holdingOn(0, 0));
  });
  test('names are placed anew, or go where a state has no land left', () => {
    expect(seen.bundle.labels.filter(({ polity }) => polity === 0)).toEqual(lens.labels);
    expect(atlas.bundle.labels.some(({ polity }) => polity === 1)).toBe(true);
    expect(seen.bundle.labels.some(({ polity }) => polity === 1)).toBe(false);
  });
  test('a claim that falls together with the holder is plain sovereignty', () => {
    const own = atlas.through({ ...lens, claims: [{ ...lens.claims[0]!, holder: 1 }] });
    expect(own.holdingOn(1, day('1921-01-01')).status).toBe('sovereign');
    const disputed = { ...lens.claims[0]!, holder: 1, status: 'contested' as const };
    const still = atlas.through({ ...lens, claims: [disputed] });
    expect(still.holdingOn(1, day('1921-01-01')).status).toBe('sovereign');
  });
  test('a claim may say whom the capital counted as in control, and how', () => {
    const mandate = { ...lens.claims[0]!, controller: 1, status: 'administered' as const };
    const { holder, controller, status } = atlas
      .through({ ...lens, claims: [mandate] })
      .holdingOn(1, day('1921-01-01'));
    expect([holder, controller, status]).toEqual([0, 1, 'administered']);
  });
});

test('a movement says from whom to whom, with its area', () => {
  const [movement, ...rest] = movementsOf(atlas, 1);
  expect(rest).toEqual([]);
  expect(movement?.km2).toBeCloseTo(31000.4);
  expect(holdingInWords(atlas, movement!.before, day('1920-02-29'))).toBe(
    'Kingdom of Alfa, occupied by Beta',
  );
  expect(holdingInWords(atlas, movement!.after, day('1920-03-01'))).toBe('Beta, annexed (March)');
});

test('names are those of the day', () => {
  expect(atlas.nameOn(0, day('1924-12-31'))).toBe('Kingdom of Alfa');
  expect(atlas.nameOn(0, day('1925-01-01'))).toBe('Alfa');
  expect(atlas.placeNameOn(atlas.places[0]!, day('1919-01-01'))).toBe('Altstadt');
});

describe('a border', () => {
  const on = (iso: string, left: number, right: number) =>
    borderBetween(atlas.holdingOn(left, day(iso)), atlas.holdingOn(right, day(iso)));
  test('is a frontier between holders', () => expect(on('1917-01-01', 1, 2)).toBe('frontier'));
  test('is a demarcation where one of them is occupied', () =>
    expect(on('1919-01-01', 0, 1)).toBe('demarcation'));
  test('is inner between units', () => expect(on('1921-01-01', 1, 2)).toBe('inner'));
  test('is none inside one holding', () => expect(on('1917-01-01', 0, 1)).toBe('none'));
  test('is none at the sea', () => expect(borderBetween(atlas.holdingOn(0, 0), null)).toBe('none'));
  test('is a front where land is fought over', () => {
    const quiet = atlas.holdingOn(0, 0);
    expect(borderBetween(quiet, { ...quiet, controller: 1, status: 'contested' })).toBe('front');
  });
  test('is the limit of zones between administrations', () => {
    const zone = { ...atlas.holdingOn(0, 0), status: 'administered' as const };
    expect(borderBetween(zone, { ...zone, controller: 1 })).toBe('zone');
  });
});

describe('a bundle is refused', () => {
  test('when it is of another version', () => {
    expect(() => new Atlas({ ...tinyBundle(), version: 2 as never })).toThrow(BundleError);
    expect(() => new Atlas(undefined as never)).toThrow(/version undefined/);
  });
  test('when a region has no holding', () => {
    const bundle = tinyBundle();
    expect(() => new Atlas({ ...bundle, holdings: bundle.holdings.slice(1) })).toThrow(
      /"west" has no holding/,
    );
  });
});

test('the legend explains what is among the regions in view, and nothing else', () => {
  const on = day('1919-01-01');
  expect(statusesAmong(atlas, on, [0, 2])).toEqual([]);
  expect(statusesAmong(atlas, on, [0, 1])).toEqual(['occupied']);
  expect([...bordersAmong(atlas, on, new Set([0, 1]))]).toEqual(['demarcation']);
  expect([...bordersAmong(atlas, on, new Set([0, 2]))]).toEqual([]);
});

test('areas are no more exact than the lines', () => {
  expect(areaInWords(13459.7)).toBe('13,500 km²');
  expect(areaInWords(176)).toBe('176 km²');
  expect(areaInWords(12.34)).toBe('12 km²');
});

test('names compare without diacritics', () => {
  expect(foldName('Łódź')).toBe('lodz');
  expect(foldName('Žemaitija')).toBe('zemaitija');
  expect(foldName('Gießen')).toBe('giessen');
});
