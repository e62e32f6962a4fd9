import { feature } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Coordinates } from './planar';

/** Undoes quantisation and deltas: absolute coordinates of every arc. */
export function decodeArcs(topology: Topology): Coordinates[] {
  const { transform } = topology;
  return topology.arcs.map((arc) => {
    if (!transform) return arc as Coordinates;
    let x = 0;
    let y = 0;
    return arc.map((point): [number, number] => {
      x += point[0] ?? 0;
      y += point[1] ?? 0;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
}

/** All signed arc indices of a polygon or multipolygon. */
export function arcsOf(geometry: Polygon | MultiPolygon): number[] {
  return geometry.type === 'Polygon' ? geometry.arcs.flat() : geometry.arcs.flat(2);
}

/** Decodes a polygon or multipolygon as a list of polygons. */
export function shapeOf(topology: Topology, geometry: Polygon | MultiPolygon): Coordinates[][] {
  const { geometry: shape } = feature(topology, geometry as MultiPolygon) as GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>;
  return (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as Coordinates[][];
}
