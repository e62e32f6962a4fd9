import type { Theme } from '../atlas/types';
import { dayFromIso, type Day } from '../time/day';

/** What is looked at more closely. */
export interface Selection {
  readonly kind: 'region' | 'change' | 'state' | 'sphere';
  readonly id: string;
}

/** Where the map looks: degrees, and the zoom of web maps (0 is the world, 5 half of Europe). */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** How states are named on the map: as English speakers did, or as they called themselves. */
export const NAMES = ['english', 'local'] as const;
export type Names = (typeof NAMES)[number];

/** Everything a viewer sees: a link, a lecture step, a step back in the browser's history are this and nothing else. */
export interface ViewState {
  readonly day: Day;
  /** The day that is compared with; null: none. */
  readonly compareDay: Day | null;
  /** Whether land that is the same on both days is dimmed. */
  readonly dim: boolean;
  readonly selection: Selection | null;
  readonly theme: Theme | null;
  /**
   * What is seen: null everything that is known today; 'known' only what was public on the day; or the id of a lens, the map as one
   * capital recognised it.
   */
  readonly lens: string | null;
  /** Ids of the spheres, pacts and sites drawn over the map. */
  readonly layers: readonly string[];
  readonly names: Names;
  /** null: where the app thinks best for the size of its window. */
  readonly camera: Camera | null;
}

/** The lens that hides what was still secret on the day. */
export const KNOWN_THEN = 'known';

/** The telling moment on which the atlas opens: the day the German-Soviet boundary was agreed. */
export const OPENING_VIEW: ViewState = {
  day: dayFromIso('1939-09-28'),
  compareDay: null,
  dim: false,
  selection: null,
  theme: null,
  lens: null,
  layers: [],
  names: 'english',
  camera: null,
};
