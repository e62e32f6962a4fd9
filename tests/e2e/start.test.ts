import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { servePlainly } from '../browser/plain-server';
import { startBrowser, visit } from '../browser/visit';

const base = inject('base');
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test('the start page loads from a sub-folder without an error and without asking another host', async () => {
  const { page, errors, foreign } = await visit(browser, base);
  expect(errors).toEqual([]);
  expect(foreign).toEqual([]);
  expect(await page.title()).toContain('Cordon');
});

test('an address that the atlas does not have says so and leads to the atlas, however deep it lies', async () => {
  const server = await servePlainly();
  const page = await browser.newPage();
  await page.goto(new URL('lecture/nothing/here/?date=1939-09-28', server.base).href);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('No such page');
  await page.goto(new URL('embed/nothing/', server.base).href);
  await expect
    .poll(() => page.getByRole('link').evaluate((a: HTMLAnchorElement) => a.href))
    .toBe(server.base);
  await page.close();
  await server.stop();
});

test('the content policy allows no script but our own', async () => {
  const { page } = await visit(browser, base);
  const policy = await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content');
  const scripts = policy?.split(';').find((directive) => directive.trim().startsWith('script-src'));
  expect(scripts).toMatch(/'self'/);
  expect(scripts).not.toMatch(/unsafe|https?:|\*/);
});

test('the start page has no accessibility fault that axe can find', async () => {
  const { page } = await visit(browser, base);
  // Given to the page directly, because its content policy refuses a script tag.
  await page.evaluate(axe.source);
  const faults = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
  expect(faults).toEqual([]);
});
