/** What is kept of a timer while its window reloads. */
export interface KeptTime {
  /** ms that had passed when it was last stopped. */
  readonly before: number;
  /** ms since 1970 at which it was last started; null while it stands. */
  readonly since: number | null;
}

/** How long a talk has gone on: starts with the first step, can be stopped and set back. */
export class TalkTimer {
  readonly #keep: (time: KeptTime) => void;
  readonly #now: () => number;
  #time = $state.raw<KeptTime>({ before: 0, since: null });

  /** @param keep hears of every start and stop */
  constructor(time: KeptTime | null, keep: (time: KeptTime) => void, now: () => number = Date.now) {
    if (time) this.#time = time;
    this.#keep = keep;
    this.#now = now;
  }

  get isRunning(): boolean {
    return this.#time.since !== null;
  }

  /** Whether it ever ran since it was set back. */
  get isBegun(): boolean {
    return this.isRunning || this.#time.before > 0;
  }

  /** ms that have passed. */
  passed(): number {
    const { before, since } = this.#time;
    return before + (since === null ? 0 : Math.max(0, this.#now() - since));
  }

  start(): void {
    if (!this.isRunning) this.#set({ before: this.#time.before, since: this.#now() });
  }

  stop(): void {
    if (this.isRunning) this.#set({ before: this.passed(), since: null });
  }

  reset(): void {
    this.#set({ before: 0, since: null });
  }

  #set(time: KeptTime): void {
    this.#time = time;
    this.#keep(time);
  }
}

/** '7:05', '1:02:09'. */
export function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
