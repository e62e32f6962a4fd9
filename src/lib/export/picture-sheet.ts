import type { Atlas } from '../atlas/atlas';
import type { Change, Status } from '../atlas/types';
import { STATUS_WORDS } from '../atlas/words';
import { longDate, type Day } from '../time/day';

/** A picture of the map with what a reader needs to use it: title, date, legend, scale, sources. */
export interface SheetContent {
  readonly map: HTMLCanvasElement;
  /** Pixels of the picture for one CSS pixel. */
  readonly pixelRatio: number;
  readonly title: string;
  readonly day: Day;
  readonly legend: readonly { readonly status: Status; readonly swatch: HTMLImageElement }[];
  /** Metres of ground for one CSS pixel in the middle of the map. */
  readonly metresPerPixel: number;
  /** Lines of small print under the map: sources and address. */
  readonly footnotes: readonly string[];
}

const PADDING = 18;
const TITLE_PX = 26;
const NOTE_PX = 12;
const LINE = 1.45;
const INK = '#2a211c';
const PAPER = '#f8f3e7';
/** The scale bar is at most this long, CSS pixels. */
const SCALE_PX = 140;

/** Composes the sheet. Colours are those of paper, whatever the look of the app. */
export function composeSheet(content: SheetContent): HTMLCanvasElement {
  const { map, pixelRatio } = content;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no memory for a picture');
  const width = map.width / pixelRatio;
  context.font = `${NOTE_PX}px 'Source Sans 3', sans-serif`;
  const notes = content.footnotes.flatMap((note) => wrapped(context, note, width));
  const head = TITLE_PX * LINE + NOTE_PX * LINE + 10;
  const foot = 26 + notes.length * NOTE_PX * LINE + PADDING;
  const mapHeight = map.height / pixelRatio;
  canvas.width = Math.round((width + 2 * PADDING) * pixelRatio);
  canvas.height = Math.round((PADDING + head + mapHeight + foot) * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = INK;
  context.textBaseline = 'top';
  context.font = `600 ${TITLE_PX}px 'Source Serif 4', serif`;
  context.fillText(longDate(content.day), PADDING, PADDING);
  context.font = `italic ${NOTE_PX + 3}px 'Source Serif 4', serif`;
  context.fillText(content.title, PADDING, PADDING + TITLE_PX * LINE - 4, width);
  const top = PADDING + head;
  context.drawImage(map, PADDING, top, width, mapHeight);
  context.strokeStyle = INK;
  context.lineWidth = 1;
  context.strokeRect(PADDING, top, width, mapHeight);
  drawLegend(context, content, top + mapHeight + 8);
  drawScale(context, content.metresPerPixel, PADDING + width, top + mapHeight + 8);
  context.font = `${NOTE_PX}px 'Source Sans 3', sans-serif`;
  notes.forEach((note, at) => context.fillText(note, PADDING, top + mapHeight + 30 + at * NOTE_PX * LINE));
  return canvas;
}

function drawLegend(context: CanvasRenderingContext2D, { legend }: SheetContent, y: number): void {
  let x = PADDING;
  context.font = `${NOTE_PX}px 'Source Sans 3', sans-serif`;
  for (const { status, swatch } of legend) {
    context.fillStyle = '#e8d49a';
    context.fillRect(x, y, 24, 13);
    context.fillStyle = context.createPattern(swatch, 'repeat') ?? '#e8d49a';
    context.save();
    context.translate(x, y);
    context.scale(0.5, 0.5);
    context.fillRect(0, 0, 48, 26);
    context.restore();
    context.strokeRect(x, y, 24, 13);
    context.fillStyle = INK;
    context.fillText(STATUS_WORDS[status], x + 30, y);
    x += 30 + context.measureText(STATUS_WORDS[status]).width + 16;
  }
}

function drawScale(
  context: CanvasRenderingContext2D,
  metresPerPixel: number,
  right: number,
  y: number,
): void {
  const { km, px } = scaleBar(metresPerPixel);
  context.fillStyle = INK;
  context.fillRect(right - px, y + 11, px, 2);
  context.fillRect(right - px, y + 7, 1, 6);
  context.fillRect(right - 1, y + 7, 1, 6);
  context.textAlign = 'right';
  context.fillText(`${km} km`, right, y - 6);
  context.textAlign = 'left';
}

/** The longest bar of a round number of kilometres that has room. */
export function scaleBar(metresPerPixel: number): { readonly km: number; readonly px: number } {
  const most = (SCALE_PX * metresPerPixel) / 1000;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2, 1].find((factor) => factor * power <= most) ?? 1);
  return { km, px: (km * 1000) / metresPerPixel };
}

function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (context.measureText(longer).width <= width || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The sources of a change as footnotes of a picture. */
export function footnotesOf(atlas: Atlas, changes: readonly Change[], most: number): string[] {
  const notes = changes.flatMap((change) =>
    change.excerpts
      .filter(({ stance }) => stance === 'agrees')
      .map(({ source: id, locator }) => {
        const source = atlas.sources.get(id);
        const place = locator ? `, ${locator.label} ${locator.value}` : '';
        return `${change.title}: ${source?.title ?? id}${source?.issued ? ` (${source.issued.slice(0, 4)})` : ''}${place}.`;
      }),
  );
  const unique = [...new Set(notes)];
  return unique.length > most
    ? [...unique.slice(0, most), `And ${unique.length - most} more sources.`]
    : unique;
}
