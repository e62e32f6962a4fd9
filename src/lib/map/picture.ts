import type { Atlas } from '../atlas/atlas';
import type { Bounds } from '../atlas/types';
import type { Day } from '../time/day';
import { AtlasMap, type Names } from './controller';
import type { MapTheme } from './palette';
import type { ContextTopology, RegionTopology } from './sources';

/** What a picture shows. */
export interface PictureView {
  /** The atlas as it is seen: through a lens, or without one. */
  readonly atlas: Atlas;
  readonly day: Day;
  /** An area that is shown whole, or a camera: degrees, and the zoom of web maps on a map of the picture's size. */
  readonly look:
    { readonly bounds: Bounds } | { readonly lon: number; readonly lat: number; readonly zoom: number };
  /** Indices of regions to outline. */
  readonly selected: readonly number[];
  /** Ids of spheres to draw. */
  readonly layers: readonly string[];
  readonly names?: Names;
}

/** The paper on which pictures are made. */
export interface PictureSheet {
  readonly geometry: RegionTopology;
  readonly context: ContextTopology | null;
  readonly theme: MapTheme;
  /** CSS pixels: they decide how large names and lines are beside the land. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one CSS pixel. */
  readonly pixelRatio: number;
}

/** A new day is drawn whole, with names and ghosts of old borders, when it has stood for this long, ms. */
const REST_MS = 160;
/** A map that has not drawn itself after this time never will: a hidden window, or no graphics left. */
const GIVE_UP_MS = 120_000;

/** Thrown when no picture could be made. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/**
 * A map off the screen that makes pictures, one after the other. It must be removed after use: browsers have few such maps to give.
 * The window must be visible, because hidden ones draw nothing.
 */
export class PictureMap {
  readonly #box: HTMLElement;
  readonly #map: AtlasMap;
  readonly #ready: Promise<void>;

  /** @throws NoWebGlError when the browser cannot draw the map */
  constructor(sheet: PictureSheet, first: PictureView) {
    this.#box = document.createElement('div');
    this.#box.inert = true;
    this.#box.style.cssText = `position: fixed; left: -${sheet.width + 100}px; top: 0; width: ${sheet.width}px; height: ${sheet.height}px`;
    document.body.append(this.#box);
    let isReady: () => void;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    try {
      this.#map = new AtlasMap(
        this.#box,
        { atlas: first.atlas, geometry: sheet.geometry, day: first.day, theme: sheet.theme, camera: null },
        {
          hover: () => undefined,
          click: () => undefined,
          clickChange: () => undefined,
          rest: () => undefined,
          inView: () => undefined,
          ready: () => isReady(),
        },
      );
    } catch (error) {
      this.#box.remove();
      throw error;
    }
    const { map } = this.#map;
    map.setPixelRatio(sheet.pixelRatio);
    map.on('render', () => awaitGraphics(map));
    map.once('style.load', () => {
      // The swelling of land that moved has no place in a picture.
      map.setLayoutProperty('pulse', 'visibility', 'none');
    });
    if (sheet.context) this.#map.setContext(sheet.context);
    this.#ready = within(ready);
  }

  /**
   * Makes one picture.
   * @param isWhole false: without waiting for names and ghosts, for one of many pictures of time passing
   * @returns a canvas of its own, of `width * pixelRatio` by `height * pixelRatio` pixels
   * @throws PictureError when the map cannot draw, DOMException `AbortError` when `signal` says so
   */
  async take(view: PictureView, signal?: AbortSignal, isWhole = true): Promise<HTMLCanvasElement> {
    signal?.throwIfAborted();
    await this.#ready;
    signal?.throwIfAborted();
    const { map } = this.#map;
    this.#map.setAtlas(view.atlas, view.names);
    this.#map.setLayers(view.layers);
    this.#map.setSelected(view.selected);
    this.#map.setDay(view.day);
    const { look } = view;
    if ('bounds' in look) {
      const [west, south, east, north] = look.bounds;
      map.fitBounds([west, south, east, north], { duration: 0 });
    } else map.jumpTo({ center: [look.lon, look.lat], zoom: look.zoom });
    await within(this.#drawn((shown) => shown === view.day, signal));
    if (isWhole) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      // Names are placed with the frame after the one in which they came.
      for (let frame = 0; frame < 2; frame++) await within(this.#drawn(() => map.loaded(), signal));
    }
    return this.#read();
  }

  remove(): void {
    this.#map.remove();
    this.#box.remove();
  }

  /** The next frame on which the map is as it should be. */
  #drawn(isSo: (shown: Day | null) => boolean, signal?: AbortSignal): Promise<void> {
    const { map } = this.#map;
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (signal?.aborted) {
          map.off('render', look);
          reject(signal.reason as Error);
        } else if (isSo(this.#map.shownDay)) {
          map.off('render', look);
          resolve();
        } else requestAnimationFrame(() => map.triggerRepaint());
      };
      map.on('render', look);
      map.triggerRepaint();
    });
  }

  /** The canvas can be read only while its frame is being drawn. */
  #read(): Promise<HTMLCanvasElement> {
    const { map } = this.#map;
    return within(
      new Promise((resolve, reject) => {
        map.once('render', () => {
          const drawn = map.getCanvas();
          const copy = document.createElement('canvas');
          copy.width = drawn.width;
          copy.height = drawn.height;
          const context = copy.getContext('2d');
          if (!context) {
            reject(new PictureError('the browser has no memory for another picture'));
            return;
          }
          context.drawImage(drawn, 0, 0);
          resolve(copy);
        });
        map.triggerRepaint();
      }),
    );
  }
}

/**
 * Waits until a frame is really drawn. Nothing slows a map off the screen down: without this its frames would pile up before a weak
 * graphics card, and reading the picture would have to wait for all of them.
 */
function awaitGraphics(map: AtlasMap['map']): void {
  const context = map.getCanvas().getContext('webgl2');
  context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
}

/** Makes a single picture and removes the map again. See `PictureMap` for what is thrown. */
export async function takePicture(
  sheet: PictureSheet,
  view: PictureView,
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const map = new PictureMap(sheet, view);
  try {
    return await map.take(view, signal);
  } finally {
    map.remove();
  }
}

function within<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(new PictureError('the map drew nothing: keep this window visible while pictures are made')),
      GIVE_UP_MS,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
