import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** A server that can be stopped in the middle, as a network is, and that can change a file. */
export interface PlainServer {
  readonly base: string;
  /** Serves something else at a path below the folder, such as `service-worker.js`. */
  replace(path: string, body: string): void;
  stop(): Promise<void>;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Serves `build/` as the simplest of hosts does: files, `index.html` for a folder, and `404.html` for what is not there. */
export async function servePlainly(): Promise<PlainServer> {
  const root = fileURLToPath(new URL('../../build/', import.meta.url));
  const replaced = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname).replace(
      /^[/\\]+/,
      '',
    );
    const body = replaced.get(path);
    const content = body === undefined ? readFile(join(root, path)) : Promise.resolve(body);
    content.then(
      (found) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? '' }).end(found),
      async () => response.writeHead(404, HTML).end(await readFile(join(root, '404.html'))),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    replace: (path, body) => void replaced.set(path, body),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
