import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';

/** Types of primary sources that have parts: a treaty has articles, a collection of documents has documents. */
const WITH_PARTS = ['treaty', 'book'];
const PAGES = /^[0-9ivxlc]+(–[0-9ivxlc]+)?(, [0-9ivxlc]+(–[0-9ivxlc]+)?)*$/;

/**
 * Where exactly: in the four themes an excerpt of a treaty or of a collection of documents names the article or the document, unless the
 * source is said to have no parts (an exchange of notes, an award on a map). Pages are numbers.
 */
export function checkLocators({ facts }: AtlasData, faults: Fault[]): void {
  for (const change of facts.changes.values()) {
    const isOfTheme = change.facts.themes.some((theme) => theme !== 'wider');
    change.facts.excerpts.forEach(({ source: id, locator }, at) => {
      const source = facts.sources.get(id)?.facts;
      const fault = (message: string, key: string) =>
        faults.push(faultAt(change, 'locator', message, ['excerpts', at, key]));
      if (locator && /^pages?$/.test(locator.label) && !PAGES.test(locator.value))
        fault(`"${locator.value}" is no page: expected 12, 12–14 or xii`, 'locator');
      if (locator || !isOfTheme || !source || source.undivided) return;
      if (source.kind !== 'primary' || !WITH_PARTS.includes(source.type)) return;
      const part = source.type === 'treaty' ? 'the article' : 'which document';
      fault(`say ${part} of "${id}" in a locator, or in its source that it is undivided`, 'source');
    });
  }
}
