import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Atlas } from '../atlas/atlas';
import { isoFromDay, type Day } from '../time/day';

/**
 * Who held what on a day as GeoJSON (RFC 7946): one feature for each region, on the geometry that the map draws. The exact lines come from
 * `cordon at`.
 * @returns text, ready to be saved
 */
export function dayAsGeoJson(
  atlas: Atlas,
  topology: Topology<{ regions: GeometryCollection }>,
  day: Day,
): string {
  const { features } = feature(topology, topology.objects.regions);
  const idOf = (polity: number) => atlas.polities[polity]?.id ?? '';
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ geometry }, index) => {
      const region = atlas.regions[index];
      const holding = atlas.holdingOn(index, day);
      return {
        type: 'Feature',
        id: region?.id,
        properties: {
          region: region?.id,
          regionName: region?.name,
          date: isoFromDay(day),
          holder: idOf(holding.holder),
          holderName: atlas.nameOn(holding.holder, day),
          controller: idOf(holding.controller),
          controllerName: atlas.nameOn(holding.controller, day),
          status: holding.status,
          since: isoFromDay(holding.from),
          change: holding.change === null ? null : (atlas.changes[holding.change]?.id ?? null),
        },
        geometry: rightHanded(geometry),
      };
    }),
  });
}

/** Outer rings counter-clockwise, holes clockwise, as RFC 7946 wants them; TopoJSON has them the other way round. */
function rightHanded(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  const turn = (rings: GeoJSON.Position[][]) =>
    rings.map((ring, at) => (isClockwise(ring) === (at === 0) ? [...ring].reverse() : ring));
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: turn(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(turn) };
  return geometry;
}

function isClockwise(ring: GeoJSON.Position[]): boolean {
  let sum = 0;
  ring.forEach(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    sum += (nextX - x) * (nextY + y);
  });
  return sum > 0;
}
