import { type Browser, type Page, chromium } from 'playwright-core';
import { browserLaunch } from './chromium';

/** Starts the test browser without a window. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await browserLaunch()), headless: true });
}

/** An open page and everything that went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  /** Console errors, uncaught exceptions and failed loads, in order. */
  readonly errors: string[];
  /** Addresses asked of any other host: an atlas that works offline has none. */
  readonly foreign: string[];
}

/** How a page is opened; sizes in CSS pixels, times in milliseconds. */
export interface VisitOptions {
  width?: number;
  height?: number;
  /** Whether the viewer's system is set to dark. */
  dark?: boolean;
  /** Whether the viewer asked for less motion. */
  still?: boolean;
  /** Longest wait for `<html data-ready="true">`. */
  readyWithin?: number;
}

/**
 * Opens `address` in a fresh profile and waits until the page says that it is ready.
 * A page that never says so is returned all the same, with an entry in `errors`.
 */
export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, height = 900, dark = false, still = false, readyWithin = 60_000 } = options;
  const page = await browser.newPage({
    viewport: { width, height },
    locale: 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
    // Tests that change what the server answers must be the only ones to answer.
    serviceWorkers: 'block',
  });
  const home = new URL(address).host;
  const errors: string[] = [];
  const foreign: string[] = [];

  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== home) foreign.push(url.href);
  });

  await page.goto(address);
  try {
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, {
      timeout: readyWithin,
    });
  } catch {
    errors.push(`The page was not ready within ${readyWithin} ms.`);
  }
  return { page, errors, foreign };
}
