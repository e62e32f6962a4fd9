import mapshaper from 'mapshaper';
import type { Base } from './base';
import type { DrawnLine } from './lines';
import { KM_PER_DEGREE, SegmentIndex, kmBetween, type Coordinates } from './planar';

/** A piece of the plane that no cut crosses. */
export interface Face {
  /** Outer ring, then holes. */
  readonly rings: readonly Coordinates[];
}

/** Ends of lines nearer than this to another line, border or coast are joined to it, km. */
export const JOIN_KM = 3;

/** What region claims the land of each base unit; null where nobody does. */
export type Claims = readonly (string | null)[];

/** The base arcs that stay borders: coasts, and arcs between units that different regions claim. */
export function cutArcs(base: Base, claims: Claims): Coordinates[] {
  const cuts: Coordinates[] = [];
  base.unitsOfArc.forEach(([a, b], arc) => {
    const between = a !== undefined && b !== undefined;
    if (between && claims[a] === claims[b]) return;
    if (a !== undefined) cuts.push(base.arcs[arc] as Coordinates);
  });
  return cuts;
}

/** Longer than the rounding of mapshaper's snapping, shorter than anything visible: about 60 m. */
const OVERSHOOT_DEGREES = 0.0006;

/**
 * Joins the loose ends of drawn lines: an end within `JOIN_KM` of a cut or of another line is led on to it, and a little beyond, so that
 * the polygons close. Overshoot is left out by the polygon step.
 */
export function joinEnds(lines: readonly DrawnLine[], cuts: readonly Coordinates[]): DrawnLine[] {
  const parts = lines.flatMap((line) => line.chains);
  const index = new SegmentIndex(
    [...cuts, ...parts].map((points, at) => ({ owner: at - cuts.length, points })),
  );
  let own = -1;
  return lines.map((line) => ({
    ...line,
    chains: line.chains.map((chain) => {
      own++;
      const me = own;
      const first = chain[0] as [number, number];
      const last = chain.at(-1) as [number, number];
      if (kmBetween(first, last) < 0.001) return chain;
      const lead = (end: [number, number]): Coordinates => {
        const hit = index.nearest(end, JOIN_KM, (owner) => owner !== me);
        if (!hit) return [];
        if (hit.km < 0.005) return [];
        const degrees = hit.km / KM_PER_DEGREE;
        const factor = 1 + OVERSHOOT_DEGREES / degrees;
        return [[end[0] + (hit.at[0] - end[0]) * factor, end[1] + (hit.at[1] - end[1]) * factor]];
      };
      return [...lead(first), ...chain, ...lead(last)];
    }),
  }));
}

/** Cuts the plane along all lines and returns its bounded faces. */
export async function polygonize(lines: readonly Coordinates[]): Promise<Face[]> {
  const input = {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
  };
  const output = await mapshaper.applyCommands(
    '-i lines.json -snap interval=0.0003 -polygons -o faces.json format=geojson precision=0.000001',
    { 'lines.json': JSON.stringify(input) },
  );
  const text = output['faces.json'];
  if (text === undefined) throw new Error('mapshaper made no faces');
  const collection = JSON.parse(text.toString()) as GeoJSON.FeatureCollection | GeoJSON.GeometryCollection;
  const geometries =
    collection.type === 'FeatureCollection'
      ? collection.features.map((item) => item.geometry)
      : collection.geometries;
  return geometries.flatMap((geometry) => {
    if (geometry.type === 'Polygon') return [{ rings: geometry.coordinates as Coordinates[] }];
    if (geometry.type === 'MultiPolygon') {
      return geometry.coordinates.map((rings) => ({ rings: rings as Coordinates[] }));
    }
    return [];
  });
}
