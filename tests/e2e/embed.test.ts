import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startBrowser } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('in a frame of another page the map fills the width above its slider, and the keys play', async () => {
  const atlas = await AtlasDriver.open(browser, base, 'embed/?date=1939-08-31', { width: 700, height: 450 });
  const { page } = atlas;
  const canvas = await page.locator('canvas').first().boundingBox();
  expect(canvas).toMatchObject({ x: 0, y: 0, width: 700 });
  expect(canvas?.height).toBeGreaterThan(250);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(700);
  await page.locator('canvas').first().focus();
  await page.keyboard.press(']');
  await expect.poll(() => atlas.date()).toBe('1 September 1939');
  const link = await page.getByRole('link', { name: 'Open in Cordon' }).getAttribute('href');
  expect(link).toMatch(/\/atlas\/\?date=1939-09-01/);
  expect(atlas.errors).toEqual([]);
});
