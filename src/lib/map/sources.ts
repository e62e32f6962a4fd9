import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Atlas } from '../atlas/atlas';
import { BORDER_KINDS, borderBetween, type BorderKind } from '../atlas/border';
import { STATUSES, type Dated, type Position } from '../atlas/types';
import { isWithin, type Day } from '../time/day';
import { labelFits } from './label-fit';
import { PATTERNED } from './palette';

/** The geometry files of the bundle. */
export type RegionTopology = Topology<{ regions: GeometryCollection }>;
export type ContextTopology = Topology<{ rivers: GeometryCollection; lakes: GeometryCollection }>;

type Features = GeoJSON.FeatureCollection;

/** Feature id of a region in a status: the source of patterns has one feature for each status a region ever had. */
export const patternId = (region: number, status: number): number => region * STATUSES.length + status;

/** Regions as areas; the id of each feature is the region's index. */
export function regionFeatures(topology: RegionTopology): Features {
  const { features } = feature(topology, topology.objects.regions);
  return collect(features.map((item, id) => ({ ...item, id, properties: {} })));
}

/** For every region one copy for each status other than sovereign that it ever had. */
export function patternFeatures(regions: Features, atlas: Atlas): Features {
  const features: GeoJSON.Feature[] = [];
  const seen = new Set<number>();
  for (const { region, status } of atlas.holdings) {
    const id = patternId(region, STATUSES.indexOf(status));
    const geometry = regions.features[region]?.geometry;
    if (!PATTERNED.includes(status) || seen.has(id) || !geometry) continue;
    seen.add(id);
    features.push({ type: 'Feature', id, properties: { status }, geometry });
  }
  return collect(features);
}

/** The line of an edge; null when the level of detail leaves it out. */
export function edgeLine(topology: RegionTopology, edge: number): GeoJSON.LineString | null {
  const geometry = feature(topology, { type: 'LineString', arcs: [edge] }).geometry as GeoJSON.LineString;
  const [first, second] = geometry.coordinates;
  const isEmpty =
    geometry.coordinates.length === 2 && first?.[0] === second?.[0] && first?.[1] === second?.[1];
  return isEmpty ? null : geometry;
}

/** Feature id of an edge as a border of one kind. */
export const borderId = (edge: number, kind: BorderKind): number =>
  edge * BORDER_KINDS.length + BORDER_KINDS.indexOf(kind);

/**
 * The edges of the partition as lines: coasts, and for every edge between regions one copy for each kind of border it ever is, so that
 * each copy has the look of its kind for good and a day only shows or hides it.
 */
export function edgeFeatures(
  topology: RegionTopology,
  atlas: Atlas,
): { coasts: Features; borders: Features } {
  const coasts: GeoJSON.Feature[] = [];
  const borders: GeoJSON.Feature[] = [];
  atlas.edges.forEach(({ left, right }, edge) => {
    const geometry = edgeLine(topology, edge);
    if (!geometry) return;
    if (left < 0 || right < 0) {
      coasts.push({ type: 'Feature', id: edge, properties: {}, geometry });
      return;
    }
    for (const kind of kindsOf(atlas, left, right)) {
      borders.push({ type: 'Feature', id: borderId(edge, kind), properties: { kind }, geometry });
    }
  });
  return { coasts: collect(coasts), borders: collect(borders) };
}

/** The kinds of border that there ever is between two regions. */
function kindsOf(atlas: Atlas, left: number, right: number): Set<BorderKind> {
  const days = [...atlas.historyOf(left), ...atlas.historyOf(right)].map(({ holding }) => holding.from);
  const kinds = new Set(
    days.map((day) => borderBetween(atlas.holdingOn(left, day), atlas.holdingOn(right, day))),
  );
  kinds.delete('none');
  return kinds;
}

/** The edges round some regions taken as one piece of land. */
export function outlineOf(atlas: Atlas, regions: readonly number[]): number[] {
  const inside = new Set(regions);
  const edges = new Set(regions.flatMap((region) => atlas.edgesOfRegion[region] ?? []));
  return [...edges].filter((edge) => {
    const { left, right } = atlas.edges[edge] ?? { left: -1, right: -1 };
    return inside.has(left) !== inside.has(right);
  });
}

