import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startBrowser } from '../browser/visit';

const base = inject('base');
let browser: Browser;
let context: BrowserContext;
let errors: string[];

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  // Small, with no motion: what is tested is not how fast a machine without graphics draws.
  context = await browser.newContext({
    viewport: { width: 900, height: 600 },
    locale: 'en-GB',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  errors = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
});
afterEach(async () => {
  await context.close();
  expect(errors).toEqual([]);
});

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(path, base).href);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  return page;
}

const captionOf = (page: Page) => page.locator('.caption h1').innerText();

test('a lecture is given by keyboard: question and answer, black, jump, all steps, exploring and back', async () => {
  const page = await open('lecture/the-baltic-states/?step=9');
  const { keyboard } = page;
  await keyboard.press('PageDown');
  await expect.poll(() => captionOf(page)).toMatch(/Predict first.*drawn anew/);
  expect(await page.locator('.date').innerText()).toBe('27 September 1939');
  await keyboard.press('PageDown');
  await expect.poll(() => captionOf(page)).toBe('Lithuania changes sides');
  expect(await page.locator('.date').innerText()).toBe('28 September 1939');

  await page.reload();
  await expect.poll(() => captionOf(page)).toBe('Lithuania changes sides');
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await keyboard.press('PageUp');
  await expect.poll(() => captionOf(page)).toMatch(/Predict first/);

  await keyboard.press('.');
  expect(await page.locator('.black').isVisible()).toBe(true);
  await keyboard.press('PageDown');
  await expect.poll(() => page.locator('.black').count()).toBe(0);
  expect(await captionOf(page)).toMatch(/Predict first/);

  await keyboard.press('g');
  await keyboard.type('3');
  await keyboard.press('Enter');
  await expect.poll(() => captionOf(page)).toBe('Tartu');
  await keyboard.press('o');
  const overview = page.getByRole('dialog', { name: 'All steps' });
  await expect.poll(() => overview.getByRole('button').count()).toBe(16);
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect.poll(() => captionOf(page)).toBe('Two capitals, one city');

  await keyboard.press('x');
  await page.getByRole('slider').waitFor();
  await keyboard.press(']');
  await expect.poll(() => page.locator('.date').innerText()).not.toBe('9 October 1920');
  await keyboard.press('Escape');
  await expect.poll(() => page.locator('.date').innerText()).toBe('9 October 1920');
  expect(await captionOf(page)).toBe('Two capitals, one city');
});

test('the presenter window and the stage move together, and each goes on alone', async () => {
  const stage = await open('lecture/rapallo-and-the-pariahs/?step=2');
  const presenter = await open('lecture/rapallo-and-the-pariahs/presenter/');
  const now = presenter.locator('.now h2');
  await expect.poll(() => now.innerText()).toMatch(/^2\. Trade before recognition/);
  expect(await presenter.getByLabel('Notes').innerText()).toMatch(/recognition in fact and in law/);
  // Pictures of the steps, made off the screen; never a second map.
  expect(await presenter.locator('main canvas').count()).toBe(0);

  await presenter.keyboard.press('PageDown');
  await expect.poll(() => captionOf(stage)).toBe('What Trotsky was told');
  await stage.keyboard.press('ArrowRight');
  await expect.poll(() => now.innerText()).toMatch(/^4\. Genoa/);
  await presenter.keyboard.press('b');
  await stage.locator('.black').waitFor();
  await stage.keyboard.press('b');
  await expect.poll(() => presenter.getByText('The screen is black.').count()).toBe(0);

  await presenter.reload();
  await expect.poll(() => now.innerText()).toMatch(/^4\. Genoa/);
  await stage.close();
  await presenter.keyboard.press('PageUp');
  await expect.poll(() => now.innerText()).toMatch(/^3\./);
  const again = await open('lecture/rapallo-and-the-pariahs/');
  await expect.poll(() => captionOf(again)).toBe('What Trotsky was told');
  await presenter.close();
  await again.keyboard.press('PageDown');
  await expect.poll(() => captionOf(again)).toBe('Genoa');
});

