import type { Map as MapLibreMap } from 'maplibre-gl';
import { markerImage } from './markers';
import { PATTERNED } from './palette';
import { PATTERN_PIXEL_RATIO, patternName, patternOf } from './patterns';

/** Gives a style its patterns and signs. */
export function addImages(map: MapLibreMap): void {
  const options = { sdf: true, pixelRatio: PATTERN_PIXEL_RATIO };
  for (const status of PATTERNED) {
    if (status !== 'sovereign') map.addImage(patternName(status), patternOf(status), options);
  }
  for (const name of ['town', 'capital'] as const) map.addImage(name, markerImage(name), options);
}
