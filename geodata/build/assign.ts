import area from '@turf/area';
import Flatbush from 'flatbush';
import polylabel from 'polylabel';
import { topology as buildTopology } from 'topojson-server';
import type { Polygon, Topology } from 'topojson-specification';
import type { Base } from './base';
import { faultAt, type Facts } from './facts';
import type { Fault } from './fault';
import { boundsOf, kmAlong, ringsContain, type Coordinates } from './planar';
import type { Claims, Face } from './partition';

/** A face that was cut by drawn lines and is larger than this must have a seed, km2. */
export const SEEDLESS_KM2 = 20;
/** Two faces count as neighbours across a line when they share more than this, km. */
const SHARED_KM = 1;

export interface AssignedFace extends Face {
  /** Geodesic km2. */
  readonly km2: number;
  /** A point well inside. */
  readonly inside: [number, number];
  /** Base unit at that point, or -1. */
  readonly unit: number;
  readonly region: string;
  /** How the region was found. */
  readonly by: 'seed' | 'claim' | 'neighbour';
}

/** What region claims the land of each base unit: the unit's own claimant, else its country's. Double and unknown claims are faults. */
export function readClaims(base: Base, facts: Facts, faults: Fault[]): Claims {
  const own = new Map<number, string>();
  const country = new Map<number, string>();
  for (const entry of facts.regions.values()) {
    entry.facts.units.forEach((name, index) => {
      const units = base.unitsNamed(name);
      const keys = ['units', index];
      if (units.length === 0) {
        faults.push(faultAt(entry, 'unit', `no base unit "${name}": see the ids in base/units.topo.json`, keys));
      }
      const claims = name.includes(':') || units.length === 1 ? own : country;
      for (const unit of units) {
        const other = claims.get(unit);
        if (other !== undefined && other !== entry.id) {
          faults.push(faultAt(entry, 'unit', `"${name}" is already claimed by region "${other}"`, keys));
        } else claims.set(unit, entry.id);
      }
    });
  }
  return base.ids.map((_, unit) => own.get(unit) ?? country.get(unit) ?? null);
}

/** Gives every face of the land to a region; sea faces are left out. */
export function assignFaces(
  faces: readonly Face[],
  base: Base,
  claims: Claims,
  facts: Facts,
  faults: Fault[],
): AssignedFace[] {
  const land = faces
    .map((face) => {
      const inside = insideOf(face.rings);
      return { ...face, inside, unit: base.unitAt(inside[0], inside[1]), km2: km2Of(face.rings) };
    })
    .filter((face) => face.unit >= 0);
  const seeded = plantSeeds(land, facts, faults);
  const claimOf = land.map((face) => claims[face.unit] ?? null);
  const neighbours = findNeighbours(land);

  const regionOf: (string | null)[] = [];
  const by: AssignedFace['by'][] = [];
  const crumbs: number[] = [];
  const uncovered = new Map<number, (typeof land)[number][]>();
  land.forEach((face, at) => {
    const seed = seeded.get(at);
    const claim = claimOf[at] ?? null;
    const cutByLine = [...(neighbours[at] ?? [])].some(([other, km]) => km > SHARED_KM && claimOf[other] === claim);
    by[at] = seed ? 'seed' : 'claim';
    regionOf[at] = seed ?? (cutByLine && face.km2 < SEEDLESS_KM2 ? null : claim);
    if (seed) return;
    const where = `near ${face.inside[0].toFixed(3)}, ${face.inside[1].toFixed(3)} (${face.km2.toFixed(0)} km2, ${base.ids[face.unit]})`;
    if (regionOf[at] === null && claim !== null) crumbs.push(at);
    else if (claim === null && face.km2 < SEEDLESS_KM2) crumbs.push(at);
    else if (claim === null) uncovered.set(face.unit, [...(uncovered.get(face.unit) ?? []), face]);
    else if (cutByLine) {
      const owner = facts.regions.get(claim);
      const message = `the piece of land ${where} was cut off by a line and has no seed: give one to its region`;
      faults.push(owner ? faultAt(owner, 'seed', message) : { file: 'regions', line: 0, rule: 'seed', message });
    }
  });
  for (const [unit, faces] of uncovered) {
    const km2 = faces.reduce((sum, face) => sum + face.km2, 0);
    const [lon, lat] = faces[0]?.inside ?? [0, 0];
    const message = `no region has ${km2.toFixed(0)} km2 of ${base.ids[unit]}, near ${lon.toFixed(3)}, ${lat.toFixed(3)}: claim the unit or give a seed there`;
    faults.push({ file: 'regions', line: 0, rule: 'cover', message });
  }
  for (let round = 0; crumbs.length > 0 && round < 20; round++) {
    for (const at of [...crumbs]) {
      const best = [...(neighbours[at] ?? [])]
        .filter(([other]) => regionOf[other] !== null)
        .sort((a, b) => b[1] - a[1])[0];
      if (!best) continue;
      regionOf[at] = regionOf[best[0]] ?? null;
      by[at] = 'neighbour';
      crumbs.splice(crumbs.indexOf(at), 1);
    }
  }
  for (const at of crumbs) regionOf[at] = claimOf[at] ?? null;
  return land.flatMap((face, at) => {
    const region = regionOf[at];
    return region ? [{ ...face, region, by: by[at] ?? 'claim' }] : [];
  });
}

