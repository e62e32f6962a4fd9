import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let map: maplibregl.Map;

beforeEach(() => {
  maplibregl.setWorkerUrl(workerUrl);
  const container = document.createElement('div');
  container.style.cssText = 'width: 64px; height: 64px';
  document.body.append(container);
  map = new maplibregl.Map({
    container,
    center: [0, 0],
    zoom: 2,
    attributionControl: false,
    style: {
      version: 8,
      sources: {
        square: {
          type: 'geojson',
          promoteId: 'id',
          data: {
            type: 'Feature',
            properties: { id: 'square' },
            geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [-60, -60],
                  [60, -60],
                  [60, 60],
                  [-60, 60],
                  [-60, -60],
                ],
              ],
            },
          },
        },
      },
      layers: [
        {
          id: 'square',
          type: 'fill',
          source: 'square',
          paint: { 'fill-color': ['case', ['==', ['feature-state', 'holder'], 'b'], '#0000ff', '#ff0000'] },
        },
      ],
    },
  });
});
afterEach(() => {
  const container = map.getContainer();
  map.remove();
  container.remove();
});

/** Red, green, blue and alpha in the middle of the canvas, read in the frame that drew it. */
function middlePixel(): Promise<number[]> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const gl = map.getCanvas().getContext('webgl2');
      const pixel = new Uint8Array(4);
      gl?.readPixels(
        gl.drawingBufferWidth / 2,
        gl.drawingBufferHeight / 2,
        1,
        1,
        gl.RGBA,
        gl.UNSIGNED_BYTE,
        pixel,
      );
      resolve([...pixel]);
    });
    map.triggerRepaint();
  });
}

test('the test browser draws a map with WebGL2 and repaints it by feature-state', async () => {
  await map.once('idle');
  expect(await middlePixel()).toEqual([255, 0, 0, 255]);
  map.setFeatureState({ source: 'square', id: 'square' }, { holder: 'b' });
  await map.once('idle');
  expect(await middlePixel()).toEqual([0, 0, 255, 255]);
});
