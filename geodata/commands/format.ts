import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { listFiles } from '../build/read';
import type { Command } from './command';

const FOLDERS = ['lines', 'regions', 'polities', 'changes', 'spheres', 'sources', 'places', 'lectures'];

/** `cordon format`: puts fact files into their canonical form. */
export const format: Command = {
  usage: [
    'format [--check]',
    'put every YAML file of facts into its canonical form (--check: only list those that are not)',
  ],
  async run(args, { root, print, tell }) {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false } },
    });
    let count = 0;
    for (const path of FOLDERS.flatMap((folder) => listFiles(root, folder, '.yaml'))) {
      const text = readFileSync(join(root, path), 'utf8');
      const canonical = canonicalYaml(text);
      if (canonical === null || canonical === text) continue;
      count++;
      if (values.check) tell(`${path}: not in canonical form, run cordon format`);
      else writeFileSync(join(root, path), canonical);
    }
    if (count === 0) print('every file is in canonical form');
    else if (!values.check) print(`${count} ${count === 1 ? 'file' : 'files'} put in canonical form`);
    return values.check && count > 0 ? 1 : 0;
  },
};

/**
 * The canonical form of a YAML text: two spaces, values on one line, single quotes where quotes are needed, comments kept. Null when it
 * cannot be read: `cordon check` says why.
 */
export function canonicalYaml(text: string): string | null {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) return null;
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: true, indentSeq: true });
}
