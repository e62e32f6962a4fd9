import { THEMES } from '$lib/atlas/types';

/** One page for each theme. */
export const entries = () => THEMES.map((theme) => ({ theme }));
