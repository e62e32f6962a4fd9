import type { CitationFile, CitationFormat } from '$lib/atlas/citations';
import { citationFile } from '$lib/export/citation';
import { loadCitations } from './load';
import { saveFile } from './save';

/** Makes a file of references to some sources, in a format to be named; the references are loaded when first asked for. */
export const citationsOf =
  (ids: readonly string[], name: string) =>
  async (format: CitationFormat): Promise<CitationFile> =>
    citationFile(await loadCitations(), ids, format, name);

/** Hands it to the browser's downloads. */
export const save = ({ name, type, text }: CitationFile): void => saveFile(name, new Blob([text], { type }));
