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

test('a deep link opens the whole view', async () => {
  const atlas = await AtlasDriver.open(
    browser,
    base,
    '?date=1940-08-06&sel=region:tartumaa&theme=baltic#map=6.5/58.4/26.7',
  );
  await atlas.settle();
  expect(await atlas.date()).toBe('6 August 1940');
  expect(await atlas.heading()).toMatch(/Tartu/);
  expect(await atlas.page.getByLabel('Theme').inputValue()).toBe('baltic');
  const { zoom, lat } = await atlas.page.evaluate(() => {
    const { map } = window.cordonMap as unknown as {
      map: { getZoom(): number; getCenter(): { lat: number } };
    };
    return { zoom: map.getZoom(), lat: map.getCenter().lat };
  });
  expect(zoom).toBeCloseTo(6.5, 1);
  expect(lat).toBeCloseTo(58.4, 1);
  await atlas.page.close();
});

test('wrong parameters are named, and the rest of the link holds', async () => {
  const atlas = await AtlasDriver.open(browser, base, '?date=1939-02-30&sel=region:atlantis&theme=baltic');
  const notice = atlas.page.getByRole('alert');
  await expect.poll(() => notice.innerText()).toMatch(/1939-02-30.*expected YYYY-MM-DD/s);
  expect(await notice.innerText()).toMatch(/region:atlantis.*no such region/s);
  expect(await atlas.page.getByLabel('Theme').inputValue()).toBe('baltic');
  expect(await atlas.date()).toBe('28 September 1939');
  await notice.getByRole('button', { name: 'Close' }).click();
  expect(await notice.count()).toBe(0);
  await atlas.page.close();
});

describe('by keyboard alone', () => {
  test('a viewer finds a region, reads its history and opens a source', async () => {
    const atlas = await AtlasDriver.open(browser, base);
    const { keyboard } = atlas.page;
    await keyboard.press('/');
    await keyboard.type('wilno strip');
    await expect
      .poll(() => atlas.page.locator('[role=option]').first().innerText(), { timeout: 30_000 })
      .toMatch(/Wilno strip/);
    await keyboard.press('Enter');
    await expect.poll(() => atlas.heading()).toBe('Wilno strip');
    await keyboard.press(']');
    expect(await atlas.date()).toBe('10 October 1939');
    await atlas.page.locator('#side .history [aria-current=date]').focus();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await atlas.heading()).toMatch(/Wilno to Lithuania/);
    expect(await atlas.page.locator('#side .excerpt').count()).toBeGreaterThan(0);
    await keyboard.press('Escape');
    expect(await atlas.heading()).toMatch(/Who held which land/);
    expect(atlas.errors).toEqual([]);
    await atlas.page.close();
  });

  test('the slider moves by day, month and year, and says its date', async () => {
    const atlas = await AtlasDriver.open(browser, base, '?date=1940-02-29');
    const slider = atlas.slider();
    await slider.focus();
    const press = async (key: string) => {
      await atlas.page.keyboard.press(key);
      return slider.getAttribute('aria-valuetext');
    };
    expect(await press('ArrowRight')).toBe('1 March 1940');
    expect(await press('ArrowLeft')).toBe('29 February 1940');
    expect(await press('PageUp')).toBe('28 February 1941');
    expect(await press('Shift+ArrowLeft')).toBe('28 January 1941');
    expect(await press('Home')).toBe('1 January 1917');
    expect(await press('ArrowLeft')).toBe('1 January 1917');
    expect(await press('End')).toBe('31 December 1955');
    await atlas.page.close();
  });

  test('Space plays and pauses, Escape and the question mark do what the list of keys says', async () => {
    const atlas = await AtlasDriver.open(browser, base, '?date=1939-08-25');
    await atlas.page.keyboard.press(' ');
    await expect.poll(() => atlas.date(), { timeout: 120_000 }).toMatch(/September 1939/);
    await atlas.page.keyboard.press(' ');
    const stopped = await atlas.date();
    await atlas.page.waitForTimeout(400);
    expect(await atlas.date()).toBe(stopped);
    await atlas.page.keyboard.press('?');
    expect(await atlas.page.getByRole('dialog').isVisible()).toBe(true);
    await atlas.page.keyboard.press('Escape');
    expect(await atlas.page.getByRole('dialog').isVisible()).toBe(false);
    await atlas.page.close();
  });
});

