import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '../atlas/types';

/** Where the map looks: degrees, and the zoom of web maps. */
export interface MapCamera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** An area is shown with this share of its size as margin on each side, and not closer than this zoom. */
const SURROUNDINGS = 0.35;
const CLOSEST_FIT = 6;

export function cameraOf(map: MapLibreMap): MapCamera {
  const { lng, lat } = map.getCenter().wrap();
  return { lon: lng, lat, zoom: map.getZoom() };
}

/** Flies to a camera, unless the map is there already. */
export function moveTo(map: MapLibreMap, { lon, lat, zoom }: MapCamera, duration: number): void {
  const now = cameraOf(map);
  const isThere =
    Math.abs(now.lon - lon) < 0.002 && Math.abs(now.lat - lat) < 0.002 && Math.abs(now.zoom - zoom) < 0.01;
  if (!isThere) map.easeTo({ center: [lon, lat], zoom, duration });
}

/** Shows an area whole with the land round it, so that a small place can be told from another. */
export function fitTo(map: MapLibreMap, [west, south, east, north]: Bounds, duration: number): void {
  const [dLon, dLat] = [(east - west) * SURROUNDINGS, (north - south) * SURROUNDINGS];
  map.fitBounds([west - dLon, Math.max(-85, south - dLat), east + dLon, Math.min(85, north + dLat)], {
    maxZoom: CLOSEST_FIT,
    duration,
  });
}

/** Lets two maps look at the same place, whichever of them is moved. Returns how to part them. */
export function keepTogether(a: MapLibreMap, b: MapLibreMap): () => void {
  let isFollowing = false;
  const follow = (leader: MapLibreMap, follower: MapLibreMap) => () => {
    if (isFollowing) return;
    isFollowing = true;
    follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    isFollowing = false;
  };
  const [ab, ba] = [follow(a, b), follow(b, a)];
  ab();
  a.on('move', ab);
  b.on('move', ba);
  return () => {
    a.off('move', ab);
    b.off('move', ba);
  };
}
