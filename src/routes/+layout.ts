/** Every page is written to disk as an empty shell and drawn in the browser: the atlas is not copied into each of them. */
export const prerender = true;
export const ssr = false;
export const trailingSlash = 'always';
