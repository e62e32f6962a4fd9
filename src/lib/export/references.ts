import type { Excerpt, Source } from '../atlas/types';

/** A source as a line of text: 'Author, Title (1921), article 2. https://…'. Primary documents go by their title. */
export function referenceLine(source: Source, locator?: Excerpt['locator']): string {
  const author = source.kind !== 'primary' && source.author ? `${source.author}, ` : '';
  const container = source['container-title'] ? `, ${source['container-title']}` : '';
  const year = source.issued ? ` (${source.issued.slice(0, 4)})` : '';
  const place = locator ? `, ${locator.label} ${locator.value}` : '';
  return `${author}${source.title}${container}${year}${place}.${source.URL ? ` ${source.URL}` : ''}`;
}

/** Every source once, in the order of the alphabet. */
export function bibliographyOf(sources: readonly Source[]): string[] {
  const lines = new Set(sources.map((source) => referenceLine(source)));
  return [...lines].sort((a, b) => a.localeCompare(b, 'en'));
}
