import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';
import { Hand } from './hand';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Wide enough for every tool in one row, and low: the tasks are about words, not about drawing. */
const WINDOW = { width: 1400, height: 480 };

/** The steps that tests/tasks.md states: of task n by keyboard and by mouse. */
async function statedSteps(): Promise<Map<number, { keyboard: number; mouse: number | null }>> {
  const text = await readFile(new URL('../tasks.md', import.meta.url), 'utf8');
  const rows = text.matchAll(/^\|\s*(\d+)\s*\|[^|]*\|\s*(\d+)\s*\|\s*(\d+|–)\s*\|/gm);
  return new Map(
    [...rows].map(([, task, keyboard, mouse]) => [
      Number(task),
      { keyboard: Number(keyboard), mouse: mouse === '–' ? null : Number(mouse) },
    ]),
  );
}

interface Task {
  readonly number: number;
  readonly question: string;
  keyboard(hand: Hand, atlas: AtlasDriver): Promise<void>;
  mouse?(hand: Hand, atlas: AtlasDriver): Promise<void>;
  /** The answer, as far as it can be read on the screen. */
  answer(atlas: AtlasDriver): Promise<void>;
}

const side = ({ page }: AtlasDriver) => page.locator('#side');
const tool = ({ page }: AtlasDriver, name: string) =>
  page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name });
const says = (atlas: AtlasDriver, words: RegExp) =>
  expect.poll(() => side(atlas).innerText(), { timeout: 20_000 }).toMatch(words);

/** By mouse: the search from its button, words, the first result. */
async function find(hand: Hand, atlas: AtlasDriver, words: string, result: RegExp): Promise<void> {
  await hand.click(tool(atlas, 'Search'));
  await hand.type(words);
  await hand.click(atlas.page.getByRole('option', { name: result }).first());
}

/** By keyboard: the same. */
async function findByKeys(hand: Hand, words: string, result: RegExp): Promise<void> {
  await hand.press('/');
  await hand.type(words);
  await hand.enterResult(result);
}

