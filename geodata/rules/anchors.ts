import type { AtlasData } from '../build/atlas-data';
import { ANCHORS, hashOf } from '../build/anchors';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';

/** Every quotation is anchored to its place in the text it comes from, and every anchor holds one. */
export function checkAnchors({ facts, anchors }: AtlasData, faults: Fault[]): void {
  const keyOf = (source: string, hash: string) => `${source} ${hash}`;
  const known = new Set(anchors.anchors.map(({ source, exact }) => keyOf(source, exact)));
  const used = new Set<string>();
  for (const change of facts.changes.values()) {
    change.facts.excerpts.forEach(({ source, quote }, at) => {
      if (quote === undefined) return;
      const key = keyOf(source, hashOf(quote));
      used.add(key);
      if (known.has(key)) return;
      const message = `this quotation has no anchor: run "cordon anchors FOLDER" with the folder of the texts`;
      faults.push(faultAt(change, 'anchors', message, ['excerpts', at, 'quote']));
    });
  }
  for (const { source, exact, start } of anchors.anchors) {
    if (used.has(keyOf(source, exact))) continue;
    const message = `nothing is quoted from "${source}" at character ${start}: run "cordon anchors FOLDER" again`;
    faults.push({ file: ANCHORS, line: 0, rule: 'anchors', message });
  }
}
