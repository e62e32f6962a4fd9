import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../geodata/build/build';
import { formatFault } from '../../geodata/build/fault';
import { miniAtlas } from './mini-atlas';

const folder = join(import.meta.dirname, 'cases');

async function faultsWith(overlay?: string): Promise<string[]> {
  const { root, remove } = miniAtlas(overlay);
  try {
    const { faults } = await build(root, () => undefined);
    return faults.map(formatFault).sort();
  } finally {
    remove();
  }
}

test('the small atlas has no fault', async () => {
  expect(await faultsWith()).toEqual([]);
});

// Each folder is one way of being wrong: its files are laid over the small atlas, `expected.txt` lists the faults.
test.each(readdirSync(folder).sort())('%s', async (name) => {
  const expected = readFileSync(join(folder, name, 'expected.txt'), 'utf8')
    .split('\n')
    .filter(Boolean);
  expect(await faultsWith(join(folder, name))).toEqual(expected);
});
