import { expect, test } from 'vitest';
import { fillOf, paletteOf } from '../../src/lib/map/palette';
import { PictureMap, takePicture, type PictureSheet, type PictureView } from '../../src/lib/map/picture';
import { dayFromIso } from '../../src/lib/time/day';
import { tinyAtlas } from '../fixtures/tiny-atlas';
import { tinyGeometry } from '../fixtures/tiny-geometry';

const sheet: PictureSheet = {
  geometry: tinyGeometry(),
  context: null,
  theme: 'projector',
  width: 320,
  height: 180,
  pixelRatio: 2,
};
const view: PictureView = {
  atlas: tinyAtlas(),
  day: dayFromIso('1917-06-01'),
  look: { bounds: [10, 50, 16, 52] },
  selected: [],
  layers: [],
};

/** The colour of a pixel, at shares of width and height. */
function colorAt(canvas: HTMLCanvasElement, x: number, y: number): string {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const [r = 0, g = 0, b = 0] = context.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

test('a picture shows the day, and has the pixels asked for', async () => {
  const picture = await takePicture(sheet, view);
  expect([picture.width, picture.height]).toEqual([640, 360]);
  expect(colorAt(picture, 0.35, 0.35)).toBe(fillOf('red', 'projector'));
  expect(colorAt(picture, 0.9, 0.35)).toBe(fillOf('blue', 'projector'));
  expect(colorAt(picture, 0.5, 0.02)).toBe(paletteOf('projector').sea);
  expect(document.querySelector('.maplibregl-map')).toBeNull();
}, 120_000);

test('one map makes many pictures, each of its own day', async () => {
  const map = new PictureMap(sheet, view);
  try {
    const before = await map.take(view);
    const after = await map.take({ ...view, day: dayFromIso('1921-01-01') });
    const quick = await map.take({ ...view, day: dayFromIso('1918-01-01') }, undefined, false);
    const middle = [before, after, quick].map((picture) => colorAt(picture, 0.42, 0.35));
    expect(middle[0]).toBe(fillOf('red', 'projector'));
    expect(middle[1]).not.toBe(middle[0]);
    expect(middle[2]).toBe(middle[0]);
  } finally {
    map.remove();
  }
}, 120_000);

test('making a picture can be broken off', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(takePicture(sheet, view, stop.signal)).rejects.toThrow(/abort/i);
  expect(document.querySelector('.maplibregl-map')).toBeNull();
}, 120_000);
