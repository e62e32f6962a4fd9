import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Bundle } from '../../src/lib/atlas/types';
import { startBrowser } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test.each([1440, 390])('nothing jumps while the atlas comes, %d wide', async (width) => {
  const path = '?date=1939-10-15&sel=region:wilno';
  const atlas = await AtlasDriver.open(browser, base, path, { width, height: 800 });
  await atlas.settle();
  const shifts = await atlas.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 1000);
      }),
  );
  expect(shifts).toBeLessThan(0.05);
  await atlas.page.close();
});

test('the map draws nothing while nothing moves', async () => {
  const atlas = await AtlasDriver.open(browser, base, '?date=1939-10-15', { width: 1000, height: 600 });
  await atlas.settle();
  const frames = await atlas.page.evaluate(async () => {
    const { map } = window.cordonMap as unknown as {
      map: { once(event: string): Promise<unknown>; on(event: string, heard: () => void): void };
    };
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    // The detailed borders and the waters may still come.
    for (let quiet = 0, last = -1, count = 0; quiet < 3;) {
      map.on('render', () => count++);
      await wait(500);
      quiet = count === last ? quiet + 1 : 0;
      last = count;
    }
    let drawn = 0;
    map.on('render', () => drawn++);
    await wait(3000);
    return drawn;
  });
  expect(frames).toBeLessThanOrEqual(1);
  await atlas.page.close();
});

test('with reduced motion playback steps from change to change', async () => {
  const bundle = JSON.parse(
    await readFile(new URL('../../geodata/dist/atlas.json', import.meta.url), 'utf8'),
  ) as Bundle;
  const start = '?date=1939-08-24';
  const atlas = await AtlasDriver.open(browser, base, start, { width: 1000, height: 480, still: true });
  await atlas.page.evaluate(() => {
    const slider = document.querySelector('[role=slider]') as HTMLElement;
    const days: number[] = [];
    new MutationObserver(() => days.push(Number(slider.getAttribute('aria-valuenow')))).observe(slider, {
      attributeFilter: ['aria-valuenow'],
    });
    Object.assign(window, { shownDays: days });
  });
  const shown = () => atlas.page.evaluate(() => (window as unknown as { shownDays: number[] }).shownDays);
  await atlas.page.keyboard.press(' ');
  await expect.poll(async () => (await shown()).length).toBeGreaterThanOrEqual(3);
  await atlas.page.keyboard.press(' ');
  const days = await shown();
  const stops = [...new Set(bundle.changes.map(({ day }) => day))].filter((day) => day >= (days[0] ?? 0));
  // None is left out, and no day between two changes is shown.
  expect(days).toEqual(stops.slice(0, days.length));
  await atlas.page.close();
});
