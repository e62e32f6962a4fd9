import { parseArgs } from 'node:util';
import { servePreview } from './preview';
import { startBrowser, visit } from './visit';

const USAGE = `Saves a picture of one page of the built site and prints what went wrong on it.
  npx tsx tests/browser/screenshot.ts <path> <out.png> [--width 1440] [--height 900]
      [--keys "[,],Space"] [--wait <ms after each key>] [--base <address instead of build/>]`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    keys: { type: 'string', default: '' },
    wait: { type: 'string', default: '300' },
    base: { type: 'string' },
  },
});

const [path, out] = positionals;
if (path === undefined || out === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const preview = values.base === undefined ? await servePreview() : undefined;
const base = values.base ?? preview?.base ?? '';
const browser = await startBrowser();
try {
  // A leading slash means the site's folder, not the host's root.
  const address = new URL(path.replace(/^\//, ''), base.endsWith('/') ? base : `${base}/`).href;
  const size = { width: Number(values.width), height: Number(values.height) };
  const { page, errors, foreign } = await visit(browser, address, size);
  for (const key of values.keys.split(',').filter(Boolean)) {
    await page.keyboard.press(key);
    await page.waitForTimeout(Number(values.wait));
  }
  await page.waitForTimeout(Number(values.wait));
  await page.screenshot({ path: out });
  for (const error of errors) console.log(`error: ${error}`);
  for (const url of foreign) console.log(`request to another host: ${url}`);
  console.log(`${out}: ${page.url()} (${errors.length} errors, ${foreign.length} requests to other hosts)`);
} finally {
  await browser.close();
  await preview?.close();
}
