import { createServer } from 'vite';
import { startBrowser } from '../browser/visit';
import { median, type Figure } from './figures';
import type { BenchPage } from './page/bench-page';
import type { Way } from './page/ways';

type BenchWindow = Window & { bench: BenchPage };

/** Steps of 20 days through the busiest years: on nearly every step some land changes hands. */
const DAYS = Array.from({ length: 61 }, (_, at) =>
  new Date(Date.UTC(1939, 6, 1) + at * 20 * 86_400_000).toISOString().slice(0, 10),
);
/** Each way has its turn early and late, so that a machine that warms up or slows down favours none. */
const TURNS: readonly Way[] = [
  'feature-state',
  'setFilter',
  'setData',
  'setData',
  'setFilter',
  'feature-state',
];
const WARM_UP = 500;
const SCRUB = 5000;

/** Compares ways to put another day on the map, then scrubs the app's own map for long. */
export async function mapFigures(): Promise<Figure[]> {
  const root = new URL('../../', import.meta.url).pathname;
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    cacheDir: 'node_modules/.vite-bench',
    server: { host: '127.0.0.1', port: 4700 },
    optimizeDeps: { entries: ['tests/bench/page/index.html'], exclude: ['maplibre-gl'] },
  });
  await server.listen();
  const browser = await startBrowser();
  try {
    const open = async (width: number, height: number) => {
      const page = await browser.newPage({ viewport: { width, height } });
      page.on('pageerror', (error) => console.error(String(error)));
      await page.goto(`${server.resolvedUrls?.local[0]}tests/bench/page/index.html`);
      await page.waitForFunction(() => 'bench' in window, undefined, { timeout: 120_000 });
      return page;
    };

    const times: Record<Way, number[]> = { 'feature-state': [], setFilter: [], setData: [] };
    const compared = await open(900, 600);
    for (const way of TURNS) {
      const measured = await compared.evaluate(
        ([name, days]) => (window as unknown as BenchWindow).bench.shownTimes(name, days),
        [way, DAYS] as const,
      );
      times[way].push(...measured);
    }
    await compared.close();

    // A small window: what is asked is whether memory grows, not how long a frame takes.
    const page = await open(320, 240);
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    };
    const scrub = (count: number, step: number) =>
      page.evaluate(
        ([frames, days]) => (window as unknown as BenchWindow).bench.scrubApp('1917-01-01', frames, days),
        [count, step] as const,
      );
    await page.evaluate(() => (window as unknown as BenchWindow).bench.openApp());
    await scrub(WARM_UP, 29);
    const before = await heap();
    const { workerMessages } = await scrub(SCRUB, 7);
    const after = await heap();

    const shown = median(times['feature-state']);
    return [
      { what: 'day shown, feature-state', value: shown, unit: 'ms' },
      { what: 'day shown, setFilter', value: median(times.setFilter), unit: 'ms' },
      { what: 'day shown, setData', value: median(times.setData), unit: 'ms' },
      {
        what: 'setFilter against ours',
        value: median(times.setFilter) / shown,
        unit: 'times',
        target: 4,
        atLeast: true,
      },
      {
        what: 'setData against ours',
        value: median(times.setData) / shown,
        unit: 'times',
        target: 8,
        atLeast: true,
      },
      { what: `messages to workers in ${SCRUB} day changes`, value: workerMessages, unit: '', target: 0 },
      { what: 'memory before them', value: before, unit: 'MB' },
      { what: 'memory after them', value: after / before, unit: 'times', target: 1.05 },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
