import type { Browser, Page } from 'playwright-core';
import { visit, type VisitOptions } from '../browser/visit';

/** What the tests ask of the map in the page: the part of `AtlasMap` they use. */
interface PageMap {
  readonly shownDay: number | null;
  readonly map: {
    project(at: [number, number]): { x: number; y: number };
    queryRenderedFeatures(at: { x: number; y: number }, options: { layers: string[] }): { id?: number }[];
    getFeatureState(of: { source: string; id: number }): Record<string, unknown>;
    jumpTo(camera: { center: [number, number]; zoom: number }): void;
    loaded(): boolean;
    getCanvas(): HTMLCanvasElement;
  };
}
declare global {
  interface Window {
    cordonMap?: PageMap;
  }
}

/** Drives the atlas in a browser in the words of its users: days, places, regions, changes. */
export class AtlasDriver {
  readonly page: Page;
  /** Console errors and failed loads so far. */
  readonly errors: readonly string[];
  /** Requests to other hosts so far. */
  readonly foreign: readonly string[];

  private constructor(page: Page, errors: readonly string[], foreign: readonly string[]) {
    this.page = page;
    this.errors = errors;
    this.foreign = foreign;
  }

  /** Opens a page of the atlas, given below its folder, such as `?date=1939-09-28`, and waits for the map. */
  static async open(
    browser: Browser,
    base: string,
    path = '',
    options: VisitOptions = {},
  ): Promise<AtlasDriver> {
    const { page, errors, foreign } = await visit(browser, new URL(path, base).href, {
      readyWithin: 90_000,
      ...options,
    });
    return new AtlasDriver(page, errors, foreign);
  }

  /** The date that is shown large. */
  date(): Promise<string> {
    return this.page.locator('.dock output').innerText();
  }

  slider() {
    return this.page.getByRole('slider', { name: 'Day' });
  }

  /** The heading of the panel. */
  heading(): Promise<string> {
    return this.page.locator('#side h2').first().innerText();
  }

  /** Waits until the map shows the day that the slider says. */
  async settle(): Promise<void> {
    await this.page.waitForFunction(() => {
      const slider = document.querySelector('[role=slider]');
      return (
        window.cordonMap?.shownDay === Number(slider?.getAttribute('aria-valuenow')) &&
        window.cordonMap.map.loaded()
      );
    });
  }

  /** Looks at a place closely enough to tell its region. */
  async lookAt(lon: number, lat: number, zoom = 6): Promise<void> {
    await this.page.evaluate(([x, y, z]) => window.cordonMap?.map.jumpTo({ center: [x, y], zoom: z }), [
      lon,
      lat,
      zoom,
    ] as const);
    await this.settle();
  }

  /** Moves the pointer over a place that is in view and reads what the map says of it: name of the region, who holds it. */
  async hover(lon: number, lat: number): Promise<string> {
    const { x, y } = await this.pixel(lon, lat);
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
    return (await this.page.locator('.map .tip').innerText()).replace('\n', ': ');
  }

  async click(lon: number, lat: number): Promise<void> {
    const { x, y } = await this.pixel(lon, lat);
    await this.page.mouse.click(x, y);
  }

  /** What is painted at a place: the fill of the region there, and the ink of its pattern. */
  async paint(lon: number, lat: number): Promise<{ fill: unknown; ink: unknown }> {
    return this.page.evaluate(
      ([x, y]) => {
        const { map } = window.cordonMap as PageMap;
        const point = map.project([x, y]);
        const region = map.queryRenderedFeatures(point, { layers: ['regions'] })[0]?.id;
        const patterns = map.queryRenderedFeatures(point, { layers: ['patterns'] });
        const inks = patterns.map(
          ({ id }) => map.getFeatureState({ source: 'patterns', id: id ?? -1 })['ink'],
        );
        return {
          fill: region === undefined ? null : map.getFeatureState({ source: 'regions', id: region })['color'],
          ink: inks.find(Boolean) ?? null,
        };
      },
      [lon, lat] as const,
    );
  }

  private async pixel(lon: number, lat: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      ([x, y]) => {
        const { map } = window.cordonMap as PageMap;
        const box = map.getCanvas().getBoundingClientRect();
        const point = map.project([x, y]);
        return { x: box.left + point.x, y: box.top + point.y };
      },
      [lon, lat] as const,
    );
  }
}
