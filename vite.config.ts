import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';

/** The three kinds of test, run one kind after the other so that browser tests have the machine to themselves. */
async function testProjects(): Promise<TestProjectConfiguration[]> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { browserLaunch } = await import('./tests/browser/chromium.ts');
  return [
    {
      extends: true,
      test: {
        name: 'unit',
        environment: 'node',
        include: ['tests/unit/**/*.test.ts', 'tests/geodata/**/*.test.ts', 'tests/architecture.test.ts'],
        sequence: { groupOrder: 0 },
      },
    },
    {
      extends: true,
      test: {
        name: 'component',
        include: ['tests/component/**/*.test.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions: await browserLaunch() }),
          instances: [{ browser: 'chromium' }],
        },
        sequence: { groupOrder: 1 },
      },
    },
    {
      extends: true,
      test: {
        name: 'e2e',
        environment: 'node',
        include: ['tests/e2e/**/*.test.ts'],
        globalSetup: 'tests/e2e/serve.ts',
        fileParallelism: false,
        // Browsers without a graphics card draw slowly, most of all beside other work.
        testTimeout: 180_000,
        hookTimeout: 120_000,
        expect: { poll: { timeout: 60_000 } },
        sequence: { groupOrder: 2 },
      },
    },
  ];
}

export default defineConfig({
  plugins: [sveltekit()],
  // The atlas bundle lies outside src.
  server: { fs: { allow: ['geodata/dist'] } },
  build: {
    // Every asset stays a file: it is hashed, cached by the service worker and allowed by the content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    // Only a test run has to find, and perhaps unpack, a browser.
    projects: process.env.VITEST ? await testProjects() : [],
  },
});
