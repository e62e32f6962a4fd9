import type { LectureFile } from '$lib/atlas/lecture-schema';
import { checkLecture } from '$lib/session/lecture-file';
import { LectureStore, type KeptLecture } from '$lib/session/lecture-store';

/** A lecturer's own lecture as the list shows it. */
export interface OwnLecture {
  readonly kept: KeptLecture;
  /** Null when it cannot be read: damaged, or kept by a newer version. It stays where it is and can be downloaded. */
  readonly lecture: LectureFile | null;
  /** What is wrong with it. */
  readonly problem: string | null;
}

/** The lectures that this browser keeps, always as they are now, whichever window changes them. */
export class OwnLectures {
  #store: LectureStore | null = null;
  #all = $state.raw<readonly OwnLecture[] | null>(null);
  #problem = $state<string | null>(null);
  #stop: (() => void) | null = null;

  /** Null until they are read. */
  get all(): readonly OwnLecture[] | null {
    return this.#all;
  }

  /** Why nothing can be kept, in words for the lecturer. */
  get problem(): string | null {
    return this.#problem;
  }

  async open(): Promise<void> {
    try {
      this.#store = await LectureStore.open();
      this.#stop = this.#store.listen(() => void this.#read());
      await this.#read();
    } catch (error) {
      this.#problem = (error as Error).message;
      this.#all = [];
    }
  }

  close(): void {
    this.#stop?.();
  }

  /** Keeps a new lecture. Returns its id; null when it could not be kept, which `problem` tells. */
  create(lecture: LectureFile): Promise<string | null> {
    return this.#change(async (store) => (await store.create(lecture)).id);
  }

  remove(id: string): Promise<null> {
    return this.#change(async (store) => (await store.remove(id), null));
  }

  restore(kept: KeptLecture): Promise<null> {
    return this.#change(async (store) => (await store.restore(kept), null));
  }

  async #change<T>(work: (store: LectureStore) => Promise<T>): Promise<T | null> {
    if (!this.#store) return null;
    try {
      this.#problem = null;
      const done = await work(this.#store);
      await this.#read();
      return done;
    } catch (error) {
      this.#problem = (error as Error).message;
      return null;
    }
  }

  async #read(): Promise<void> {
    const kept = (await this.#store?.list()) ?? [];
    this.#all = await Promise.all(
      kept.map(async (one): Promise<OwnLecture> => {
        try {
          const { lecture, faults } = await checkLecture(one.lecture);
          return { kept: one, lecture, problem: faults.length > 0 ? faults.join(' ') : null };
        } catch (error) {
          return { kept: one, lecture: null, problem: (error as Error).message };
        }
      }),
    );
  }
}
