import atlasUrl from '../../../geodata/dist/atlas.json?url&no-inline';
import citationsUrl from '../../../geodata/dist/citations.json?url&no-inline';
import contextUrl from '../../../geodata/dist/context.topo.json?url&no-inline';
import readingUrl from '../../../geodata/dist/reading.json?url&no-inline';
import reportUrl from '../../../geodata/dist/report.json?url&no-inline';
import coarseUrl from '../../../geodata/dist/regions-coarse.topo.json?url&no-inline';
import fineUrl from '../../../geodata/dist/regions.topo.json?url&no-inline';
import { Atlas } from '$lib/atlas/atlas';
import type { Citations } from '$lib/atlas/citations';
import type { Reading } from '$lib/atlas/reading';
import type { Report } from '$lib/atlas/report';
import type { Bundle } from '$lib/atlas/types';
import type { ContextTopology, RegionTopology } from '$lib/map/sources';

/** Changes with every change of the facts or the borders: what was made from other ones is out of date. */
export const EDITION = [atlasUrl, fineUrl].map((url) => url.replace(/^.*\//, '')).join(' ');

/** The atlas could not be loaded; `message` says why and what to do, in words for the viewer. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** What the first map needs. */
export interface Loaded {
  readonly atlas: Atlas;
  readonly coarse: RegionTopology;
}

/**
 * Loads the facts and the coarse geometry.
 * @param onProgress hears what share of it has come, 0 to 1
 * @throws LoadError when a file cannot be had or is not what it should be
 */
export async function loadAtlas(onProgress: (share: number) => void): Promise<Loaded> {
  const shares = [0, 0];
  const partOf = (file: number) => (share: number) => {
    shares[file] = share;
    onProgress(shares.reduce((sum, one) => sum + one) / shares.length);
  };
  const [bundle, coarse] = await Promise.all([
    loadJson<Bundle>(atlasUrl, 'facts', partOf(0)),
    loadJson<RegionTopology>(coarseUrl, 'borders', partOf(1)),
  ]);
  try {
    const atlas = new Atlas(bundle);
    const regions = coarse.objects?.regions?.geometries?.length;
    if (regions !== atlas.regions.length) {
      throw new Error(`it has ${atlas.regions.length} regions, but borders for ${regions ?? 'none'}`);
    }
    return { atlas, coarse };
  } catch (error) {
    throw damaged('facts', error);
  }
}

/**
 * Loads the facts alone, for pages without a map.
 * @throws LoadError when they cannot be had or are not what they should be
 */
export async function loadFacts(): Promise<Atlas> {
  const bundle = await loadJson<Bundle>(atlasUrl, 'facts');
  try {
    return new Atlas(bundle);
  } catch (error) {
    throw damaged('facts', error);
  }
}

/** The claims of the seeds, for the reading pages. */
export const loadReading = (): Promise<Reading> => loadJson<Reading>(readingUrl, 'readings');

/** Every source in the forms that programs for references read. */
export const loadCitations = (): Promise<Citations> => loadJson<Citations>(citationsUrl, 'references');

/** What the build measured of the atlas, for the page about the data. */
export const loadReport = (): Promise<Report> => loadJson<Report>(reportUrl, 'figures');

/** The detailed geometry: the same regions and edges as the coarse one. */
export const loadFine = (): Promise<RegionTopology> => loadJson<RegionTopology>(fineUrl, 'detailed borders');

/** Rivers and lakes. */
export const loadContext = (): Promise<ContextTopology> =>
  loadJson<ContextTopology>(contextUrl, 'rivers and lakes');

async function loadJson<T>(
  url: string,
  what: string,
  onShare: (share: number) => void = () => {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new LoadError(`The ${what} could not be fetched. Check the connection, then try again.`);
  }
  if (!response.ok) {
    throw new LoadError(
      `The ${what} are not where they should be (${response.status}). Reload the page; if that does not help, the site needs to be built again.`,
    );
  }
  try {
    const text = await readText(response, onShare);
    onShare(1);
    return JSON.parse(text) as T;
  } catch (error) {
    throw damaged(what, error);
  }
}

/** Reads a file and tells what share of it has come, where the server says how long it is as it is sent. */
async function readText(response: Response, onShare: (share: number) => void): Promise<string> {
  const bytes = Number(response.headers.get('content-length'));
  if (!response.body || !bytes || response.headers.has('content-encoding')) return response.text();
  let come = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, next) {
      come += chunk.byteLength;
      onShare(Math.min(1, come / bytes));
      next.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counted)).text();
}

function damaged(what: string, error: unknown): LoadError {
  const reason = error instanceof Error ? error.message : String(error);
  return new LoadError(
    `The ${what} of the atlas are damaged: ${reason}. Reload the page; if that does not help, the site needs to be built again.`,
  );
}
