/** What is written on a picture that leaves the atlas. */
export interface PictureWords {
  readonly date: string;
  readonly title: string;
  readonly caption: string;
  /** Small print: sources and address. */
  readonly small: string;
}

const SERIF = '"Source Serif 4", Georgia, serif';
const SANS = '"Source Sans 3", Arial, sans-serif';

/** Writes the day on a picture, large, in its upper left corner. */
export function writeDate(canvas: HTMLCanvasElement, date: string): void {
  const context = contextOf(canvas);
  const size = canvas.height / 14;
  context.font = `600 ${size}px ${SERIF}`;
  context.textBaseline = 'top';
  context.fillStyle = 'rgb(255 255 255 / 92%)';
  context.fillRect(size * 0.3, size * 0.3, context.measureText(date).width + size * 0.7, size * 1.3);
  context.fillStyle = '#000';
  context.fillText(date, size * 0.65, size * 0.5);
}

/** A new picture with the words below the map. */
export function captioned(map: HTMLCanvasElement, words: PictureWords): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { width } = map;
  const size = width / 46;
  const room = width - size * 2;
  const measure = contextOf(canvas);
  const linesOf = (font: string, text: string) => {
    measure.font = font;
    return wrapped(text, room, (line) => measure.measureText(line).width);
  };
  const fonts = [`600 ${size * 1.3}px ${SERIF}`, `${size}px ${SANS}`, `${size * 0.55}px ${SANS}`] as const;
  const heights = [size * 1.7, size * 1.35, size * 0.75] as const;
  const parts = [words.title, words.caption, words.small].map((text, at) => linesOf(fonts[at] ?? '', text));
  const below = parts.reduce((sum, lines, at) => sum + lines.length * (heights[at] ?? 0), size * 1.4);
  canvas.width = width;
  canvas.height = Math.ceil(map.height + below);
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(map, 0, 0);
  context.fillStyle = '#8a1500';
  context.fillRect(0, map.height, width, size / 6);
  context.fillStyle = '#000';
  context.textBaseline = 'top';
  let y = map.height + size * 0.5;
  parts.forEach((lines, at) => {
    context.font = fonts[at] ?? '';
    for (const line of lines) {
      context.fillText(line, size, y);
      y += heights[at] ?? 0;
    }
  });
  return canvas;
}

/** Breaks a text into lines that are no wider than there is room. */
export function wrapped(text: string, room: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no memory for another picture');
  return context;
}
