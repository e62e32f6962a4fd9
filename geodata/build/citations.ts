import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { Citations } from '../../src/lib/atlas/citations';
import type { SourceFacts } from '../schema/source';

type CslName =
  | { readonly literal: string }
  | { readonly family: string; readonly given: string; readonly 'non-dropping-particle'?: string };

/** Family names of more than one word, and people whose family name stands first. */
const LONG_FAMILY_NAMES = ['Martínez Bande', 'Llewellyn Smith', 'Del Boca'];
const FAMILY_FIRST = ['Xue Litai'];
const PARTICLES = ['von', 'van', 'de', 'den', 'der'];

/** Variables that CSL-JSON has under the same name. */
const SAME = ['container-title', 'publisher', 'publisher-place', 'archive', 'language', 'volume', 'page', 'URL', 'note'] as const;

/**
 * Every source in the forms that programs for references read. They are made here because the library that makes them does not run
 * in a browser without the network modules of Node.
 */
export function emitCitations(sources: Iterable<{ readonly id: string; readonly facts: SourceFacts }>): Citations {
  // The id is unique and never changes, so it is the key, hyphens and all.
  Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });
  return {
    version: 1,
    sources: Object.fromEntries(
      [...sources].map(({ id, facts }) => {
        const csl = cslOf(id, facts);
        const bibtex = plugins.output.format('bibtex', [csl]).trim();
        return [id, { bibtex, ris: risOf(csl), csl }];
      }),
    ),
  };
}

/** A source as a RIS record, written here because the library breaks long values within words and cuts ids. */
function risOf(csl: { readonly id: string; readonly type?: unknown }): string {
  // The library knows no database and would drop its title.
  const known = csl.type === 'database' ? { ...csl, type: 'dataset' } : csl;
  const [{ TY = 'GEN', ...fields } = {}] = plugins.output.format('ris', [known], { format: 'object' });
  const lines = Object.entries({ ...fields, ID: csl.id }).flatMap(([tag, value]) =>
    [value].flat().map((one) => `${tag}  - ${one}`),
  );
  return [`TY  - ${[TY].flat().join('')}`, ...lines, 'ER  - '].join('\n');
}

/** A source as CSL-JSON. */
export function cslOf(id: string, source: SourceFacts): Record<string, unknown> & { id: string } {
  const names = source.author === undefined ? [] : namesOf(source.author, source.kind === 'primary');
  const role = /\(editors?\)$/.test(source.author ?? '') ? 'editor' : 'author';
  return {
    id,
    type: source.type,
    title: source.title,
    ...(names.length > 0 ? { [role]: names } : {}),
    ...(source.issued === undefined ? {} : { issued: dateOf(source.issued) }),
    ...(source.accessed === undefined ? {} : { accessed: dateOf(source.accessed) }),
    ...Object.fromEntries(SAME.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]]))),
  };
}

const dateOf = (date: string) => ({ 'date-parts': [date.split('-').map(Number)] });

/** Who wrote or signed it. Parties to a document are named as they stand; authors of books are people. */
function namesOf(author: string, parties: boolean): CslName[] {
  const text = author.replace(/ \(editors?\)$/, '');
  return parties
    ? text.split(' / ').map((literal) => ({ literal }))
    : text.split(/, | and /).map((name) => (/^others$| of |^[^ ]+$/.test(name) ? { literal: name } : personOf(name)));
}

function personOf(name: string): CslName {
  const long = LONG_FAMILY_NAMES.find((family) => name.endsWith(` ${family}`));
  if (long) return { family: long, given: name.slice(0, -long.length - 1) };
  const words = name.split(' ');
  if (FAMILY_FIRST.includes(name)) return { family: words[0] ?? '', given: words.slice(1).join(' ') };
  const family = words.at(-1) ?? '';
  const first = words.findIndex((word) => PARTICLES.includes(word));
  return first > 0
    ? { family, given: words.slice(0, first).join(' '), 'non-dropping-particle': words.slice(first, -1).join(' ') }
    : { family, given: words.slice(0, -1).join(' ') };
}
