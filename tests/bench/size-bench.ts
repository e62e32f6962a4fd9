import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { servePreview } from '../browser/preview';
import { startBrowser } from '../browser/visit';
import type { Figure } from './figures';

const BUILD = new URL('../../build/', import.meta.url).pathname;

/** kB that a file of the built site has on the wire of a host that sends brotli. */
function sizeOf(path: string): number {
  const file = join(BUILD, path);
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size / 1000;
  return brotliCompressSync(readFileSync(file)).length / 1000;
}

/** What a visitor loads: scripts up to the first map, and all data. */
export async function sizeFigures(): Promise<Figure[]> {
  const preview = await servePreview();
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({
      viewport: { width: 900, height: 600 },
      serviceWorkers: 'block',
    });
    const scripts = new Set<string>();
    const data = new Set<string>();
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname.replace(new URL(preview.base).pathname, '');
      if (/\.m?js$/.test(path)) scripts.add(path);
      if (/\.json$/.test(path) && path.includes('immutable')) data.add(path);
    });
    await page.goto(preview.base);
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', undefined, {
      timeout: 120_000,
    });
    const total = (files: Set<string>) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);
    return [
      { what: 'scripts before the first map, brotli', value: total(scripts), unit: 'kB', target: 450 },
      { what: 'data of the explorer, brotli', value: total(data), unit: 'kB', target: 600 },
    ];
  } finally {
    await browser.close();
    await preview.close();
  }
}
