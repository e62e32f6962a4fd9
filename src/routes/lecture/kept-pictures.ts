import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
  pictures: { key: string; value: Blob };
}

/** Pictures that this browser keeps, so that no window has to make them twice. What goes wrong here only costs time. */
export class KeptPictures {
  readonly #edition: string;
  readonly #database: Promise<IDBPDatabase<Schema> | null>;

  /** @param edition of the facts: pictures of other ones are thrown away */
  constructor(edition: string) {
    this.#edition = edition;
    this.#database = openDB<Schema>('cordon-pictures', 1, {
      upgrade: (made) => void made.createObjectStore('pictures'),
    })
      .then(async (database) => {
        for (const key of await database.getAllKeys('pictures')) {
          if (!key.startsWith(edition)) await database.delete('pictures', key);
        }
        return database;
      })
      .catch(() => null);
  }

  async get(key: string): Promise<Blob | null> {
    try {
      return (await (await this.#database)?.get('pictures', `${this.#edition} ${key}`)) ?? null;
    } catch {
      return null;
    }
  }

  async keep(key: string, picture: Blob): Promise<void> {
    try {
      await (await this.#database)?.put('pictures', picture, `${this.#edition} ${key}`);
    } catch {
      // Without room it is made again the next time.
    }
  }
}
