import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANCHORS, anchorOf, wordsIn } from '../build/anchors';
import { faultAt, readFacts } from '../build/facts';
import { formatFault, type Fault } from '../build/fault';
import type { AnchorFacts, AnchorFileFacts } from '../schema/anchor';
import { UsageError, type Command } from './command';

/** `cordon anchors FOLDER`: finds every quotation in its text and writes down where it stands. */
export const anchors: Command = {
  usage: [
    'anchors FOLDER',
    'find every quotation in the texts of FOLDER (a text is known by its number of words) and write sources/anchors.json',
  ],
  async run(args, { root, print, tell }) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0)
      throw new UsageError('expected one folder with the quoted texts');
    if (!existsSync(folder)) throw new UsageError(`there is no folder ${folder}`);
    const faults: Fault[] = [];
    const facts = readFacts(root, faults);
    const texts = readTexts(folder);
    const found = new Map<string, AnchorFacts>();
    const files: AnchorFileFacts['texts'] = {};
    for (const change of facts.changes.values()) {
      change.facts.excerpts.forEach(({ source, quote }, at) => {
        if (quote === undefined) return;
        const fault = (message: string) =>
          faults.push(faultAt(change, 'anchors', message, ['excerpts', at, 'quote']));
        const words = facts.sources.get(source)?.facts.words;
        const text = words === undefined ? undefined : texts.get(words);
        if (text === undefined)
          return fault(`no text in the folder has the ${words ?? '?'} words of "${source}"`);
        const anchor = anchorOf(source, text, quote);
        if (!anchor) return fault(`"${quote}" does not stand in "${source}" exactly once, letter by letter`);
        found.set(`${source} ${anchor.exact}`, anchor);
        files[source] = {
          sha256: createHash('sha256').update(text).digest('hex'),
          characters: [...text].length,
          words: wordsIn(text),
        };
      });
    }
    const sorted = [...found.values()].sort((a, b) => a.source.localeCompare(b.source) || a.start - b.start);
    const inOrder = Object.fromEntries(Object.entries(files).sort(([a], [b]) => a.localeCompare(b)));
    writeFileSync(join(root, ANCHORS), `${JSON.stringify({ texts: inOrder, anchors: sorted }, null, 2)}\n`);
    print(`${sorted.length} quotations anchored in ${Object.keys(files).length} texts`);
    for (const fault of faults) tell(formatFault(fault));
    return faults.length > 0 ? 1 : 0;
  },
};

/** The texts of a folder by their number of words. */
function readTexts(folder: string): Map<number, string> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Map(texts.map((text) => [wordsIn(text), text]));
}