test('dragging the slider shows the day under the pointer and makes no entry in the history', async () => {
  const atlas = await AtlasDriver.open(browser, base, '?date=1939-08-31');
  const entries = () => atlas.page.evaluate(() => history.length);
  const before = await entries();
  const box = (await atlas.slider().boundingBox()) as { x: number; y: number; width: number };
  await atlas.page.mouse.move(box.x + box.width / 2, box.y + 20);
  await atlas.page.mouse.down();
  for (let step = 0; step <= 8; step++)
    await atlas.page.mouse.move(box.x + box.width * (0.5 + step / 20), box.y + 20);
  expect(await entries()).toBe(before);
  await atlas.page.mouse.up();
  await atlas.settle();
  const [, from, to] = ['', 1916.99, 1956];
  const year = Number((await atlas.date()).slice(-4));
  expect(Math.abs(year - ((from as number) + 0.9 * ((to as number) - (from as number))))).toBeLessThan(1);
  expect(await entries()).toBe(before + 1);
  await atlas.page.close();
});

test('without WebGL the atlas says so, and its texts work', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.startsWith('webgl')
        ? null
        : (original as (...args: unknown[]) => unknown).call(this, kind, ...rest);
    } as typeof original;
  });
  await page.goto(`${base}?date=1939-10-15&sel=region:wilno`);
  await page.getByText('The map cannot be drawn').waitFor();
  expect(await page.locator('#side h2').first().innerText()).toBe('Wilno strip');
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.dock output').innerText()).toBe('16 October 1939');
  await context.close();
});

describe('a broken atlas', () => {
  async function openWith(body: string, status = 200) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route(/atlas\.[^/]*\.json/, (route) =>
      route.fulfill({ status, body, contentType: 'application/json' }),
    );
    await page.goto(base);
    const message = await page.getByRole('alert').innerText();
    return { context, page, message };
  }

  test('that is no JSON is said to be damaged', async () => {
    const { context, message } = await openWith('{"version":');
    expect(message).toMatch(/facts of the atlas are damaged/);
    await context.close();
  });
  test('of another version is said to be so', async () => {
    const { context, message } = await openWith('{"version":99}');
    expect(message).toMatch(/version 99/);
    await context.close();
  });
  test('that is not there can be tried again', async () => {
    const { context, page, message } = await openWith('', 404);
    expect(message).toMatch(/404/);
    await page.unroute(/atlas\.[^/]*\.json/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('slider').waitFor();
    await context.close();
  });
});

test('a lecture steps through a theme with the keys of a clicker', async () => {
  const { page, errors, foreign } = await AtlasDriver.open(browser, base, 'lecture/baltic/', {
    width: 1024,
    height: 768,
  });
  const title = () => page.locator('.caption h1').innerText();
  expect(await title()).toBe('Baltic annexations');
  const seen = [await title()];
  for (const key of ['PageDown', 'ArrowRight', ' ', 'n']) {
    await page.keyboard.press(key);
    seen.push(await title());
  }
  expect(new Set(seen).size).toBe(5);
  expect(new URL(page.url()).searchParams.get('step')).toBe('5');
  await page.keyboard.press('PageUp');
  expect(await title()).toBe(seen[3]);
  await page.keyboard.press('b');
  expect(await page.locator('.black').isVisible()).toBe(true);
  await page.keyboard.press('b');
  expect(await page.locator('.black').count()).toBe(0);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  const last = await title();
  await page.reload();
  await page.locator('.caption h1').waitFor();
  expect(await title()).toBe(last);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const size = await page
    .locator('.caption p')
    .first()
    .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(30);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  await page.close();
});
