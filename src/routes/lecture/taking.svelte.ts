import type { Work } from './take-home';

/** A file being made: how far it has come, and what went wrong. */
export class Taking {
  #what = $state<string | null>(null);
  #share = $state(0);
  #said = $state('');
  #problem = $state<string | null>(null);
  #stop = new AbortController();

  /** What is being made; null when nothing is. */
  get what(): string | null {
    return this.#what;
  }

  /** What share is done, 0 to 1. */
  get share(): number {
    return this.#share;
  }

  get said(): string {
    return this.#said;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /** Makes a file, one at a time, and hands it to `save`. */
  async make(
    what: string,
    addressOf: Work['addressOf'],
    work: (work: Work) => Promise<Blob>,
    save: (file: Blob) => void,
  ): Promise<void> {
    if (this.#what !== null) return;
    this.#stop = new AbortController();
    this.#what = what;
    this.#share = 0;
    this.#said = '';
    this.#problem = null;
    try {
      const file = await work({
        addressOf,
        signal: this.#stop.signal,
        onshare: (share) => (this.#share = share),
      });
      save(file);
      this.#said = `${what} saved, ${(file.size / 1e6).toFixed(1)} MB.`;
    } catch (error) {
      if (this.#stop.signal.aborted) this.#said = `${what} cancelled.`;
      else this.#problem = `${what} could not be made: ${(error as Error).message}.`;
    } finally {
      this.#what = null;
    }
  }

  cancel(): void {
    this.#stop.abort();
  }
}