describe('an own lecture', () => {
  async function addStep(page: Page, path: string, heading: string): Promise<void> {
    await page.goto(new URL(path, base).href);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Add step' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add this view as a step' });
    await dialog.getByLabel('Heading').fill(heading);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText(/^Added as/).waitFor();
  }
  const headings = async (page: Page) =>
    (await page.locator('.steps .words').allInnerTexts()).map((text) => text.split('\n')[0]);

  test('is made in the atlas, edited, kept, presented and handed out as slides', async () => {
    const page = await context.newPage();
    await addStep(page, '?date=1939-08-31#map=4.5/52/21', 'The eve');
    await addStep(page, '?date=1939-10-28&sel=change:1939-10-28-lithuanian-army-in-vilnius', 'Vilnius');
    await page.getByRole('link', { name: 'Edit the lecture' }).click();
    await expect.poll(() => headings(page)).toEqual(['1 The eve', '2 Vilnius']);

    const { keyboard } = page;
    await page.locator('.choose').nth(1).click();
    await keyboard.press('Alt+ArrowUp');
    await expect.poll(() => headings(page)).toEqual(['1 Vilnius', '2 The eve']);
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await expect.poll(() => headings(page)).toEqual(['1 Vilnius', '2 Vilnius', '3 The eve']);
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => headings(page)).toEqual(['1 The eve', '2 Vilnius']);
    await page.locator('.choose').nth(1).dragTo(page.locator('.choose').nth(0));
    await expect.poll(() => headings(page)).toEqual(['1 Vilnius', '2 The eve']);
    await page.locator('.choose').nth(1).click();
    await page.getByLabel('Notes, for you alone').fill('Say what the map does not show.');
    await page.getByText('Kept in this browser').waitFor();
    await page.reload();
    await expect.poll(() => headings(page)).toEqual(['1 Vilnius', '2 The eve']);

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toMatch(/Say what the map does not show/);

    await page.getByRole('link', { name: 'Take home' }).click();
    const slides = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Slides (PPTX)' }).click();
    const archive = await JSZip.loadAsync(await readFile(await (await slides).path()));
    const names = Object.keys(archive.files);
    // A title, two steps, and the sources.
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(4);
    expect(await archive.file('ppt/notesSlides/notesSlide3.xml')?.async('string')).toMatch(
      /Say what the map does not show/,
    );
    const pictures = names.filter((name) => /^ppt\/media\/.*\.png$/.test(name));
    expect(pictures).toHaveLength(2);
    for (const name of pictures)
      expect((await archive.file(name)?.async('nodebuffer'))?.length).toBeGreaterThan(20_000);
  });

  test('that finds no more room is not lost: the window says so and hands it out as a file', async () => {
    await context.addInitScript(() => {
      // A disk that fills while the lecturer writes.
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...rest: [unknown]) {
        if (JSON.stringify(rest[0]).includes('The last straw'))
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        return put.apply(this, rest);
      };
    });
    const page = await context.newPage();
    await addStep(page, '?date=1939-08-31#map=4.5/52/21', 'The eve');
    await page.getByRole('link', { name: 'Edit the lecture' }).click();
    await page.getByLabel('Notes, for you alone').fill('The last straw');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/no room left.*Download/s);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await saved.path(), 'utf8')).toMatch(/The last straw/);
  });

  test('comes from a file; a damaged or newer one is named and changes nothing', async () => {
    const page = await open('lectures/');
    const choose = (name: string, text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
    await choose('broken.yaml', 'title: [unclosed\nsteps: {');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/broken\.yaml.*damaged/s);
    await choose('other.json', '{"type":"FeatureCollection"}');
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/no lecture/);
    await choose('new.yaml', "version: 9\ntitle: New\nsteps: [{ title: A, date: '1939-09-01', caption: B }]");
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/newer Cordon/);
    await choose(
      'half.yaml',
      "title: Half\nsteps: [{ title: A, date: '1939-09-01', caption: B }, { title: C, date: '1939-13-01', caption: D }]",
    );
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/Step 2/);
    expect(await page.locator('article.card').count()).toBe(0);
    await page.getByRole('button', { name: 'Open the 1 whole step' }).click();
    await expect.poll(() => headings(page)).toEqual(['1 A']);
  });
});
