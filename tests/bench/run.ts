/**
 * Measures what has to be fast and prints the figures, each comparison within this one run. Needs a built site: `npm run build` first.
 * A missed target is printed, not an error: figures depend on the machine.
 */
import { cpus } from 'node:os';
import { atlasFigures } from './atlas-bench';
import { table, type Figure } from './figures';
import { mapFigures } from './map-bench';
import { sizeFigures } from './size-bench';

const figures: Figure[] = [];
for (const [what, measure] of [
  ['the atlas in memory', atlasFigures],
  ['sizes', sizeFigures],
  ['the map', mapFigures],
] as const) {
  console.error(`measuring ${what} ...`);
  figures.push(...(await measure()));
}
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, graphics in software\n`,
);
console.log(table(figures));
process.exit(0);
