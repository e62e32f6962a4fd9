import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

/** A running server of the built site. */
export interface Preview {
  /** Address of the site's folder, with a slash at its end. */
  readonly base: string;
  close(): Promise<void>;
}

/**
 * Serves `build/` as any plain web host would, in a sub-folder and on a free port, so that an absolute path in the
 * built site shows as a broken page.
 * @throws Error when the site has not been built
 */
export async function servePreview(folder = '/atlas/'): Promise<Preview> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  if (!existsSync(join(root, 'build', 'index.html')))
    throw new Error('No built site: run `npm run build` first.');
  const server = await preview({
    root,
    configFile: false,
    appType: 'mpa',
    build: { outDir: 'build' },
    base: folder,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 4173 + (process.pid % 1000), strictPort: false },
  });
  const base = server.resolvedUrls?.local[0];
  if (!base) throw new Error('The preview server has no address.');
  return { base, close: () => server.close() };
}
