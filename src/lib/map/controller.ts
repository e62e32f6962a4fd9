import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Atlas } from '../atlas/atlas';
import type { Bounds } from '../atlas/types';
import type { Day } from '../time/day';
import { cameraOf, fitTo, moveTo, type MapCamera } from './camera';
import { OPENING_BOUNDS, createMap, styleOf } from './create-map';
import { Dimmed } from './dimmed';
import { Flash } from './flash';
import { addImages } from './images';
import type { MapTheme } from './palette';
import { Overlays } from './overlays';
import { listenToPointer, type PointerEvents } from './pointer';
import { Rest } from './rest';
import { ShownDay, eventFeatures, type SetState } from './shown-day';
import {
  contextFeatures,
  edgeFeatures,
  labelFeatures,
  patternFeatures,
  regionFeatures,
  type ContextTopology,
  type LabelFeatures,
  type RegionTopology,
} from './sources';

/** How states are named: as English speakers did, or as they called themselves. */
export type Names = 'english' | 'local';

/** What the map tells its owner. */
export interface MapEvents extends PointerEvents {
  /** The camera came to rest. */
  rest(camera: MapCamera): void;
  /** Other regions are in the window than before. */
  inView(regions: ReadonlySet<number>): void;
  /** The first map is on the screen. */
  ready(): void;
}

/** Time of a flight from one camera to another, ms; with reduced motion the map jumps. */
const FLIGHT_MS = 700;

/**
 * Owns the map: remembers the last value of each input, skips equal ones, and turns a new day into the fewest feature-states, once a
 * frame.
 */
export class AtlasMap {
  #atlas: Atlas;
  readonly #map: MapLibreMap;
  readonly #overlays: Overlays;
  #shown: ShownDay;
  #flash: Flash;
  #labels: LabelFeatures;
  #theme: MapTheme;
  #names: Names;
  #geometry: RegionTopology;
  #context: ContextTopology | null = null;
  #wantedDay: Day;
  #layers: readonly string[] = [];
  #selected: readonly number[] = [];
  #frame = 0;
  readonly #rest = new Rest((day) => this.#restOn(day));
  #isReady = false;
  readonly #dimmed: Dimmed;

