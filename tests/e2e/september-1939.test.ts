import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { fillOf, inkOf } from '../../src/lib/map/palette';
import { startBrowser } from '../browser/visit';
import { AtlasDriver } from './atlas-driver';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const PLACES = {
  lwow: [24.03, 49.84],
  brest: [23.75, 52.1],
  wilno: [25.28, 54.69],
  warsaw: [21.01, 52.23],
} as const;

/** Holder and who has it in hand, as painted, on days of September 1939. */
const DAYS = [
  { date: '31 August 1939', lwow: ['poland'], brest: ['poland'], wilno: ['poland'], warsaw: ['poland'] },
  {
    date: '16 September 1939',
    lwow: ['poland'],
    brest: ['poland', 'germany'],
    wilno: ['poland'],
    warsaw: ['poland'],
  },
  {
    date: '19 September 1939',
    lwow: ['poland'],
    brest: ['poland', 'germany'],
    wilno: ['poland', 'soviet'],
    warsaw: ['poland'],
  },
  {
    date: '22 September 1939',
    lwow: ['poland', 'soviet'],
    brest: ['poland', 'soviet'],
    wilno: ['poland', 'soviet'],
    warsaw: ['poland'],
  },
  {
    date: '29 September 1939',
    lwow: ['poland', 'soviet'],
    brest: ['poland', 'soviet'],
    wilno: ['poland', 'soviet'],
    warsaw: ['poland', 'germany'],
  },
] as const;
const COLOR = { poland: 'rose', germany: 'slate', soviet: 'red' } as const;

test('a viewer scrubs through September 1939 and sees Poland divided on the right days', async () => {
  const atlas = await AtlasDriver.open(browser, base, '?date=1939-08-31#map=5/52/23.5');
  await atlas.slider().focus();
  for (const day of DAYS) {
    for (let press = 0; press < 40 && (await atlas.date()) !== day.date; press++)
      await atlas.page.keyboard.press('ArrowRight');
    expect(await atlas.date()).toBe(day.date);
    await atlas.settle();
    for (const [place, [lon, lat]] of Object.entries(PLACES)) {
      const [holder, controller] = day[place as keyof typeof PLACES] as readonly [
        keyof typeof COLOR,
        (keyof typeof COLOR)?,
      ];
      const painted = await atlas.paint(lon, lat);
      const expected = {
        fill: fillOf(COLOR[holder], 'paper'),
        ink: controller ? inkOf(COLOR[controller], 'paper') : null,
      };
      expect({ on: day.date, place, ...painted }).toEqual({ on: day.date, place, ...expected });
    }
  }
  expect(atlas.errors).toEqual([]);
  expect(atlas.foreign).toEqual([]);
  await atlas.page.close();
});

test('clicking Wilno opens its history, and a row of it goes to that day', async () => {
  const atlas = await AtlasDriver.open(browser, base, '?date=1939-10-15#map=6/54.6/25.3');
  await atlas.settle();
  expect(await atlas.hover(...PLACES.wilno)).toMatch(/Wilno strip: Lithuania/);
  await atlas.click(...PLACES.wilno);
  expect(await atlas.heading()).toBe('Wilno strip');
  expect(new URL(atlas.page.url()).searchParams.get('sel')).toBe('region:wilno');
  const holders = await atlas.page.locator('#side .history .who').allInnerTexts();
  for (const holder of [
    'Russia',
    'Lithuania',
    'Central Lithuania',
    'Poland',
    'Soviet Union, annexed (Lithuanian SSR)',
  ]) {
    expect(holders.some((text) => text.startsWith(holder))).toBe(true);
  }
  await atlas.page.locator('#side .history .row', { hasText: 'Central Lithuania' }).first().click();
  expect(await atlas.date()).toBe('12 October 1920');
  expect(await atlas.heading()).toBe('Wilno strip');
  await atlas.page.goBack();
  await expect.poll(() => atlas.date()).toBe('15 October 1939');
  expect(atlas.errors).toEqual([]);
  await atlas.page.close();
});
