import { resolve } from '$app/paths';

/** Address of the page of a source. */
export const sourceHref = (id: string): string => `${resolve('/source/')}?id=${id}`;
