import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { dayFromIso } from '../../src/lib/time/day';
import RegionPanel from '../../src/lib/ui/RegionPanel.svelte';
import { tinyAtlas } from '../fixtures/tiny-atlas';

const atlas = tinyAtlas();

async function panel(id: string, on: string) {
  const heard = { ongoto: vi.fn(), onchange: vi.fn(), onstate: vi.fn(), onshow: vi.fn() };
  const region = atlas.regionIndex(id) ?? -1;
  const screen = await render(RegionPanel, {
    atlas,
    region,
    day: dayFromIso(on),
    lens: null,
    claim: null,
    ...heard,
  });
  return { screen, ...heard };
}

test('lists who held the region in order, and marks the day', async () => {
  const { screen } = await panel('middle', '1919-01-01');
  const rows = [...screen.container.querySelectorAll('.history .row')];
  expect(rows.map((row) => row.querySelector('.who')?.textContent)).toEqual([
    'Kingdom of Alfa',
    'Kingdom of Alfa, occupied by Beta',
    'Beta, annexed (March)',
  ]);
  expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual([null, 'date', null]);
  expect(rows[1]?.querySelector('.dates')?.textContent).toMatch(/10 May 1918 – 29 Feb 1920/);
});

test('a row goes to its first day, its change opens, its source says what it says', async () => {
  const { screen, ongoto, onchange } = await panel('middle', '1919-01-01');
  await screen.getByRole('button', { name: /Beta, annexed/ }).click();
  expect(ongoto).toHaveBeenCalledWith(dayFromIso('1920-03-01'));
  await screen.getByRole('button', { name: 'Beta keeps the middle' }).click();
  expect(onchange).toHaveBeenCalledWith('1920-03-01-peace');
  await screen.getByText('2 sources').first().click();
  await expect.element(screen.getByText('The treaty says so.').first()).toBeVisible();
});

test('names its towns as on the day, and all their names with the time they held', async () => {
  const { screen } = await panel('west', '1919-01-01');
  const summary = screen.getByText('Town: Altstadt');
  await summary.click();
  const names = [...screen.container.querySelectorAll('dd')].map(({ textContent }) =>
    textContent?.replace(/\s+/g, ' ').trim(),
  );
  expect(names).toEqual(['Altstadt until 29 Feb 1920', 'Alfaville from 1 Mar 1920']);
});
