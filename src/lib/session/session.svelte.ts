import type { Atlas } from '../atlas/atlas';
import { claimOn } from '../atlas/lens';
import { releaseDays } from '../atlas/secrets';
import type { Change, Lens, LensClaim, Theme } from '../atlas/types';
import { FIRST_DAY, SPAN, clampDay, type Day, type DayInterval } from '../time/day';
import { advance, stepOn, stopsOf, type PlaybackState, type Speed } from './playback';
import { KNOWN_THEN, type Camera, type Names, type Selection, type ViewState } from './view-state';

/** How a new view enters the browser's history: choosing pushes, dragging replaces. */
export type Visit = 'push' | 'replace';

/** Hears of every new view. */
export type VisitListener = (view: ViewState, visit: Visit) => void;

/**
 * What the viewer looks at, and the commands that change it. The map, the slider and the panels read it and call it; they never talk to
 * each other.
 */
export class Session {
  /** The atlas as it is, without a lens. */
  readonly base: Atlas;
  readonly #onVisit: VisitListener;
  #view = $state.raw<ViewState>() as ViewState;
  #playing = $state(false);
  #speed = $state<Speed>(1);
  #range = $state.raw<DayInterval>(SPAN);
  #loop = $state(false);
  #playback: PlaybackState = { day: 0, restSeconds: 0 };

  constructor(atlas: Atlas, view: ViewState, onVisit: VisitListener) {
    this.base = atlas;
    this.#view = view;
    this.#onVisit = onVisit;
  }

  /** The lens of one capital, when one is chosen. */
  readonly lens: Lens | null = $derived.by(
    () => this.base.bundle.lenses.find((lens) => lens.id === this.#view.lens) ?? null,
  );

  /** Whether things are hidden that were secret on the day. */
  readonly knownOnly = $derived.by(() => this.#view.lens === KNOWN_THEN);

  /** Days on which a secret came out. */
  readonly #releases = $derived.by(() => releaseDays(this.base.bundle));

  /** The last of them, up to the day: it stays the same while no secret comes out. */
  readonly #released = $derived.by(
    () => this.#releases.findLast((day) => day <= this.#view.day) ?? FIRST_DAY,
  );

  /** The atlas as it is seen: through the lens, or without secrets when only what was known is seen. */
  readonly atlas: Atlas = $derived.by(() => {
    if (this.knownOnly) return this.base.knownOn(this.#released);
    return this.lens ? this.base.through(this.lens) : this.base;
  });

  /** What the lens says of the selected region on the day, where it sees something else than there was. */
  readonly claim: LensClaim | null = $derived.by(() =>
    this.lens && this.region !== undefined ? (claimOn(this.lens, this.region, this.#view.day) ?? null) : null,
  );

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

  /** The window of time that fills the slider and that playback plays. */
  get range(): DayInterval {
    return this.#range;
  }

  /** Whether playback begins again at the end of its range. */
  get loop(): boolean {
    return this.#loop;
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

  /** Days on which playback rests: of the selected region when one is selected, else of the theme; inside the range. */
  readonly #stops = $derived.by(() => {
    const { region } = this;
    const changes =
      region === undefined
        ? this.changes
        : this.atlas.historyOf(region).flatMap(({ change }) => change ?? []);
    return stopsOf(changes).filter((day) => day >= this.#range.from && day < this.#range.to);
  });

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

  /** Selects something and goes to a day, in one step of the browser's history. */
  open(selection: Selection | null, day: Day): void {
    this.pause();
    this.#set({ day: clampDay(day), selection }, 'push');
  }

  /** Opens a change on its day. */
  openChange(change: Change): void {
    this.open({ kind: 'change', id: change.id }, change.day);
  }

  /**
   * Goes to the next (1) or previous (-1) change: of the selected region when one is selected, else of the theme. A selected change
   * gives way to its neighbour, also on the same day.
   */
  stepChange(step: 1 | -1): void {
    this.pause();
    const { selection } = this.#view;
    if (this.region !== undefined) {
      const next = this.atlas.neighbourChange(this.day, step, this.region);
      if (next !== null) this.#set({ day: this.atlas.changes[next]?.day ?? this.day }, 'push');
      return;
    }
    const own =
      selection?.kind === 'change' ? this.changes.findIndex((change) => change.id === selection.id) : -1;
    const isHere = this.changes[own]?.day === this.day;
    const next = isHere ? own + step : neighbourOf(this.changes, this.day, step);
    const change = this.changes[next];
    if (change) this.openChange(change);
  }

  setTheme(theme: Theme | null): void {
    this.#set({ theme }, 'push');
  }

  /** Shows another day beside the day of the slider; null ends the comparison. */
  compareWith(day: Day | null): void {
    this.pause();
    this.#set({ compareDay: day === null ? null : clampDay(day) }, 'push');
  }

  /** Shows two days beside each other. */
  compareDays(compareDay: Day, day: Day): void {
    this.pause();
    this.#set({ day: clampDay(day), compareDay: clampDay(compareDay) }, 'push');
  }

  /** Dims land that is the same on both days, or no land. */
  setDim(dim: boolean): void {
    this.#set({ dim }, 'push');
  }

  /** Looks through a lens, or through none. */
  setLens(lens: string | null): void {
    this.#set({ lens }, 'push');
  }

  /** Shows or hides a sphere, pact or set of sites. */
  toggleLayer(id: string): void {
    const { layers } = this.#view;
    this.#set(
      { layers: layers.includes(id) ? layers.filter((other) => other !== id) : [...layers, id] },
      'push',
    );
  }

  setNames(names: Names): void {
    this.#set({ names }, 'push');
  }

  /** Remembers where the map looks. */
  lookAt(camera: Camera): void {
    const { camera: now } = this.#view;
    if (now && now.lon === camera.lon && now.lat === camera.lat && now.zoom === camera.zoom) return;
    this.#set({ camera }, 'replace');
  }

  play(): void {
    if (this.#playing) return;
    const { from, to } = this.#range;
    const isOutside = this.day < from || this.day >= to - 1;
    this.#playback = { day: isOutside ? from : this.day, restSeconds: 0 };
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

  setRange(range: DayInterval): void {
    this.#range = range;
  }

  setLoop(loop: boolean): void {
    this.#loop = loop;
  }

  /**
   * Moves playback on; called once a frame with the seconds since the last one.
   * @param isStill steps from change to change instead of letting time run, for those who asked for less motion
   */
  tick(seconds: number, isStill = false): void {
    if (!this.#playing) return;
    // A tab that slept must not leap over years.
    const elapsed = Math.min(seconds, 0.1);
    this.#playback = (isStill ? stepOn : advance)(this.#playback, elapsed, this.#speed, this.#stops);
    const last = this.#range.to - 1;
    const day = Math.min(last, Math.floor(this.#playback.day));
    if (day !== this.day) this.#set({ day }, 'replace');
    if (day < last || this.#playback.restSeconds > 0) return;
    if (this.#loop) this.#playback = { day: this.#range.from, restSeconds: 0 };
    else this.pause();
  }

  #set(part: Partial<ViewState>, visit: Visit): void {
    this.#view = { ...this.#view, ...part };
    this.#onVisit(this.#view, visit);
  }
}

/** Index of the first change after a day, or of the last before it; out of range when there is none. */
function neighbourOf(changes: readonly Change[], day: Day, step: 1 | -1): number {
  return step === 1
    ? changes.findIndex((change) => change.day > day)
    : changes.findLastIndex((change) => change.day < day);
}
