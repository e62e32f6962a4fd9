import type { TestProject } from 'vitest/node';
import { servePreview } from '../browser/preview';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site while the e2e tests run, with a slash at its end. */
    base: string;
  }
}

/** Serves the built site to all e2e tests and stops with them. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const preview = await servePreview();
  project.provide('base', preview.base);
  return preview.close;
}
