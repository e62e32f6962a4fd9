import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePlainly } from '../browser/plain-server';
import { startBrowser } from '../browser/visit';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const SMALL = { viewport: { width: 900, height: 600 }, locale: 'en-GB' };

/** The worker of the next version: the same files under another version's name. */
async function nextWorker(): Promise<string> {
  const worker = await readFile(new URL('../../build/service-worker.js', import.meta.url), 'utf8');
  const next = worker.replace(/\b\d{13}\b/, (version) => String(Number(version) + 1));
  expect(next).not.toBe(worker);
  return next;
}

async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test('after one visit everything opens without network, and a lecture is given', async () => {
  const server = await servePlainly();
  const context = await browser.newContext(SMALL);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.base}lectures/`);
  await untilKept(page);
  await page.getByText('Everything here is kept in this browser').waitFor();
  await server.stop();

  await page.goto(`${server.base}lecture/the-fourth-partition-of-poland/?step=2`);
  const title = page.locator('.caption h1');
  await title.waitFor();
  const second = await title.innerText();
  await page.keyboard.press('PageDown');
  await expect.poll(() => title.innerText()).not.toBe(second);
  await page.reload();
  await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('3');
  await title.waitFor();
  // The map itself is drawn from what is kept.
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  expect(await page.getByText('cannot be drawn').count()).toBe(0);

  const pages = ['?date=1940-06-17&sel=region:wilno', 'sources/', 'table/', 'lectures/', 'themes/baltic/'];
  for (const path of pages) {
    const response = await page.goto(server.base + path);
    expect(response?.fromServiceWorker(), path).toBe(true);
    await page.locator('h1').first().waitFor();
  }
  // Without the slash at its end, as people type it.
  await page.goto(`${server.base}lectures?x=1`);
  expect(page.url()).toBe(`${server.base}lectures/?x=1`);
  expect(errors).toEqual([]);
  await context.close();
});

test('a new version is announced, used when asked for, and leaves other windows alone', async () => {
  const server = await servePlainly();
  const context = await browser.newContext(SMALL);
  const [page, lecture] = [await context.newPage(), await context.newPage()];
  await page.goto(`${server.base}lectures/`);
  await untilKept(page);
  await lecture.goto(`${server.base}lecture/baltic/`);
  await lecture.locator('.caption h1').waitFor();
  const notice = page.getByText('A newer version of the atlas is here.');
  expect(await notice.count()).toBe(0);

  server.replace('service-worker.js', await nextWorker());
  await page.evaluate(() => navigator.serviceWorker.ready.then((kept) => kept.update()));
  await notice.waitFor();
  expect(await lecture.getByText('A newer version').count()).toBe(0);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Use it now' }).click()]);
  await page.getByRole('heading', { name: 'Lectures', exact: true }).waitFor();
  expect(await notice.count()).toBe(0);

  const before = await lecture.locator('.caption h1').innerText();
  await lecture.keyboard.press('PageDown');
  await expect.poll(() => lecture.locator('.caption h1').innerText()).not.toBe(before);
  await context.close();
  await server.stop();
});

test('a version of which a file is missing is not kept, and the one before stays in use', async () => {
  const server = await servePlainly();
  const context = await browser.newContext(SMALL);
  const page = await context.newPage();
  await page.goto(`${server.base}sources/`);
  await untilKept(page);
  const worker = await nextWorker();
  const broken = worker.replace(/assets\/atlas\.[^`'"]+/, 'assets/atlas.missing.json');
  expect(broken).not.toBe(worker);
  server.replace('service-worker.js', broken);
  const state = await page.evaluate(async () => {
    const kept = await navigator.serviceWorker.ready;
    await kept.update().catch(() => undefined);
    const coming = kept.installing;
    if (!coming) return 'none';
    return new Promise<string>((resolve) =>
      coming.addEventListener('statechange', () => resolve(coming.state)),
    );
  });
  expect(state).toBe('redundant');
  await server.stop();
  await page.goto(`${server.base}lecture/baltic/`);
  await page.locator('.caption h1').waitFor();
  await context.close();
});
