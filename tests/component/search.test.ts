import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dayFor, type Found } from '../../src/lib/atlas/search';
import { dayFromIso } from '../../src/lib/time/day';
import SearchPanel from '../../src/lib/ui/SearchPanel.svelte';
import { tinyAtlas } from '../fixtures/tiny-atlas';

async function search(words: string) {
  const onfound = vi.fn<(found: Found) => void>();
  const screen = await render(SearchPanel, { atlas: tinyAtlas(), onfound });
  const field = screen.getByRole('combobox');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard(words);
  const titles = () =>
    [...screen.container.querySelectorAll('[role=option] strong')].map(({ textContent }) => textContent);
  return { screen, onfound, titles };
}

test.each(['Zachód', 'zachod'])('finds a region by another of its names: %s', async (words) => {
  const { onfound, titles } = await search(words);
  await expect.poll(titles).toContain('West');
  await userEvent.keyboard('{Enter}');
  expect(onfound.mock.lastCall?.[0]).toMatchObject({ kind: 'region', id: 'west' });
});

test('a town is found under each of its names, and leads to a day on which it had it', async () => {
  const { onfound, titles } = await search('altstadt');
  await expect.poll(titles).toContain('Altstadt');
  await userEvent.keyboard('{Enter}');
  const found = onfound.mock.lastCall?.[0] as Found;
  expect(found.kind).toBe('place');
  expect(dayFor(found, dayFromIso('1939-09-28'))).toBeLessThan(dayFromIso('1920-03-01'));
});

test('a date goes to that day, and comes first', async () => {
  const { onfound, titles } = await search('3 sept 1939');
  await expect.poll(() => titles()[0]).toBe('3 September 1939');
  await userEvent.keyboard('{Enter}');
  expect(onfound.mock.lastCall?.[0]).toMatchObject({ kind: 'day', day: dayFromIso('1939-09-03') });
});

test('the arrow keys choose among the results', async () => {
  const { onfound, titles } = await search('beta');
  await expect.poll(() => titles().length).toBeGreaterThan(1);
  const second = titles()[1];
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onfound.mock.lastCall?.[0].title).toBe(second);
});

test('nothing found is said, and examples are offered while nothing is asked', async () => {
  const { screen } = await search('xyzzy');
  await expect.element(screen.getByText(/Nothing found/)).toBeVisible();
  await userEvent.clear(screen.getByRole('combobox'));
  await expect.element(screen.getByRole('list', { name: 'Examples' })).toBeVisible();
});

test('Escape is left to the page, which closes the panel', async () => {
  await search('beta');
  const heard = vi.fn();
  addEventListener('keydown', heard, { once: true });
  await userEvent.keyboard('{Escape}');
  expect(heard).toHaveBeenCalledOnce();
});
