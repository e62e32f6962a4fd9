/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
import { build, files, prerendered, version } from '$service-worker';

// Keeps the whole atlas in the browser: after one visit it opens without network. Each version is kept whole and by itself, so that
// no window ever gets one half from an old version and one half from a new one.

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

/** Other atlases may lie in other folders of the same host. */
const FAMILY = `cordon ${worker.registration.scope} `;
const CACHE = FAMILY + version;
/** Pages are fetched with their own names, everything else by names that change with the content. */
const PAGES = new Set(prerendered);
const KEPT = new Set([...build, ...files]);
/** So many files are fetched at once: the page that is being read comes first. */
const AT_ONCE = 6;

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url.pathname));
  else if (KEPT.has(url.pathname) || url.pathname.includes('/_app/immutable/'))
    event.respondWith(file(request));
});
worker.addEventListener('message', ({ data }) => {
  // The reader asked for the new version.
  if (data === 'use-new-version') void worker.skipWaiting();
});

/** Fetches everything of this version. When one file fails nothing is kept, and the next visit tries again. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  const waiting = [...KEPT, ...PAGES];
  const fetchNext = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await keep(cache, path);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

async function keep(cache: Cache, path: string): Promise<void> {
  // Files with a hash in their name are as good from the browser's own store as from the server.
  const response = await fetch(path, { cache: path.includes('/_app/immutable/') ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${path}: the server answers ${response.status}`);
  const body = await response.blob();
  if (PAGES.has(path)) checkVersion(path, await body.text());
  // A new response: one that came by a redirection may not be given for a page.
  await cache.put(path, new Response(body, { headers: { 'content-type': typeOf(response, path) } }));
}

/** While a site is being replaced on its server, pages of the new version must not be kept with files of the old one. */
function checkVersion(path: string, html: string): void {
  const [entry] = /_app\/immutable\/entry\/start\.[^"']+?\.js/.exec(html) ?? [];
  if (entry && ![...KEPT].some((kept) => kept.endsWith(entry)))
    throw new Error(`${path} is of another version`);
}

const typeOf = (response: Response, path: string): string =>
  response.headers.get('content-type') ?? (PAGES.has(path) ? 'text/html' : 'application/octet-stream');

/** Throws away older versions but the last one, of which windows may still be open. */
async function takeOver(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(FAMILY) && name !== CACHE);
  await Promise.all(versions.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** A page of this version, whatever is asked behind `?`. Where the server knows a page that the worker does not, the server answers. */
async function page(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  const folder = path.replace(/index\.html$/, '');
  for (const name of [folder, `${folder}/`]) {
    const kept = await cache.match(name);
    if (!kept) continue;
    // Addresses inside a page are relative to its folder.
    return name === folder ? kept : Response.redirect(`${name}${new URL(request.url).search}`, 302);
  }
  return fetch(request);
}

/** A file of any version that is kept: its name says which content it has. */
async function file(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(request, { ignoreSearch: true, ignoreVary: true });
  return kept ?? (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}
