import { existsSync, readdirSync } from 'node:fs';
import { THEMES } from '$lib/atlas/types';

const FOLDER = 'geodata/lectures';

/** Lectures whose pages get a file of their own on the server: themes, the lectures of the atlas, own and shared ones. */
export function lectureIds(): { id: string }[] {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const shelved = files.filter((name) => name.endsWith('.yaml')).map((name) => name.replace(/\.yaml$/, ''));
  return [...THEMES, ...shelved, 'own', 'shared'].map((id) => ({ id }));
}
