import 'maplibre-gl/dist/maplibre-gl.css';
import atlasUrl from '../../../geodata/dist/atlas.json?url';
import fineUrl from '../../../geodata/dist/regions.topo.json?url';
import { Atlas } from '../../../src/lib/atlas/atlas';
import { AtlasMap } from '../../../src/lib/map/controller';
import type { RegionTopology } from '../../../src/lib/map/sources';
import { dayFromIso } from '../../../src/lib/time/day';
import { WAYS, type Way } from './ways';

/** What the bench asks of the page; called from outside by `page.evaluate`. */
export interface BenchPage {
  /**
   * Steps a map through days and tells for each step how many ms went by from the call until its picture was complete and the graphics
   * card done with it.
   */
  shownTimes(way: Way, days: readonly string[]): Promise<number[]>;
  /** Opens the app's own map; the next two need it. */
  openApp(): Promise<void>;
  /** Shows `count` days of the app's map, one per frame, `step` days apart, to and fro. */
  scrubApp(from: string, count: number, step: number): Promise<{ workerMessages: number }>;
}

// Every message to a worker of the map is layout or loading: a scrub has to get by without any.
let workerMessages = 0;
const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (this: Worker, ...rest: unknown[]) {
  workerMessages++;
  return Reflect.apply(postMessage, this, rest) as undefined;
};

const load = async (url: string): Promise<unknown> => (await fetch(url)).json();
const atlas = new Atlas((await load(atlasUrl)) as ConstructorParameters<typeof Atlas>[0]);
const geometry = (await load(fineUrl)) as RegionTopology;
const container = document.querySelector<HTMLElement>('#map') as HTMLElement;
const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
let app: AtlasMap;

const bench: BenchPage = {
  async shownTimes(way, days) {
    const map = WAYS[way](container, atlas, geometry);
    await map.show(dayFromIso(days[0] ?? '1939-01-01'));
    const times: number[] = [];
    for (const iso of days.slice(1)) {
      const start = performance.now();
      await map.show(dayFromIso(iso));
      times.push(performance.now() - start);
      await frame();
    }
    map.remove();
    return times;
  },

  openApp() {
    return new Promise((ready) => {
      const day = dayFromIso('1939-08-31');
      const nothing = () => undefined;
      app = new AtlasMap(
        container,
        { atlas, geometry, day, theme: 'paper', camera: null },
        {
          hover: nothing,
          click: nothing,
          clickChange: nothing,
          rest: nothing,
          inView: nothing,
          ready: () => ready(),
        },
      );
    });
  },

  async scrubApp(from, count, step) {
    const first = dayFromIso(from);
    const days = Math.floor((dayFromIso('1955-12-31') - first) / step);
    workerMessages = 0;
    for (let at = 0; at < count; at++) {
      const turn = at % (2 * days);
      app.setDay(first + step * (turn < days ? turn : 2 * days - turn));
      await frame();
    }
    return { workerMessages };
  },
};

Object.assign(window, { bench });
