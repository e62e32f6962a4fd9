import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapCamera } from './camera';
import { fontFaces } from './fonts';
import type { MapTheme } from './palette';
import { makeStyle } from './style';

/** The land on which the atlas opens, [west, south, east, north]: from the Rhine to the Volga. */
export const OPENING_BOUNDS: [number, number, number, number] = [6, 43.5, 41, 61.5];

/** Thrown when the browser has no WebGL2. */
export class NoWebGlError extends Error {
  override readonly name = 'NoWebGlError';
}

export const styleOf = (theme: MapTheme) => makeStyle(theme, fontFaces(location.href));

/**
 * A flat map without tiles, glyph server or key, that can be moved but not turned.
 * @param camera null: the opening view
 * @throws NoWebGlError when the browser cannot draw it
 */
export function createMap(container: HTMLElement, theme: MapTheme, camera: MapCamera | null): maplibregl.Map {
  if (!document.createElement('canvas').getContext('webgl2')) {
    throw new NoWebGlError('this browser has no WebGL2');
  }
  maplibregl.setWorkerUrl(new URL(workerUrl, location.href).href);
  const map = new maplibregl.Map({
    container,
    style: styleOf(theme),
    ...(camera ? { center: [camera.lon, camera.lat], zoom: camera.zoom } : { bounds: OPENING_BOUNDS }),
    maxZoom: 11,
    minZoom: 0.6,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.ScaleControl({ maxWidth: 110, unit: 'metric' }), 'top-left');
  return map;
}
