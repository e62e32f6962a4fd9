import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser, visit } from '../browser/visit';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const PAGES = [
  'sources/',
  'source/?id=writingbros',
  'source/?id=nonaggression-pact-1939',
  'contradictions/',
  'themes/baltic/',
  'data/',
  'lectures/',
  'table/',
];
const LOOKS = ['light', 'dark'] as const;

test.each(PAGES.flatMap((path) => LOOKS.map((look) => [path, look] as const)))(
  '%s, %s: axe finds nothing serious',
  async (path, look) => {
    const { page, errors } = await visit(browser, new URL(path, base).href, {
      dark: look === 'dark',
      readyWithin: 90_000,
    });
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    const theme = await page.evaluate(() => document.documentElement.dataset['theme']);
    expect(theme).toBe(look === 'dark' ? 'dark' : 'paper');
    // Given to the page directly, because its content policy refuses a script tag.
    await page.evaluate(axe.source);
    const faults = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 5)
              .map(({ html }) => html)
              .join(' ')}`,
        );
    });
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  },
);

test.each(PAGES)('%s fits a screen of 390 px', async (path) => {
  const { page } = await visit(browser, new URL(path, base).href, { width: 390, readyWithin: 90_000 });
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
  await page.close();
});

test('a reader of the essay learns its errors, and comes from there to all contradictions', async () => {
  const { page } = await visit(browser, new URL('source/?id=writingbros', base).href, {
    readyWithin: 90_000,
  });
  const text = page.getByRole('main');
  for (const right of [
    '19 August 1939',
    '29 and 30 September 1938',
    'stayed independent',
    'Lithuania fell to Germany',
  ])
    await text.getByText(right).first().waitFor();
  await page.getByRole('link', { name: 'Where all sources disagree' }).click();
  await page.getByRole('heading', { name: 'Where the sources disagree' }).waitFor();
  await page.getByLabel('On what').selectOption('date');
  await page.getByLabel('In which source').selectOption('writingbros');
  const dates = page.getByRole('article');
  const [count = 0] = (await page.getByText(/^\d+ in \d+ changes$/).innerText()).split(' ').map(Number);
  expect(await dates.count()).toBe(count);
  expect(await dates.allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('It is dated 19 August 1939')]),
  );
  await page.close();
});
