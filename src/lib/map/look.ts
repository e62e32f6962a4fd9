import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../atlas/types';
import type { MapCamera } from './camera';

/** What a map looks at: an area that is shown whole, or a camera on a map of 1440 by 900 pixels. */
export type MapLook = { readonly bounds: Bounds } | MapCamera;

/** The size of map to which the zoom of a camera refers, CSS pixels. */
const USUAL = { width: 1440, height: 900 };
/** Nothing is shown closer than this: names would stand alone. */
const CLOSEST = 8;

/** The camera of a map of its own size. `below` are pixels at the lower edge that something covers. */
export function cameraFor(map: MapLibreMap, look: MapLook, below = 0): MapCamera {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  if ('zoom' in look) {
    const factor = Math.min(width / USUAL.width, (height - below) / USUAL.height);
    return { ...look, zoom: look.zoom + Math.log2(factor) };
  }
  const [west, south, east, north] = look.bounds;
  const padding = { top: 0, left: 0, right: 0, bottom: below };
  const found = map.cameraForBounds([west, south, east, north], { padding, maxZoom: CLOSEST });
  const center = found?.center as { lng: number; lat: number } | undefined;
  return center && found?.zoom !== undefined
    ? { lon: center.lng, lat: center.lat, zoom: found.zoom }
    : { lon: (west + east) / 2, lat: (south + north) / 2, zoom: 4 };
}

/** Moves a map to what is to be seen, in so many seconds; 0 jumps. */
export function lookAt(map: MapLibreMap, look: MapLook, seconds: number, below = 0): void {
  const { lon, lat, zoom } = cameraFor(map, look, below);
  map.stop();
  if (seconds === 0) map.jumpTo({ center: [lon, lat], zoom });
  else map.flyTo({ center: [lon, lat], zoom, duration: seconds * 1000, curve: 1.2 });
}
