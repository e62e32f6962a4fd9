import type { Status } from '../atlas/types';
import { PATTERNED, inkOf, type MapTheme } from './palette';
import { patternOf } from './patterns';

/** A picture of every pattern of the ladder of control, for the legend: `data:` addresses of PNG images, 16 CSS pixels wide. */
export function patternSwatches(theme: MapTheme): Partial<Record<Status, string>> {
  const ink = inkOf('slate', theme);
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(ink.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  const swatches: Partial<Record<Status, string>> = {};
  for (const status of PATTERNED) {
    if (status === 'sovereign') continue;
    const { width, height, data } = patternOf(status);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const image = new ImageData(width, height);
    for (let at = 0; at < data.length; at += 4) {
      const inside = Math.max(0, Math.min(1, ((data[at + 3] ?? 0) - 180) / 24));
      image.data.set([red, green, blue, inside * 255], at);
    }
    canvas.getContext('2d')?.putImageData(image, 0, 0);
    swatches[status] = canvas.toDataURL();
  }
  return swatches;
}
