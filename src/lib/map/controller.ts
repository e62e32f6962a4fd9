import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Atlas } from '../atlas/atlas';
import type { Bounds } from '../atlas/types';
import type { Day } from '../time/day';
import { Flash } from './flash';
import { fontFaces } from './fonts';
import { addImages } from './images';
import type { MapTheme } from './palette';
import { Overlays } from './overlays';
import { listenToPointer, type PointerEvents } from './pointer';
import { ShownDay, eventPoints, type SetState } from './shown-day';
import {
  contextFeatures,
  edgeFeatures,
  labelFeatures,
  patternFeatures,
  regionFeatures,
  type ContextTopology,
  type RegionTopology,
} from './sources';
import { makeStyle } from './style';

/** Where the map looks. */
export interface MapCamera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** What the map tells its owner. */
export interface MapEvents extends PointerEvents {
  /** The camera came to rest. */
  rest(camera: MapCamera): void;
  /** The first map is on the screen. */
  ready(): void;
}

/** The land on which the atlas opens: from the Rhine to the Volga. */
const OPENING_BOUNDS: Bounds = [6, 43.5, 41, 61.5];
/** An area is shown with this share of its size as margin on each side, and not closer than this zoom. */
const SURROUNDINGS = 0.35;
const CLOSEST_FIT = 6;
/** The scrub rests when no new day came for this long, ms. */
const REST_MS = 110;

/** Thrown when the browser has no WebGL2. */
export class NoWebGlError extends Error {
  override readonly name = 'NoWebGlError';
}

/**
 * Owns the map: remembers the last value of each input, skips equal ones, and turns a new day into the fewest feature-states, once a
 * frame.
 */
export class AtlasMap {
  #atlas: Atlas;
  readonly #map: maplibregl.Map;
  readonly #overlays: Overlays;
  #shown: ShownDay;
  #flash: Flash;
  #labels: ReturnType<typeof labelFeatures>;
  #theme: MapTheme;
  #geometry: RegionTopology;
  #context: ContextTopology | null = null;
  #wantedDay: Day;
  #layers: readonly string[] = [];
  #selected: readonly number[] = [];
  #frame = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #isReady = false;

