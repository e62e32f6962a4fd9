import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '..', 'fixtures');

/**
 * A copy of the small atlas of Alfa and Beta in a folder of its own, with the files of `overlay` laid over it. Four squares of land,
 * one line, four changes: enough for every rule to break.
 */
export function miniAtlas(overlay?: string): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'cordon-mini-'));
  cpSync(join(fixtures, 'mini'), root, { recursive: true });
  if (overlay !== undefined && existsSync(overlay)) cpSync(overlay, root, { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
