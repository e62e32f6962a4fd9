import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LectureFile } from '../atlas/lecture-schema';

/** A lecture as this browser keeps it. */
export interface KeptLecture {
  readonly id: string;
  /** Counts the times it was kept: tells whether another window changed it. */
  readonly revision: number;
  /** ms since 1970. */
  readonly changed: number;
  /** Not checked: it may have been kept by another version of the app. */
  readonly lecture: unknown;
}

interface Schema extends DBSchema {
  lectures: { key: string; value: KeptLecture };
}

/** The lecture was changed in another window since it was read. */
export class ChangedElsewhereError extends Error {
  override readonly name = 'ChangedElsewhereError';
}

/** The browser keeps nothing, or nothing more; `message` says so in words for the lecturer. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const DATABASE = 'cordon-lectures';
const CHANNEL = 'cordon-lectures';

/** A lecturer's own lectures, in this browser. Every change is told to the other windows. */
export class LectureStore {
  readonly #database: IDBPDatabase<Schema>;
  readonly #channel = new BroadcastChannel(CHANNEL);

  private constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  /** @throws StoreError when the browser keeps nothing */
  static async open(): Promise<LectureStore> {
    try {
      const database = await openDB<Schema>(DATABASE, 1, {
        upgrade: (made) => void made.createObjectStore('lectures', { keyPath: 'id' }),
        blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
      });
      return new LectureStore(database);
    } catch (error) {
      throw new StoreError(
        `This browser does not let the atlas keep lectures (${(error as Error).message}). They last as long as this window: download what you need.`,
      );
    }
  }

  /** All lectures, the one changed last first. */
  async list(): Promise<KeptLecture[]> {
    const all = await this.#database.getAll('lectures');
    return all.sort((a, b) => b.changed - a.changed);
  }

  async get(id: string): Promise<KeptLecture | null> {
    return (await this.#database.get('lectures', id)) ?? null;
  }

  /** Keeps a new lecture. @throws StoreError when there is no room */
  async create(lecture: LectureFile): Promise<KeptLecture> {
    // So that the browser does not clear it away when the disk fills.
    void navigator.storage?.persist?.().catch(() => false);
    return this.#put({ id: newId(), revision: 1, changed: Date.now(), lecture });
  }

  /**
   * Keeps a lecture that was read as `revision`.
   * @throws ChangedElsewhereError when it was kept by another window since, StoreError when there is no room
   */
  async keep(id: string, lecture: LectureFile, revision: number): Promise<KeptLecture> {
    const kept = { id, revision: revision + 1, changed: Date.now(), lecture };
    return this.#put(kept, revision);
  }

  /** Keeps exactly what was once there: to take back a deletion. @throws StoreError when there is no room */
  async restore(kept: KeptLecture): Promise<void> {
    await this.#put(kept);
  }

  async remove(id: string): Promise<void> {
    await this.#database.delete('lectures', id);
    this.#channel.postMessage(id);
  }

  /** Calls `listener` with the id of each lecture that another window keeps or removes. Returns how to stop. */
  listen(listener: (id: string) => void): () => void {
    const hear = ({ data }: MessageEvent<string>) => listener(data);
    this.#channel.addEventListener('message', hear);
    return () => this.#channel.removeEventListener('message', hear);
  }

  async #put(kept: KeptLecture, revision?: number): Promise<KeptLecture> {
    try {
      const transaction = this.#database.transaction('lectures', 'readwrite');
      const there = await transaction.store.get(kept.id);
      if (revision !== undefined && there && there.revision !== revision) {
        await transaction.done;
        throw new ChangedElsewhereError('the lecture was changed in another window');
      }
      await Promise.all([transaction.store.put(kept), transaction.done]);
    } catch (error) {
      if (error instanceof ChangedElsewhereError) throw error;
      throw new StoreError(reasonOf(error as Error));
    }
    this.#channel.postMessage(kept.id);
    return kept;
  }
}

function reasonOf(error: Error): string {
  return error.name === 'QuotaExceededError'
    ? 'The browser has no room left: the last changes are only in this window. Download the lecture now, then delete others or free space on the disk.'
    : `The browser could not keep the lecture (${error.message}): the last changes are only in this window. Download it now.`;
}

/** `own-` and ten letters and digits. `crypto.randomUUID` is missing where the atlas is not served over https. */
function newId(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36));
  return `own-${letters.join('')}`;
}
