import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';

/** Tests in a real browser; only a test run needs to find (and perhaps unpack) one. */
async function browserTests(): Promise<TestProjectConfiguration> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { browserLaunch } = await import('./tests/browser/chromium.ts');
  return {
    extends: true,
    test: {
      name: 'component',
      include: ['tests/component/**/*.test.ts'],
      sequence: { groupOrder: 1 },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await browserLaunch() }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig(async () => ({
  plugins: [sveltekit()],
  build: {
    // Every asset stays a file: it is hashed, cached by the service worker and allowed by the content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }] as const],
    projects: !process.env.VITEST
      ? []
      : [
          {
            extends: true,
            test: {
              name: 'unit',
              environment: 'node',
              include: [
                'tests/unit/**/*.test.ts',
                'tests/geodata/**/*.test.ts',
                'tests/architecture.test.ts',
              ],
              sequence: { groupOrder: 0 },
            },
          },
          await browserTests(),
          {
            extends: true,
            test: {
              name: 'e2e',
              environment: 'node',
              include: ['tests/e2e/**/*.test.ts'],
              globalSetup: 'tests/e2e/serve.ts',
              testTimeout: 60_000,
              hookTimeout: 60_000,
              sequence: { groupOrder: 2 },
            },
          },
        ],
  },
}));
