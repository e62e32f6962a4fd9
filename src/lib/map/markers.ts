import type { PatternImage } from './patterns';

/** Image side in pixels; drawn at half that size. */
const SIDE = 24;
const EDGE = 192;
const STEPS_PER_PIXEL = 24;

/** The sign of a town (a ring) or of a capital (a ring with a core), as a distance field that takes any colour. */
export function markerImage(kind: 'town' | 'capital'): PatternImage {
  const data = new Uint8ClampedArray(SIDE * SIDE * 4);
  const middle = SIDE / 2;
  const radius = kind === 'capital' ? 7 : 4.2;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const distance = Math.hypot(x + 0.5 - middle, y + 0.5 - middle);
      const ring = Math.abs(distance - radius) - 1.2;
      const ink = kind === 'capital' ? Math.min(ring, distance - 3.2) : ring;
      data[(y * SIDE + x) * 4 + 3] = EDGE - ink * STEPS_PER_PIXEL;
    }
  }
  return { width: SIDE, height: SIDE, data };
}