  /** @throws NoWebGlError when the browser cannot draw the map */
  constructor(
    container: HTMLElement,
    init: {
      atlas: Atlas;
      geometry: RegionTopology;
      day: Day;
      theme: MapTheme;
      camera: MapCamera | null;
    },
    events: MapEvents,
  ) {
    if (!document.createElement('canvas').getContext('webgl2'))
      throw new NoWebGlError('this browser has no WebGL2');
    maplibregl.setWorkerUrl(new URL(workerUrl, location.href).href);
    this.#atlas = init.atlas;
    this.#geometry = init.geometry;
    this.#theme = init.theme;
    this.#wantedDay = init.day;
    this.#labels = labelFeatures(init.atlas);
    const { camera } = init;
    this.#map = new maplibregl.Map({
      container,
      style: makeStyle(init.theme, fontFaces(location.href)),
      ...(camera
        ? { center: [camera.lon, camera.lat], zoom: camera.zoom }
        : {
            bounds: [...OPENING_BOUNDS] as [number, number, number, number],
          }),
      maxZoom: 11,
      minZoom: 0.6,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: 0,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#overlays = new Overlays(this.#map, init.atlas, init.geometry);
    this.#shown = this.#makeShown();
    this.#flash = this.#makeFlash();
    this.#map.once('style.load', () => {
      this.#fillStyle();
      this.#map.once('idle', () => {
        this.#isReady = true;
        events.ready();
      });
    });
    listenToPointer(this.#map, events);
    this.#map.on('moveend', () => {
      const { lng, lat } = this.#map.getCenter().wrap();
      events.rest({ lon: lng, lat, zoom: this.#map.getZoom() });
    });
  }

  /** Shows a day with the next frame. */
  setDay(day: Day): void {
    this.#wantedDay = day;
    if (this.#frame || (!this.#map.isStyleLoaded() && this.#shown.day === null)) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#showWantedDay();
    });
  }

  /** Outlines the given regions, and no others. */
  setSelected(regions: readonly number[]): void {
    this.#selected = regions;
    if (this.#shown.day !== null) this.#overlays.select(regions);
  }

  /** Draws the spheres, pacts and sites with these ids over the map. */
  setLayers(ids: readonly string[]): void {
    this.#layers = ids;
    if (this.#shown.day !== null) this.#showLayers();
  }

  /** Changes the colours; the day stays. */
  setTheme(theme: MapTheme): void {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.#map.once('style.load', () => this.#fillStyle());
    this.#map.setStyle(makeStyle(theme, fontFaces(location.href)), { diff: false });
  }

  /** Puts finer geometry, with the same regions and edges, in the place of what is drawn. */
  setGeometry(geometry: RegionTopology): void {
    this.#geometry = geometry;
    if (this.#shown.day === null) return;
    this.#overlays.use(this.#atlas, geometry);
    this.#fillLand();
    this.#overlays.redraw();
    this.#overlays.towns(this.#wantedDay);
    this.#shown.repeat();
  }

  /** Shows other facts on the same land: the atlas through a lens, or without one. */
  setAtlas(atlas: Atlas): void {
    if (atlas === this.#atlas) return;
    this.#atlas = atlas;
    this.#overlays.use(atlas, this.#geometry);
    this.#flash.clear();
    const wasShown = this.#shown.day !== null;
    this.#labels = labelFeatures(atlas);
    this.#shown = this.#makeShown();
    this.#flash = this.#makeFlash();
    if (!wasShown) return;
    for (const source of ['regions', 'patterns', 'borders', 'labels', 'events'])
      this.#map.removeFeatureState({ source });
    this.#fillStyle();
  }

  /** Rivers and lakes, which may come later than the land. */
  setContext(context: ContextTopology): void {
    this.#context = context;
    if (this.#shown.day !== null) this.#fillContext();
  }

  /** Goes to a camera that did not come from the map itself. */
  setCamera({ lon, lat, zoom }: MapCamera): void {
    const { lng, lat: nowLat } = this.#map.getCenter();
    if (
      Math.abs(lng - lon) < 0.002 &&
      Math.abs(nowLat - lat) < 0.002 &&
      Math.abs(this.#map.getZoom() - zoom) < 0.01
    )
      return;
    this.#map.easeTo({ center: [lon, lat], zoom, duration: 600 });
  }

  /** Shows an area whole with the land round it, so that a small place can be told from another. */
  fit([west, south, east, north]: Bounds): void {
    const [dLon, dLat] = [(east - west) * SURROUNDINGS, (north - south) * SURROUNDINGS];
    const bounds: [number, number, number, number] = [
      west - dLon,
      Math.max(-85, south - dLat),
      east + dLon,
      Math.min(85, north + dLat),
    ];
    this.#map.fitBounds(bounds, { maxZoom: CLOSEST_FIT, duration: 700 });
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: 250 });
  }

  /** The day that the map shows now; null before the first. */
  get shownDay(): Day | null {
    return this.#shown.day;
  }

  /** The MapLibre map, for tests and pictures. */
  get map(): maplibregl.Map {
    return this.#map;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    this.#flash.clear();
    this.#map.remove();
  }

  #source(name: string): maplibregl.GeoJSONSource {
    return this.#map.getSource(name) as maplibregl.GeoJSONSource;
  }

  #makeShown(): ShownDay {
    return new ShownDay(this.#atlas, this.#labels.spans, this.#theme, this.#setState, (edges) =>
      this.#overlays.veilEdges(edges),
    );
  }

  #makeFlash(): Flash {
    const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
    return new Flash(this.#atlas, this.#setState, (edges) => this.#overlays.ghosts(edges), isStill);
  }

  readonly #setState: SetState = (source, id, state) =>
    this.#map.setFeatureState({ source, id }, { ...state });

  #fillStyle(): void {
    if (!this.#map.hasImage('town')) addImages(this.#map);
    this.#fillLand();
    this.#overlays.select(this.#selected);
    this.#overlays.redraw();
    this.#source('labels').setData(this.#labels.features);
    this.#source('events').setData({
      type: 'FeatureCollection',
      features: eventPoints(this.#atlas).map(({ change, name, at }, id) => ({
        type: 'Feature',
        id,
        properties: { change: change.id, name },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    });
    this.#fillContext();
    if (this.#shown.day === null) this.#showWantedDay();
    else this.#shown.repeat(this.#theme);
    this.#overlays.towns(this.#wantedDay);
    this.#showLayers();
  }

  #fillLand(): void {
    const regions = regionFeatures(this.#geometry);
    this.#source('regions').setData(regions);
    this.#source('patterns').setData(patternFeatures(regions, this.#atlas));
    const { coasts, borders } = edgeFeatures(this.#geometry, this.#atlas);
    this.#source('coasts').setData(coasts);
    this.#source('borders').setData(borders);
  }

  #fillContext(): void {
    if (!this.#context) return;
    const { rivers, lakes } = contextFeatures(this.#context);
    this.#source('rivers').setData(rivers);
    this.#source('lakes').setData(lakes);
  }

  #showWantedDay(): void {
    const day = this.#wantedDay;
    if (day === this.#shown.day) return;
    this.#flash.clear();
    this.#shown.goTo(day);
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#restOn(day), REST_MS);
  }

  /** What has time until the scrub rests: town names, and the land that moved. */
  #restOn(day: Day): void {
    this.#overlays.towns(day);
    this.#overlays.spheres(this.#layers, day);
    this.#flash.show(day);
  }

  #showLayers(): void {
    this.#shown.setLayers(this.#layers);
    this.#overlays.spheres(this.#layers, this.#shown.day ?? this.#wantedDay);
  }
}
