import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fillOf, inkOf } from '../../src/lib/map/palette';
import { startBrowser, visit } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const TALLINN = [24.75, 59.44] as const;

test('a viewer looks at 1947 as London recognised it, and back', async () => {
  const atlas = await AtlasDriver.open(browser, base);
  const { page } = atlas;
  await page.getByLabel('Seen as').selectOption({ label: 'London' });
  await page.keyboard.press('/');
  await page.keyboard.type('1 June 1947');
  await expect
    .poll(() => page.locator('[role=option]').first().innerText(), { timeout: 30_000 })
    .toMatch(/1 June 1947/);
  await page.keyboard.press('Enter');
  await expect.poll(() => atlas.date()).toBe('1 June 1947');

  const banner = page.locator('.banner');
  expect(await banner.innerText()).toMatch(/As recognised by London: not who held it/);
  await atlas.lookAt(...TALLINN);
  expect(await atlas.hover(...TALLINN)).toMatch(/Estonia, occupied by Soviet Union/);
  expect(await atlas.paint(...TALLINN)).toEqual({
    fill: fillOf('teal', 'paper'),
    ink: inkOf('red', 'paper'),
  });

  await atlas.click(...TALLINN);
  const said = page.locator('#side .claim');
  await expect.poll(() => said.innerText()).toMatch(/never recognised the annexation in law/);
  expect(await said.locator('a[href^="https://api.parliament.uk/"]').isVisible()).toBe(true);
  // The scale stays in sight, below the banner.
  const scale = (await page.locator('.maplibregl-ctrl-scale').first().boundingBox())!;
  const top = (await banner.boundingBox())!;
  expect(scale.y).toBeGreaterThanOrEqual(top.y + top.height);

  await banner.getByRole('button', { name: 'Show who held it' }).click();
  expect(await banner.count()).toBe(0);
  await expect.poll(() => atlas.hover(...TALLINN)).toMatch(/Soviet Union, annexed/);
  expect(atlas.errors).toEqual([]);
  await page.close();
});

test('the page of a source lists what a lens says with it, and leads back to that map', async () => {
  const { page, errors } = await visit(browser, new URL('source/?id=hansard-baltic-1950', base).href);
  const lines = page.locator('main article', { hasText: 'As recognised by London' });
  await expect.poll(() => lines.count()).toBe(3);
  const address = new URL((await lines.first().getByRole('link').getAttribute('href')) ?? '', page.url());
  expect(address.searchParams.get('lens')).toBe('london');
  expect(address.searchParams.get('date')).toBe('1940-08-06');
  expect(errors).toEqual([]);
  await page.close();
});