function plantSeeds(land: readonly (Face & { km2: number })[], facts: Facts, faults: Fault[]): Map<number, string> {
  const tree = new Flatbush(Math.max(1, land.length));
  if (land.length === 0) tree.add(1e6, 1e6, 1e6, 1e6);
  for (const face of land) {
    const [west, south, east, north] = boundsOf(face.rings[0] ?? []);
    tree.add(west, south, east, north);
  }
  tree.finish();
  const seeded = new Map<number, string>();
  for (const entry of facts.regions.values()) {
    entry.facts.seeds.forEach(([lon, lat], index) => {
      const at = tree.search(lon, lat, lon, lat).find((face) => ringsContain(land[face]?.rings ?? [], lon, lat));
      if (at === undefined) {
        faults.push(faultAt(entry, 'seed', `the seed ${lon}, ${lat} lies at sea: move it on to land`, ['seeds', index]));
        return;
      }
      const other = seeded.get(at);
      if (other !== undefined && other !== entry.id) {
        faults.push(
          faultAt(entry, 'seed', `the seed ${lon}, ${lat} lies in the same piece of land as one of "${other}": no line parts them`, ['seeds', index]),
        );
        return;
      }
      seeded.set(at, entry.id);
    });
  }
  return seeded;
}

/** For each face its neighbours with the length of the common edge, km. */
function findNeighbours(faces: readonly Face[]): Map<number, number>[] {
  const topology = facesTopology(faces);
  const lengths = (topology.arcs as Coordinates[]).map(kmAlong);
  const first = new Map<number, number>();
  const neighbours: Map<number, number>[] = faces.map(() => new Map());
  const geometries = (topology.objects['faces'] as unknown as { geometries: Polygon[] }).geometries;
  geometries.forEach((geometry, face) => {
    for (const signed of geometry.arcs.flat()) {
      const arc = signed < 0 ? ~signed : signed;
      const other = first.get(arc);
      if (other === undefined) first.set(arc, face);
      else if (other !== face) {
        const km = lengths[arc] ?? 0;
        neighbours[face]?.set(other, (neighbours[face].get(other) ?? 0) + km);
        neighbours[other]?.set(face, (neighbours[other].get(face) ?? 0) + km);
      }
    }
  });
  return neighbours;
}

/** Shared-edge topology of faces, in their order. */
export function facesTopology(faces: readonly Face[]): Topology {
  const collection: GeoJSON.GeometryCollection = {
    type: 'GeometryCollection',
    geometries: faces.map((face) => ({ type: 'Polygon', coordinates: face.rings as [number, number][][] })),
  };
  return buildTopology({ faces: collection });
}

/** Geodesic area of a polygon, km2. */
export function km2Of(rings: readonly Coordinates[]): number {
  return area({ type: 'Polygon', coordinates: rings as Coordinates[] }) / 1e6;
}

/** A point well inside a polygon; degrees of longitude are not scaled, which does no harm to 'inside'. */
export function insideOf(rings: readonly Coordinates[]): [number, number] {
  const [west, south, east, north] = boundsOf(rings[0] ?? []);
  const precision = Math.max(1e-5, Math.max(east - west, north - south) / 50);
  const found = polylabel(rings as Coordinates[], precision);
  return [found[0] as number, found[1] as number];
}
