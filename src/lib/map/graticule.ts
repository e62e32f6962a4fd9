/** Meridians and parallels every ten degrees, bent at every second one so that they also serve a globe. */
export function graticule(): GeoJSON.FeatureCollection {
  const lines: [number, number][][] = [];
  const steps = (from: number, to: number) =>
    Array.from({ length: (to - from) / 2 + 1 }, (_, at) => from + at * 2);
  for (let lon = -180; lon <= 180; lon += 10) lines.push(steps(-80, 80).map((lat) => [lon, lat]));
  for (let lat = -80; lat <= 80; lat += 10) lines.push(steps(-180, 180).map((lon) => [lon, lat]));
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
  };
}
