import type { CitationFile, CitationFormat, Citations } from '../atlas/citations';

const FILES: Readonly<Record<CitationFormat, { readonly ending: string; readonly type: string }>> = {
  bibtex: { ending: 'bib', type: 'application/x-bibtex' },
  ris: { ending: 'ris', type: 'application/x-research-info-systems' },
  csl: { ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
};

/**
 * The given sources as one file for a program that keeps references.
 * @param name of the file, without its ending
 * @throws Error when a source has no citation, which means that facts and citations are of different builds
 */
export function citationFile(
  citations: Citations,
  ids: readonly string[],
  format: CitationFormat,
  name: string,
): CitationFile {
  const found = ids.map((id) => {
    const citation = citations.sources[id];
    if (!citation) throw new Error(`there is no reference for the source ${id}: reload the page`);
    return citation;
  });
  const text =
    format === 'csl'
      ? `${JSON.stringify(
          found.map(({ csl }) => csl),
          null,
          2,
        )}\n`
      : found.map((citation) => `${citation[format]}\n`).join('\n');
  return { name: `${name}.${FILES[format].ending}`, type: FILES[format].type, text };
}
