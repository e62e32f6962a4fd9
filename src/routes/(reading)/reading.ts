import { createContext } from 'svelte';
import type { Atlas } from '$lib/atlas/atlas';

/** What every reading page has at hand; set by their layout once it is loaded. */
export const [getAtlas, setAtlas] = createContext<() => Atlas>();