/** A name with the days on which it is shown; the id of the feature is its index. */
export interface ShownLabel {
  readonly from: Day;
  readonly to: Day;
}

/** All names that are ever shown, and when each of them is. */
export interface LabelFeatures {
  readonly features: Features;
  readonly spans: readonly ShownLabel[];
}

/** Names of states and units, in English or as they called themselves, one feature for each interval in which name and place stay. */
export function labelFeatures(atlas: Atlas, names: 'english' | 'local' = 'english'): LabelFeatures {
  const features: GeoJSON.Feature[] = [];
  const spans: ShownLabel[] = [];
  for (const label of atlas.bundle.labels) {
    for (const name of atlas.polities[label.polity]?.names ?? []) {
      const from = Math.max(label.from ?? 0, name.from ?? 0);
      const to = Math.min(label.to ?? Infinity, name.to ?? Infinity);
      if (from >= to) continue;
      const { text, emPerDegree } = labelFits(
        names === 'local' ? (name.local ?? name.name) : name.name,
        label.width,
        label.of,
      );
      spans.push({ from, to });
      features.push({
        type: 'Feature',
        id: features.length,
        properties: { text, emPerDegree, of: label.of, rank: -label.km2, home: label.home ?? false },
        geometry: { type: 'Point', coordinates: [...label.at] },
      });
    }
  }
  return { features: collect(features), spans };
}

/** Rivers and lakes. */
export function contextFeatures(topology: ContextTopology): { rivers: Features; lakes: Features } {
  return {
    rivers: feature(topology, topology.objects.rivers),
    lakes: feature(topology, topology.objects.lakes),
  };
}

/** Towns with the name of the day; capitals of the states of the day are marked. */
export function townFeatures(atlas: Atlas, day: Day): Features {
  const capitals = capitalPlaces(atlas, day);
  return collect(
    atlas.places.map((place, id) => ({
      type: 'Feature' as const,
      id,
      properties: { name: atlas.placeNameOn(place, day), rank: place.rank, capital: capitals.has(id) },
      geometry: { type: 'Point' as const, coordinates: [...place.at] },
    })),
  );
}

/** Which names and capitals towns have on a day, as a text to compare: towns are redrawn only when it differs. */
export function townsKey(atlas: Atlas, day: Day): string {
  const names = atlas.places.map((place) => atlas.placeNameOn(place, day));
  return [...names, ...capitalPlaces(atlas, day)].join('|');
}

/** Indices of the places that are capitals of states that hold land on the day. */
function capitalPlaces(atlas: Atlas, day: Day): Set<number> {
  const holders = new Set(atlas.regions.map((_, region) => atlas.holdingOn(region, day).holder));
  const found = new Set<number>();
  for (const holder of holders) {
    for (const { at, from, to } of atlas.polities[holder]?.capitals ?? []) {
      if (!isWithin(day, from, to)) continue;
      const place = atlas.places.findIndex((candidate) => isSamePlace(candidate.at, at));
      if (place >= 0) found.add(place);
    }
  }
  return found;
}

/** Positions typed to a hundredth of a degree, of one town: at most about 10 km apart. */
const isSamePlace = (a: Position, b: Position) => Math.abs(a[0] - b[0]) < 0.1 && Math.abs(a[1] - b[1]) < 0.07;

/** Sites and lines of the given spheres, as far as they are there on the day. */
export function sphereFeatures(
  atlas: Atlas,
  ids: readonly string[],
  day: Day,
): { points: Features; lines: Features } {
  const spheres = atlas.spheres.filter((sphere) => ids.includes(sphere.id));
  const isThere = ({ from, to }: Dated) => isWithin(day, from, to);
  const points = spheres.flatMap((sphere) => sphere.points.filter(isThere));
  const lines = spheres.flatMap((sphere) => sphere.lines.filter(isThere));
  return {
    points: collect(
      points.map(({ name, at, note }) => ({
        type: 'Feature',
        properties: { name, note: note ?? '' },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    ),
    lines: collect(
      lines.map(({ name, coordinates }) => ({
        type: 'Feature',
        properties: { name },
        geometry: {
          type: 'MultiLineString',
          coordinates: coordinates.map((line) => line.map((point) => [...point])),
        },
      })),
    ),
  };
}

function collect(features: GeoJSON.Feature[]): Features {
  return { type: 'FeatureCollection', features };
}
