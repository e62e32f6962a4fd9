import { THEMES } from '$lib/atlas/types';
import type { EntryGenerator } from './$types';

/** Lectures that get a file of their own on the server; any other id is answered by the page itself. */
export const entries: EntryGenerator = () => THEMES.map((id) => ({ id }));
