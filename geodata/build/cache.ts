import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './read';

/** Folders below geodata whose content decides what the build makes. */
const INPUTS = ['base', 'build', 'schema', 'rules', 'lines', 'regions', 'polities', 'changes', 'spheres', 'sources', 'places',
  'lenses', 'lectures', 'gazetteer'];

/** The code that the build shares with the app, below the folder of the repository. */
const SHARED = ['src/lib/atlas', 'src/lib/time'];
const REPOSITORY = join(import.meta.dirname, '../..');

/** A digest of every input of the build: the facts and the code that reads them. */
export function inputHash(root: string): string {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap((folder) => listFiles(root, folder, ''))) {
    hash.update(path).update('\0').update(readFileSync(join(root, path)));
  }
  for (const path of SHARED.flatMap((folder) => listFiles(REPOSITORY, folder, ''))) {
    hash.update(path).update('\0').update(readFileSync(join(REPOSITORY, path)));
  }
  if (existsSync(join(root, 'exceptions.json'))) hash.update(readFileSync(join(root, 'exceptions.json')));
  return hash.digest('hex');
}
