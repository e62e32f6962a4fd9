import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Parts of the explorer as a viewer comes to them, each from the one before. */
const PARTS: readonly { readonly name: string; readonly reach: (atlas: AtlasDriver) => Promise<unknown> }[] =
  [
    { name: 'start', reach: () => Promise.resolve() },
    { name: 'search', reach: ({ page }) => page.keyboard.press('/').then(() => page.keyboard.type('wilno')) },
    {
      name: 'region',
      reach: async ({ page }) => {
        await page
          .getByRole('option', { name: /^Region/ })
          .first()
          .click();
        await page.locator('#side .towns summary').click();
        await page.locator('#side .history summary').first().click();
      },
    },
    { name: 'state', reach: ({ page }) => page.locator('#side .acts .button').nth(1).click() },
    { name: 'change', reach: ({ page }) => page.locator('#side .movements .link').first().click() },
    { name: 'compare', reach: (atlas) => useTool(atlas, 'Compare') },
    { name: 'layers', reach: (atlas) => useTool(atlas, 'Spheres and pacts') },
    { name: 'take away', reach: (atlas) => useTool(atlas, 'Take away') },
    { name: 'keys', reach: ({ page }) => page.keyboard.press('?') },
  ];

async function useTool({ page }: AtlasDriver, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation', { name: 'Tools' }).getByRole('button', { name }).click();
}

/** What axe finds serious or critical in the page as it is. */
async function faultsOf({ page }: AtlasDriver): Promise<string[]> {
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  });
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

describe.each(SIZES)('on a window $width wide', (size) => {
  test.each([false, true])(
    'axe finds nothing serious in any part of the explorer (dark: %s)',
    async (dark) => {
      const atlas = await AtlasDriver.open(browser, base, '?date=1939-10-15', { ...size, dark });
      // Given to the page directly, because its content policy refuses a script tag.
      await atlas.page.evaluate(axe.source);
      const faults: Record<string, string[]> = {};
      for (const { name, reach } of PARTS) {
        await reach(atlas);
        await atlas.page.waitForTimeout(200);
        faults[name] = await faultsOf(atlas);
      }
      expect(faults).toEqual(Object.fromEntries(PARTS.map(({ name }) => [name, []])));
      expect(atlas.errors).toEqual([]);
      await atlas.page.close();
    },
  );

  test('what is pressed is large enough for a finger', async () => {
    const atlas = await AtlasDriver.open(browser, base, '?date=1939-10-15', size);
    const least = size.width < 700 ? 44 : 24;
    const small = await atlas.page.evaluate((px) => {
      const controls = document.querySelectorAll('.dock button, .header button, .zoom button, select, .door');
      return [...controls]
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < px)
        .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} ${box.width}×${box.height}`);
    }, least);
    // The date is a line of text that can be typed into.
    expect(small.filter((html) => !html.includes('Type a date'))).toEqual([]);
    await atlas.page.close();
  });
});
