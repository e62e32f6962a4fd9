import type { Atlas } from '../atlas/atlas';
import type { Change, Theme } from '../atlas/types';
import { LAST_DAY, clampDay, type Day } from '../time/day';
import { advance, stopsOf, type PlaybackState, type Speed } from './playback';
import type { Camera, Selection, ViewState } from './view-state';

/** How a new view enters the browser's history: choosing pushes, dragging replaces. */
export type Visit = 'push' | 'replace';

/** Hears of every new view. */
export type VisitListener = (view: ViewState, visit: Visit) => void;

/**
 * What the viewer looks at, and the commands that change it. The map, the slider and the panels read it and call it; they never talk to
 * each other.
 */
export class Session {
  readonly atlas: Atlas;
  readonly #onVisit: VisitListener;
  #view = $state.raw<ViewState>() as ViewState;
  #playing = $state(false);
  #speed = $state<Speed>(1);
  #playback: PlaybackState = { day: 0, restSeconds: 0 };

  constructor(atlas: Atlas, view: ViewState, onVisit: VisitListener) {
    this.atlas = atlas;
    this.#view = view;
    this.#onVisit = onVisit;
  }

  get view(): ViewState {
    return this.#view;
  }

  get day(): Day {
    return this.#view.day;
  }

  get selection(): Selection | null {
    return this.#view.selection;
  }

  get theme(): Theme | null {
    return this.#view.theme;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** Index of the selected region, or undefined. */
  readonly region = $derived.by(() =>
    this.#view.selection?.kind === 'region' ? this.atlas.regionIndex(this.#view.selection.id) : undefined,
  );

  /** Index of the selected change, or undefined. */
  readonly change = $derived.by(() =>
    this.#view.selection?.kind === 'change' ? this.atlas.changeIndex(this.#view.selection.id) : undefined,
  );

  /** Index of the selected state, or undefined. */
  readonly state = $derived.by(() =>
    this.#view.selection?.kind === 'state' ? this.atlas.polityIndex(this.#view.selection.id) : undefined,
  );

  /** Changes that `[`, `]` and playback visit: of the theme, when one is chosen. */
  readonly changes: readonly Change[] = $derived.by(() => {
    const { theme } = this.#view;
    return theme === null
      ? this.atlas.changes
      : this.atlas.changes.filter((change) => change.themes.includes(theme));
  });

  readonly #stops = $derived(stopsOf(this.changes));

  /** Shows a view as a whole: from a link, a lecture step or the browser's history. */
  restore(view: ViewState): void {
    this.pause();
    this.#view = view;
  }

  /** Goes to a day. While a slider is dragged the visit is a `replace`. */
  goTo(day: Day, visit: Visit = 'push'): void {
    this.pause();
    this.#set({ day: clampDay(day) }, visit);
  }

  select(selection: Selection | null): void {
    this.#set({ selection }, 'push');
  }

  /** Opens a change on its day. */
  openChange(change: Change): void {
    this.pause();
    this.#set({ day: change.day, selection: { kind: 'change', id: change.id } }, 'push');
  }

  /**
   * Goes to the next (1) or previous (-1) change: of the selected region when one is selected, else of the theme. A selected change
   * gives way to its neighbour, also on the same day.
   */
  stepChange(step: 1 | -1): void {
    this.pause();
    const { selection, theme } = this.#view;
    if (this.region !== undefined) {
      const next = this.atlas.neighbourChange(this.day, step, { region: this.region });
      if (next !== null) this.#set({ day: this.atlas.changes[next]?.day ?? this.day }, 'push');
      return;
    }
    const own =
      selection?.kind === 'change' ? this.changes.findIndex((change) => change.id === selection.id) : -1;
    const neighbour = this.changes[own + step];
    if (own >= 0 && neighbour && this.changes[own]?.day === this.day) {
      this.openChange(neighbour);
      return;
    }
    const next = this.atlas.neighbourChange(this.day, step, { theme: theme ?? undefined });
    const change = next === null ? undefined : this.atlas.changes[next];
    if (change) this.openChange(change);
  }

  setTheme(theme: Theme | null): void {
    this.#set({ theme }, 'push');
  }

  /** Shows or hides a sphere, pact or set of sites. */
  toggleLayer(id: string): void {
    const { layers } = this.#view;
    this.#set(
      { layers: layers.includes(id) ? layers.filter((other) => other !== id) : [...layers, id] },
      'push',
    );
  }

  /** Remembers where the map looks. */
  lookAt(camera: Camera): void {
    const { camera: now } = this.#view;
    if (now && now.lon === camera.lon && now.lat === camera.lat && now.zoom === camera.zoom) return;
    this.#set({ camera }, 'replace');
  }

  play(): void {
    if (this.#playing) return;
    const day = this.day >= LAST_DAY ? 0 : this.day;
    this.#playback = { day, restSeconds: 0 };
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
  }

  togglePlay(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  setSpeed(speed: Speed): void {
    this.#speed = speed;
  }

  /** Moves playback on; called once a frame with the seconds since the last one. */
  tick(seconds: number): void {
    if (!this.#playing) return;
    // A tab that slept must not leap over years.
    this.#playback = advance(this.#playback, Math.min(seconds, 0.1), this.#speed, this.#stops);
    const day = Math.floor(this.#playback.day);
    if (day !== this.day) this.#set({ day }, 'replace');
    if (day >= LAST_DAY) this.pause();
  }

  #set(part: Partial<ViewState>, visit: Visit): void {
    this.#view = { ...this.#view, ...part };
    this.#onVisit(this.#view, visit);
  }
}