  /** @throws NoWebGlError when the browser cannot draw the map */
  constructor(
    container: HTMLElement,
    init: {
      atlas: Atlas;
      geometry: RegionTopology;
      day: Day;
      theme: MapTheme;
      names?: Names;
      camera: MapCamera | null;
    },
    events: MapEvents,
  ) {
    this.#atlas = init.atlas;
    this.#geometry = init.geometry;
    this.#theme = init.theme;
    this.#names = init.names ?? 'english';
    this.#wantedDay = init.day;
    this.#labels = labelFeatures(init.atlas, this.#names);
    this.#map = createMap(container, init.theme, init.camera);
    this.#overlays = new Overlays(this.#map, init.atlas, init.geometry);
    this.#shown = this.#makeShown();
    this.#flash = this.#makeFlash();
    this.#dimmed = new Dimmed(this.#setState, (isOn) => this.#overlays.cover('dim', isOn));
    this.#map.once('style.load', () => {
      this.#fillStyle();
      this.#map.once('idle', () => {
        this.#isReady = true;
        events.ready();
        events.inView(this.regionsInView);
      });
    });
    listenToPointer(this.#map, events);
    this.#map.on('moveend', () => {
      events.rest(cameraOf(this.#map));
      void this.#map.once('idle').then(() => events.inView(this.regionsInView));
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
    this.#map.setStyle(styleOf(theme), { diff: false });
  }

  /** Puts finer geometry, with the same regions and edges, in the place of what is drawn. */
  setGeometry(geometry: RegionTopology): void {
    this.#geometry = geometry;
    if (this.#shown.day === null) return;
    this.#overlays.use(this.#atlas, geometry);
    this.#fillLand();
    this.#overlays.redraw();
    this.#showNames(this.#wantedDay);
    this.#shown.repeat();
  }

  /** Shows other facts on the same land, the atlas through a lens or without one, or other names of states. */
  setAtlas(atlas: Atlas, names: Names = 'english'): void {
    if (atlas === this.#atlas && names === this.#names) return;
    this.#atlas = atlas;
    this.#names = names;
    this.#overlays.use(atlas, this.#geometry);
    this.#flash.clear();
    const wasShown = this.#shown.day !== null;
    this.#labels = labelFeatures(atlas, names);
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
  setCamera(camera: MapCamera): void {
    moveTo(this.#map, camera, flightMs());
  }

  /** Shows an area whole with the land round it. */
  fit(bounds: Bounds): void {
    fitTo(this.#map, bounds, flightMs());
  }

  /** Dims all land but the given regions; null dims none. */
  setUndimmed(regions: readonly number[] | null): void {
    this.#dimmed.keep(regions);
    if (this.#shown.day !== null) this.#dimmed.show(this.#atlas.regions.length);
  }

  zoomBy(steps: number): void {
    this.#map.zoomTo(this.#map.getZoom() + steps, { duration: flightMs() / 3 });
  }

  /** Goes back to the land on which the atlas opens. */
  goHome(): void {
    this.#map.fitBounds(OPENING_BOUNDS, { duration: flightMs() });
  }

  /** The day that the map shows now; null before the first. */
  get shownDay(): Day | null {
    return this.#shown.day;
  }

  /** The MapLibre map, for tests and pictures. */
  get map(): MapLibreMap {
    return this.#map;
  }

  /** What the window shows. */
  get bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** The regions that the window shows a part of. */
  get regionsInView(): ReadonlySet<number> {
    return new Set(this.#map.queryRenderedFeatures({ layers: ['regions'] }).map(({ id }) => Number(id)));
  }

  /** The map as it is now, as the address of a picture. */
  snapshot(): string {
    // The canvas holds a picture only until the browser has shown the frame.
    this.#map.redraw();
    return this.#map.getCanvas().toDataURL();
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#rest.cancel();
    this.#flash.clear();
    this.#map.remove();
  }

  #source(name: string): GeoJSONSource {
    return this.#map.getSource(name) as GeoJSONSource;
  }

  #makeShown(): ShownDay {
    return new ShownDay(this.#atlas, this.#labels.spans, this.#theme, this.#setState, (edges) =>
      this.#overlays.veilEdges(edges),
    );
  }

  #makeFlash(): Flash {
    return new Flash(
      this.#atlas,
      this.#setState,
      (edges) => this.#overlays.ghosts(edges),
      (regions) => this.#overlays.inDoubt(regions),
      (isOn) => this.#overlays.cover('pulse', isOn),
      isStill,
    );
  }

  readonly #setState: SetState = (source, id, state) =>
    this.#map.setFeatureState({ source, id }, { ...state });

  #fillStyle(): void {
    if (!this.#map.hasImage('town')) addImages(this.#map);
    this.#fillLand();
    this.#overlays.select(this.#selected);
    this.#overlays.redraw();
    this.#source('labels').setData(this.#labels.features);
    this.#source('events').setData(eventFeatures(this.#atlas));
    this.#fillContext();
    if (this.#shown.day === null) this.#showWantedDay();
    else this.#shown.repeat(this.#theme);
    this.#showNames(this.#wantedDay);
    this.#showLayers();
    this.#dimmed.forget();
    this.#dimmed.show(this.#atlas.regions.length);
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
    this.#rest.moved(day);
  }

  /** What has time until the scrub rests: town names, and the land that moved. */
  #restOn(day: Day): void {
    this.#showNames(day);
    this.#overlays.spheres(this.#layers, day);
    this.#flash.show(day);
  }

  #showNames(day: Day): void {
    this.#overlays.labelRoom(this.#labels, day);
    this.#overlays.towns(day);
  }

  #showLayers(): void {
    this.#shown.setLayers(this.#layers);
    this.#overlays.spheres(this.#layers, this.#shown.day ?? this.#wantedDay);
  }
}

const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const flightMs = () => (isStill() ? 0 : FLIGHT_MS);
