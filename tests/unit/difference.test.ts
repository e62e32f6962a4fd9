import { describe, expect, test } from 'vitest';
import { differenceBetween } from '../../src/lib/atlas/difference';
import { extentOf, gainsAndLosses } from '../../src/lib/atlas/extent';
import { dayFromIso } from '../../src/lib/time/day';
import { tinyAtlas } from '../fixtures/tiny-atlas';

const atlas = tinyAtlas();
const day = dayFromIso;

describe('the difference between two days', () => {
  test('says who gained and who lost, in law and on the ground', () => {
    const { byHolder, byController, transfers } = differenceBetween(
      atlas,
      day('1917-01-01'),
      day('1955-12-31'),
    );
    expect(byHolder).toEqual([
      { polity: 0, gained: 0, lost: 31000.4 },
      { polity: 1, gained: 31000.4, lost: 0 },
    ]);
    expect(byController).toEqual(byHolder);
    expect(transfers.map(({ km2, changes }) => [km2, changes.map(({ id }) => id)])).toEqual([
      [31000.4, ['1918-05-10-occupation', '1920-03-01-peace']],
    ]);
  });

  test('turns round with the days, but names the same changes', () => {
    const back = differenceBetween(atlas, day('1955-12-31'), day('1917-01-01'));
    expect(back.byHolder.find(({ polity }) => polity === 0)).toEqual({ polity: 0, gained: 31000.4, lost: 0 });
    expect(back.transfers[0]?.changes).toHaveLength(2);
  });

  test('of an occupation moves no law', () => {
    const { byHolder, byController } = differenceBetween(atlas, day('1918-01-01'), day('1919-01-01'));
    expect(byHolder).toEqual([]);
    expect(byController.map(({ polity }) => polity)).toEqual([0, 1]);
  });

  test('of the same state is empty', () => {
    expect(differenceBetween(atlas, day('1921-01-01'), day('1950-01-01'))).toMatchObject({
      regions: [],
      transfers: [],
      byHolder: [],
    });
  });
});

test('the extent of a state has a step for each of its gains and losses', () => {
  expect(
    extentOf(atlas, 0).map(({ from, held, controlled }) => [from, Math.round(held), Math.round(controlled)]),
  ).toEqual([
    [0, 62000, 62000],
    [day('1918-05-10'), 62000, 31000],
    [day('1920-03-01'), 31000, 31000],
  ]);
  expect(gainsAndLosses(atlas, 0)).toEqual([
    { change: 0, held: 0, controlled: -31000.4 },
    { change: 1, held: -31000.4, controlled: 0 },
  ]);
});
