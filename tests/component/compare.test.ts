import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dayFromIso } from '../../src/lib/time/day';
import ComparePanel from '../../src/lib/ui/ComparePanel.svelte';
import { tinyAtlas } from '../fixtures/tiny-atlas';

const day = dayFromIso;

async function panel(other = '1917-06-01', now = '1921-01-01') {
  const heard = {
    oncompare: vi.fn(),
    onpreset: vi.fn(),
    ondim: vi.fn(),
    onswap: vi.fn(),
    onchange: vi.fn(),
    onregion: vi.fn(),
    onstate: vi.fn(),
  };
  const screen = await render(ComparePanel, {
    atlas: tinyAtlas(),
    day: day(now),
    other: day(other),
    dim: false,
    ...heard,
  });
  const rows = () =>
    [...screen.container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()).join(' | '),
    );
  return { screen, rows, ...heard };
}

test('adds up what each state gained and lost, whichever day is earlier', async () => {
  const expected = ['Kingdom of Alfa | – | −31,000 km²', 'Beta | +31,000 km² | –'];
  expect((await panel()).rows()).toEqual(expected);
  expect((await panel('1921-01-01', '1917-06-01')).rows()).toEqual(expected);
});

test('counts by law or on the ground, chosen with the arrow keys', async () => {
  const { screen, rows } = await panel('1917-06-01', '1919-01-01');
  expect(rows()).toEqual([]);
  (screen.getByRole('radio', { name: 'in law' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByRole('radio', { name: 'on the ground' })).toBeChecked();
  expect(rows()).toEqual(['Kingdom of Alfa | – | −31,000 km²', 'Beta | +31,000 km² | –']);
});

test('offers pairs of days, and to swap them', async () => {
  const { screen, onpreset, onswap } = await panel();
  await screen.getByText('Pairs of days that tell a story').click();
  await screen.getByRole('button', { name: '1921 and 1945' }).click();
  expect(onpreset).toHaveBeenCalledWith(day('1921-03-19'), day('1945-09-02'));
  await screen.getByRole('button', { name: 'Swap the days' }).click();
  expect(onswap).toHaveBeenCalledOnce();
});

test('reads a date as it is typed, and says when it is none', async () => {
  const { screen, oncompare } = await panel();
  const field = screen.getByRole('textbox', { name: 'Compare with' });
  await field.fill('3 Sept 1939');
  await userEvent.keyboard('{Tab}');
  expect(oncompare).toHaveBeenCalledWith(day('1939-09-03'));
  await field.fill('never');
  await userEvent.keyboard('{Tab}');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('No day from 1917 to 1955');
  expect(oncompare).toHaveBeenCalledOnce();
});

test('names what changed hands and the changes in between', async () => {
  const { screen, onregion, onchange } = await panel();
  await screen.getByRole('button', { name: 'Middle' }).click();
  expect(onregion).toHaveBeenCalledWith('middle');
  await screen.getByText('2 changes in between').click();
  await screen.getByRole('button', { name: 'Beta keeps the middle' }).click();
  expect(onchange).toHaveBeenCalledWith('1920-03-01-peace');
});
