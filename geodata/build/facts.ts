import type * as v from 'valibot';
import { Change, type ChangeFacts } from '../schema/change';
import { Lecture, type LectureFacts } from '../schema/lecture';
import { Lens, type LensFacts } from '../schema/lens';
import { Line, type LineFacts } from '../schema/line';
import { Place, PlaceFile, type PlaceFacts } from '../schema/place';
import { PolityFile, Polity, type PolityFacts } from '../schema/polity';
import { Region, RegionFile, type RegionFacts } from '../schema/region';
import { Source, SourceFile, type SourceFacts } from '../schema/source';
import { Sphere, type SphereFacts } from '../schema/sphere';
import type { Fault } from './fault';
import { checkShape, listFiles, readYaml, type FactFile } from './read';

/** Files in `sources/` that hold no bibliography: what the seeds claim, and what answers it. */
export const CLAIM_FILES = { claims: 'sources/claims.yaml', map: 'sources/seed-map.yaml' } as const;

/** One fact with the place in the files where it stands. */
export interface Entry<T> {
  readonly id: string;
  readonly facts: T;
  readonly file: FactFile;
  /** Keys that lead to the fact inside its file. */
  readonly keys: readonly PropertyKey[];
}

/** All hand-edited facts, by id, in order of id. */
export interface Facts {
  readonly lines: ReadonlyMap<string, Entry<LineFacts>>;
  readonly regions: ReadonlyMap<string, Entry<RegionFacts>>;
  readonly polities: ReadonlyMap<string, Entry<PolityFacts>>;
  readonly changes: ReadonlyMap<string, Entry<ChangeFacts>>;
  readonly spheres: ReadonlyMap<string, Entry<SphereFacts>>;
  readonly sources: ReadonlyMap<string, Entry<SourceFacts>>;
  readonly places: ReadonlyMap<string, Entry<PlaceFacts>>;
  readonly lenses: ReadonlyMap<string, Entry<LensFacts>>;
  readonly lectures: ReadonlyMap<string, Entry<LectureFacts>>;
}

/** The fault of an entry, at the given keys below it. */
export function faultAt(
  entry: Pick<Entry<unknown>, 'file' | 'keys'>,
  rule: string,
  message: string,
  keys: readonly PropertyKey[] = [],
): Fault {
  return { file: entry.file.path, line: entry.file.lineOf([...entry.keys, ...keys]), rule, message };
}

/** Reads every hand-edited file below `root`. Broken files and entries are left out and reported in `faults`. */
export function readFacts(root: string, faults: Fault[]): Facts {
  const one = <S extends v.GenericSchema>(folder: string, schema: S): Map<string, Entry<v.InferOutput<S>>> => {
    const entries = new Map<string, Entry<v.InferOutput<S>>>();
    for (const path of listFiles(root, folder, '.yaml')) {
      const file = readYaml(root, path, faults);
      if (file.value === null) continue;
      add(entries, schema, { id: file.id, file, keys: [], value: file.value });
    }
    return entries;
  };
  const many = <S extends v.GenericSchema>(
    folder: string,
    fileSchema: v.GenericSchema,
    schema: S,
    skip: readonly string[] = [],
  ): Map<string, Entry<v.InferOutput<S>>> => {
    const entries = new Map<string, Entry<v.InferOutput<S>>>();
    for (const path of listFiles(root, folder, '.yaml')) {
      if (skip.includes(path)) continue;
      const file = readYaml(root, path, faults);
      if (file.value === null) continue;
      if (typeof file.value !== 'object' || Array.isArray(file.value)) {
        checkShape(fileSchema, file, file.value, [], faults);
        continue;
      }
      for (const [id, value] of Object.entries(file.value)) add(entries, schema, { id, file, keys: [id], value });
    }
    return entries;
  };
  const add = <S extends v.GenericSchema>(
    entries: Map<string, Entry<v.InferOutput<S>>>,
    schema: S,
    found: { id: string; file: FactFile; keys: readonly PropertyKey[]; value: unknown },
  ): void => {
    const { id, file, keys, value } = found;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      faults.push(faultAt(found, 'id', `"${id}" is not an id: use lower-case words joined by hyphens`));
    }
    const earlier = entries.get(id);
    if (earlier) {
      const where = `${earlier.file.path}:${earlier.file.lineOf(earlier.keys)}`;
      faults.push(faultAt(found, 'id', `"${id}" is already defined in ${where}: choose another id`));
      return;
    }
    const facts = checkShape(schema, file, value, keys, faults);
    if (facts !== null) entries.set(id, { id, facts, file, keys });
  };
  return {
    lines: one('lines', Line),
    regions: many('regions', RegionFile, Region),
    polities: many('polities', PolityFile, Polity),
    changes: one('changes', Change),
    spheres: one('spheres', Sphere),
    sources: many('sources', SourceFile, Source, Object.values(CLAIM_FILES)),
    places: many('places', PlaceFile, Place),
    lenses: one('lenses', Lens),
    lectures: one('lectures', Lecture),
  };
}
