import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Atlas } from '../atlas/atlas';
import type { Day } from '../time/day';
import {
  edgeLine,
  outlineOf,
  sphereFeatures,
  townFeatures,
  townsKey,
  type LabelFeatures,
  type RegionTopology,
} from './sources';

/**
 * What lies over the land and changes rarely: the outline of what is selected, ghosts of old borders, dates in doubt, edges of spheres, sites, town
 * names. Each has a small source of its own, so that the large ones never have to be laid out again.
 */
export class Overlays {
  readonly #map: MapLibreMap;
  #atlas: Atlas;
  #geometry: RegionTopology;
  #selected: readonly number[] = [];
  #ghosts: readonly number[] = [];
  #inDoubt: readonly number[] = [];
  #veilEdges: ReadonlyMap<number, string> = new Map();
  #townsKey = '';
  #roomKey = '';

  constructor(map: MapLibreMap, atlas: Atlas, geometry: RegionTopology) {
    this.#map = map;
    this.#atlas = atlas;
    this.#geometry = geometry;
  }

  /** Goes on with other facts or finer geometry; `redraw` draws with them. */
  use(atlas: Atlas, geometry: RegionTopology): void {
    this.#atlas = atlas;
    this.#geometry = geometry;
  }

  /** Draws everything again: after the style or the geometry was replaced. */
  redraw(): void {
    this.#townsKey = '';
    this.#roomKey = '';
    this.select(this.#selected);
    this.ghosts(this.#ghosts);
    this.inDoubt(this.#inDoubt);
    this.veilEdges(this.#veilEdges);
  }

  /** Switches a layer that lies over all land on or off: while it is off it costs nothing. */
  cover(layer: 'veil' | 'dim' | 'pulse', isOn: boolean): void {
    this.#map.setPaintProperty(layer, 'fill-layer-opacity', isOn ? 1 : 0);
  }

  /** Outlines regions as one piece of land. */
  select(regions: readonly number[]): void {
    this.#selected = regions;
    this.#draw(
      'outline',
      outlineOf(this.#atlas, regions).map((edge) => ({ edge, color: '' })),
    );
  }

  /** Shows borders that are gone. */
  ghosts(edges: readonly number[]): void {
    if (edges.length === 0 && this.#ghosts.length === 0) return;
    this.#ghosts = edges;
    this.#draw(
      'ghosts',
      edges.map((edge) => ({ edge, color: '' })),
    );
  }

  /** Outlines land that may have changed hands on another day than the one shown. */
  inDoubt(regions: readonly number[]): void {
    if (regions.length === 0 && this.#inDoubt.length === 0) return;
    this.#inDoubt = regions;
    this.#draw(
      'in-doubt',
      outlineOf(this.#atlas, regions).map((edge) => ({ edge, color: '' })),
    );
  }

  /** Draws the limits of spheres and alliances, each edge in its colour. */
  veilEdges(edges: ReadonlyMap<number, string>): void {
    if (edges.size === 0 && this.#veilEdges.size === 0) return;
    this.#veilEdges = edges;
    this.cover('veil', edges.size > 0);
    this.#draw(
      'veil-edges',
      [...edges].map(([edge, color]) => ({ edge, color })),
    );
  }

  /** Towns with their names of the day, when one of them has another name or rank than before. */
  towns(day: Day): void {
    const key = townsKey(this.#atlas, day);
    if (key === this.#townsKey) return;
    this.#townsKey = key;
    this.#source('towns').setData(townFeatures(this.#atlas, day));
  }

  /** Keeps the names of towns clear of the names of states and units that are shown on a day. */
  labelRoom({ features, spans }: LabelFeatures, day: Day): void {
    const shown = features.features.filter((_, label) => {
      const { from, to } = spans[label] ?? { from: 0, to: 0 };
      return from <= day && day < to;
    });
    const key = shown.map(({ id }) => id).join(' ');
    if (key === this.#roomKey) return;
    this.#roomKey = key;
    this.#source('label-room').setData({ type: 'FeatureCollection', features: shown });
  }

  /** Sites and lines of spheres on a day. */
  spheres(ids: readonly string[], day: Day): void {
    const { points, lines } = sphereFeatures(this.#atlas, ids, day);
    this.#source('sphere-points').setData(points);
    this.#source('sphere-lines').setData(lines);
  }

  #draw(source: string, edges: readonly { edge: number; color: string }[]): void {
    this.#source(source).setData({
      type: 'FeatureCollection',
      features: edges.flatMap(({ edge, color }): GeoJSON.Feature[] => {
        const geometry = edgeLine(this.#geometry, edge);
        return geometry ? [{ type: 'Feature', properties: { color }, geometry }] : [];
      }),
    });
  }

  #source(name: string): GeoJSONSource {
    return this.#map.getSource(name) as GeoJSONSource;
  }
}
