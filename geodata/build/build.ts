import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Report } from '../../src/lib/atlas/report';
import type { Bundle } from '../../src/lib/atlas/types';
import { runRules } from '../rules/all';
import { assemble } from './atlas-data';
import { inputHash } from './cache';
import { emitCitations } from './citations';
import { emitContext } from './context';
import { makeBundle } from './emit';
import { describeReading } from './reading';
import { formatFault, type Fault } from './fault';
import { COARSE, FINE, dropSmallIslands, measure, packGeometry, simplifyPartition } from './geometry';
import { emitLectures } from './lectures';

/** Names of the files in `dist/`. */
export const DIST = {
  atlas: 'atlas.json',
  reading: 'reading.json',
  citations: 'citations.json',
  fine: 'regions.topo.json',
  coarse: 'regions-coarse.topo.json',
  context: 'context.topo.json',
  lectures: 'lectures.json',
  report: 'report.json',
  exact: 'exact.topo.json',
  faults: 'faults.json',
  hash: 'input.sha256',
} as const;

export interface Built {
  readonly faults: readonly Fault[];
  readonly report: Report;
  /** False when the inputs had not changed and nothing was made. */
  readonly fresh: boolean;
}

/** Where a folder of facts keeps what is built from it. */
export const distOf = (root: string) => join(root, 'dist');

/**
 * Builds the bundle below `<root>/dist`, unless the inputs are the same as last time. Faults do not stop it as long as there is
 * something to show: the report lists them.
 */
export async function build(root: string, onStep: (step: string) => void): Promise<Built> {
  const dist = distOf(root);
  const hash = inputHash(root);
  const hashFile = join(dist, DIST.hash);
  if (existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) {
    return {
      faults: JSON.parse(readFileSync(join(dist, DIST.faults), 'utf8')) as Fault[],
      report: JSON.parse(readFileSync(join(dist, DIST.report), 'utf8')) as Report,
      fresh: false,
    };
  }
  mkdirSync(dist, { recursive: true });
  const faults: Fault[] = [];
  const data = await assemble(root, faults, onStep);
  onStep('simplifying the borders');
  const fine = dropSmallIslands(simplifyPartition(data, FINE), FINE);
  const coarse = dropSmallIslands(simplifyPartition(data, COARSE), COARSE);
  onStep('fitting the names');
  const bundle: Bundle = makeBundle(data, coarse);
  onStep('checking the rules');
  const { faults: ruled, gazetteer, areas } = runRules(data, bundle, fine);
  faults.push(...ruled);
  const once = [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
  onStep('writing');
  const sizes: Record<string, { bytes: number; brotli: number }> = {};
  const write = (name: string, value: unknown, measured = true) => {
    const text = JSON.stringify(value);
    writeFileSync(join(dist, `${name}.part`), text);
    renameSync(join(dist, `${name}.part`), join(dist, name));
    if (measured) sizes[name] = { bytes: Buffer.byteLength(text), brotli: brotliSize(text) };
  };
  write(DIST.atlas, bundle);
  write(DIST.reading, describeReading(data));
  write(DIST.citations, emitCitations(data.facts.sources.values()));
  write(DIST.fine, packGeometry(fine, 1e5));
  write(DIST.coarse, packGeometry(coarse, 8e3));
  write(DIST.context, emitContext(root));
  write(DIST.lectures, emitLectures(data.facts));
  write(DIST.exact, data.partition, false);
  const report: Report = {
    counts: {
      regions: bundle.regions.length,
      lines: bundle.lines.length,
      holdings: bundle.holdings.length,
      changes: bundle.changes.length,
      moving: data.ledger.changes.filter((change) => change.moved.length > 0).length,
      excerpts: bundle.changes.reduce((sum, change) => sum + change.excerpts.length, 0),
      sources: bundle.sources.length,
      spheres: bundle.spheres.length,
      places: bundle.places.length,
      lectures: data.facts.lectures.size,
    },
    detail: { exact: measure(data.partition), fine: measure(fine), coarse: measure(coarse) },
    gazetteer,
    areas,
    sizes,
    faults: once.length,
  };
  write(DIST.report, report, false);
  write(DIST.faults, once, false);
  writeFileSync(hashFile, hash);
  return { faults: once, report, fresh: true };
}


function brotliSize(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
}
