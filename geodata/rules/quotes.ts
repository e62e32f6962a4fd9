import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';

/** From one copyrighted text at most this share of its words is quoted. */
const MOST_SHARE = 0.15;

/**
 * The rights rule: quotations come only from texts whose length is known, and never more than 15 % of one (25 words each is checked by
 * the schema).
 */
export function checkQuotes({ facts }: AtlasData, faults: Fault[]): void {
  const quoted = new Map<string, Set<string>>();
  for (const change of facts.changes.values()) {
    change.facts.excerpts.forEach(({ source, quote }, at) => {
      if (quote === undefined) return;
      if (facts.sources.get(source)?.facts.words === undefined) {
        faults.push(
          faultAt(change, 'rights', `"${source}" gives no length in words: only such texts may be quoted`, [
            'excerpts',
            at,
            'quote',
          ]),
        );
      }
      const list = quoted.get(source) ?? new Set();
      quoted.set(source, list.add(quote));
    });
  }
  for (const [id, quotes] of quoted) {
    const source = facts.sources.get(id);
    const words = [...quotes].join(' ').split(/\s+/).length;
    const most = (source?.facts.words ?? Infinity) * MOST_SHARE;
    if (source && words > most) {
      faults.push(
        faultAt(
          source,
          'rights',
          `${words} words of "${id}" are quoted, at most ${Math.floor(most)} (15 %) may be`,
        ),
      );
    }
  }
}