const TASKS: readonly Task[] = [
  {
    number: 1,
    question: 'When did Memel go to Germany, and who says so?',
    async keyboard(hand) {
      await findByKeys(hand, 'memel', /^Town\s*Memel/);
      await hand.press('Enter');
    },
    async mouse(hand, atlas) {
      await find(hand, atlas, 'memel', /^Town\s*Memel/);
      await hand.click(side(atlas).getByRole('button', { name: 'Germany takes the Memel Territory' }));
    },
    async answer(atlas) {
      await expect.poll(() => atlas.heading()).toBe('Germany takes the Memel Territory');
      await says(atlas, /March 1939/);
      await expect.poll(() => side(atlas).locator('a[href*="source/"]').count()).toBeGreaterThan(0);
    },
  },
  {
    number: 2,
    question: 'What did the Soviet Union gain between August 1939 and June 1941, in km²?',
    async keyboard(hand, atlas) {
      await hand.press('c');
      await expect.poll(() => atlas.heading()).toMatch(/Compare/);
      await hand.tabTo(side(atlas).locator('.presets summary'));
      await hand.press('Enter');
      await hand.tabTo(side(atlas).getByRole('button', { name: 'What the Soviet Union gained by 1941' }));
      await hand.press('Enter');
    },
    async mouse(hand, atlas) {
      await hand.click(tool(atlas, 'Compare'));
      await hand.click(side(atlas).locator('.presets summary'));
      await hand.click(side(atlas).getByRole('button', { name: 'What the Soviet Union gained by 1941' }));
    },
    async answer(atlas) {
      await says(atlas, /23 August 1939 and 21 June 1941/);
      const row = side(atlas).locator('tr', { hasText: 'Soviet Union' });
      const [gained, lost] = await row.locator('td').allInnerTexts();
      const km2 = Number(gained?.replace(/\D/g, ''));
      // About 461,000 km2 in the usual books: east of Poland, the Baltic states, Bessarabia, northern Bukovina, Finnish cessions.
      expect(km2).toBeGreaterThan(440_000);
      expect(km2).toBeLessThan(480_000);
      expect(lost).toBe('–');
    },
  },
  {
    number: 3,
    question: 'Whose was Riga for London in 1947?',
    async keyboard(hand, atlas) {
      await hand.tabTo(atlas.page.getByLabel('Seen as'));
      await hand.type('L');
      // From a choice the keys of the page do not work: on to the button beside it.
      await hand.press('Tab', 'Tab', 'Tab');
      await findByKeys(hand, '1947', /1947/);
      await findByKeys(hand, 'riga', /^Town\s*Riga/);
    },
    async mouse(hand, atlas) {
      await hand.choose(atlas.page.getByLabel('Seen as'), 'London');
      await find(hand, atlas, '1947', /1947/);
      await find(hand, atlas, 'riga', /^Town\s*Riga/);
    },
    async answer(atlas) {
      await says(atlas, /London/);
      await says(atlas, /On 1 January 1947: Latvia/);
      const url = new URL(atlas.page.url());
      expect(url.searchParams.get('lens')).toBe('london');
    },
  },
  {
    number: 4,
    question: 'Who held Lemberg on 1 October 1939?',
    async keyboard(hand) {
      await findByKeys(hand, 'lemberg', /^Town\s*Lemberg/);
      await findByKeys(hand, '1 oct 1939', /1 October 1939/);
    },
    async mouse(hand, atlas) {
      await find(hand, atlas, 'lemberg', /^Town\s*Lemberg/);
      await find(hand, atlas, '1 oct 1939', /1 October 1939/);
    },
    answer: (atlas) => says(atlas, /On 1 October 1939: Poland, occupied by Soviet Union/),
  },
  {
    number: 5,
    question: 'Under which names was Wilno known, and when?',
    async keyboard(hand, atlas) {
      await findByKeys(hand, 'wilno', /^Town\s*Wilno/);
      await hand.tabTo(side(atlas).locator('.towns summary'));
      await hand.press('Enter');
    },
    async answer(atlas) {
      const names = await side(atlas).locator('.towns dd').allInnerTexts();
      for (const name of ['Vilna', 'Wilno', 'Vilnius', 'Wilna'])
        expect(names.some((text) => text.startsWith(name) && /19\d\d/.test(text))).toBe(true);
    },
  },
  {
    number: 6,
    question: 'Where did the secret protocol of August 1939 draw its line?',
    async keyboard(hand) {
      await findByKeys(hand, 'spheres of interest 23 august', /^Sphere or pact/);
    },
    async answer(atlas) {
      await says(atlas, /Spheres of interest of 23 August 1939/);
      await expect.poll(() => new URL(atlas.page.url()).search).toMatch(/layers=spheres-1939-08-23/);
      expect(await atlas.date()).toMatch(/August 1939/);
    },
  },
  {
    number: 7,
    question: 'What was the next step in the Baltic after 28 September 1939?',
    async keyboard(hand, atlas) {
      await hand.press('Tab', 'Enter');
      await hand.tabTo(side(atlas).getByRole('button', { name: /^Baltic annexations/ }));
      await hand.press('Enter', ']');
    },
    async mouse(hand, atlas) {
      await hand.click(side(atlas).getByRole('button', { name: /^Baltic annexations/ }));
      await hand.click(atlas.page.getByRole('button', { name: 'Next change' }));
    },
    async answer(atlas) {
      await says(atlas, /October 1939/);
      const { searchParams } = new URL(atlas.page.url());
      expect(searchParams.get('theme')).toBe('baltic');
      expect(searchParams.get('sel')).toMatch(/^change:1939-10/);
    },
  },
  {
    number: 8,
    question: 'How do the borders of 28 September 1939 get into another program?',
    async keyboard(hand, atlas) {
      await hand.tabTo(tool(atlas, 'Take away'));
      await hand.press('Enter');
      await hand.tabTo(side(atlas).getByRole('button', { name: /GeoJSON/ }));
      await hand.press('Enter');
    },
    async mouse(hand, atlas) {
      await hand.click(tool(atlas, 'Take away'));
      await hand.click(side(atlas).getByRole('button', { name: /GeoJSON/ }));
    },
    answer: (atlas) => says(atlas, /GeoJSON saved/),
  },
  {
    number: 9,
    question: 'What happened next after 16 September 1939, and which documents say so?',
    async keyboard(hand) {
      await findByKeys(hand, '16 sept 1939', /16 September 1939/);
      await hand.press(']');
    },
    async mouse(hand, atlas) {
      await find(hand, atlas, '16 sept 1939', /16 September 1939/);
      await hand.click(atlas.page.getByRole('button', { name: 'Next change' }));
    },
    async answer(atlas) {
      await expect.poll(() => atlas.date()).toBe('17 September 1939');
      await expect.poll(() => side(atlas).locator('a[href*="source/"]').count()).toBeGreaterThan(0);
    },
  },
  {
    number: 10,
    question: 'Who held what on 28 September 1939, as a table to read or to hear?',
    async keyboard(hand, atlas) {
      await hand.tabTo(tool(atlas, 'Take away'));
      await hand.press('Enter');
      await hand.tabTo(side(atlas).getByRole('link', { name: 'As a table' }));
      await hand.press('Enter');
    },
    async answer(atlas) {
      const row = atlas.page.getByRole('row', { name: /Wilno strip/ });
      await expect
        .poll(() => row.innerText(), { timeout: 30_000 })
        .toMatch(/Poland\s+Soviet Union\s+occupied/);
    },
  },
];

const stated = await statedSteps();

const RUNS = TASKS.flatMap(({ keyboard, mouse, ...task }) => [
  { ...task, way: 'keyboard' as const, play: keyboard },
  ...(mouse ? [{ ...task, way: 'mouse' as const, play: mouse }] : []),
]);

test.each(RUNS)('task $number by $way: $question', async ({ number, way, play, answer }) => {
  const atlas = await AtlasDriver.open(browser, base, '', WINDOW);
  const hand = new Hand(atlas.page);
  await play(hand, atlas);
  await answer(atlas);
  expect(hand.steps).toBe(stated.get(number)?.[way]);
  expect(atlas.errors).toEqual([]);
  await atlas.page.close();
});

test('every task of the list is played', () => {
  expect([...stated.keys()]).toEqual(TASKS.map(({ number }) => number));
});
