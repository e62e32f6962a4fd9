import type { Status } from '../atlas/types';

/** An image for MapLibre whose alpha channel is a distance field, so that it stays crisp and takes any colour. */
export interface PatternImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Side of a pattern tile, in pixels of the image and of the screen. */
const SIDE = 32;
const SCREEN_SIDE = 16;
/** Pixels of the image per pixel of the screen. */
export const PATTERN_PIXEL_RATIO = SIDE / SCREEN_SIDE;

/** In MapLibre's distance fields the edge lies at alpha 192 and one pixel of distance is 24 steps. */
const EDGE = 192;
const STEPS_PER_PIXEL = 24;

/** Distance in image pixels from a point of the tile to the ink; negative inside. */
type Field = (x: number, y: number) => number;

const wrap = (value: number, period: number) => {
  const rest = ((value % period) + period) % period;
  return Math.min(rest, period - rest);
};

/** Parallel stripes: `period` apart across the direction (dx, dy), `width` wide. Tiles when the steps divide the side. */
const stripes =
  (dx: number, dy: number, period: number, width: number): Field =>
  (x, y) =>
    wrap(dx * x + dy * y, period) / Math.hypot(dx, dy) - width / 2;

const dots =
  (period: number, radius: number, shifted: boolean): Field =>
  (x, y) => {
    const first = Math.hypot(wrap(x, period), wrap(y, period));
    const second = Math.hypot(wrap(x + period / 2, period), wrap(y + period / 2, period));
    return (shifted ? Math.min(first, second) : first) - radius;
  };

/** The ladder of control: what each status looks like. Sovereign land has no pattern. */
const FIELDS: Readonly<Record<Exclude<Status, 'sovereign'>, Field>> = {
  annexed: dots(16, 1.5, true),
  administered: stripes(1, 0, 16, 3.6),
  leased: (x, y) => Math.min(stripes(1, 0, 16, 2.2)(x, y), stripes(0, 1, 16, 2.2)(x, y)),
  protectorate: stripes(0, 1, 16, 3.6),
  occupied: stripes(1, 1, 16, 5.2),
  contested: (x, y) => Math.max(stripes(1, -1, 16, 4.4)(x, y), -stripes(1, 1, 16, 5)(x, y)),
};

/** The tile of a status. */
export function patternOf(status: Exclude<Status, 'sovereign'>): PatternImage {
  const field = FIELDS[status];
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = (y * SIDE + x) * 4;
      data[at + 3] = EDGE - field(x + 0.5, y + 0.5) * STEPS_PER_PIXEL;
    }
  }
  return { width: SIDE, height: SIDE, data };
}

/** Name of the image of a status in the style. */
export const patternName = (status: Status): string => `pattern-${status}`;
