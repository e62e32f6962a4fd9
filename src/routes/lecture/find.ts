import lecturesUrl from '../../../geodata/dist/lectures.json?url&no-inline';
import type { Atlas } from '$lib/atlas/atlas';
import type { LectureFile } from '$lib/atlas/lecture-schema';
import { isTheme, lectureOf, lectureOfTheme, type Lecture } from '$lib/session/lecture';
import { checkLecture, type ReadLecture } from '$lib/session/lecture-file';
import { unpackLecture } from '$lib/session/lecture-packing';
import { LectureStore } from '$lib/session/lecture-store';

/** Places of lectures that are not files of the atlas: in this browser, in the link itself. */
export const OWN = 'own';
export const SHARED = 'shared';

/** A lecture of the atlas with its id. */
export type ShelvedLecture = LectureFile & { readonly id: string };

/** A lecture could not be had; `message` says why, in words for the lecturer. */
export class NoLectureError extends Error {
  override readonly name = 'NoLectureError';
}

/** The lectures that come with the atlas. @throws NoLectureError */
export async function loadShelf(): Promise<readonly ShelvedLecture[]> {
  try {
    const response = await fetch(lecturesUrl);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return ((await response.json()) as { lectures: ShelvedLecture[] }).lectures;
  } catch (error) {
    throw new NoLectureError(
      `The lectures could not be loaded: ${(error as Error).message}. Check the connection, then reload.`,
    );
  }
}

/** The text of a lecture, as its author wrote it; null for a theme, which is made from the atlas. */
export async function findFile(id: string, address: URL): Promise<ReadLecture | null> {
  if (isTheme(id)) return null;
  if (id === SHARED) return unpackLecture(new URLSearchParams(address.hash.slice(1)).get('lecture') ?? '');
  if (id === OWN) {
    const key = address.searchParams.get('lecture') ?? '';
    const kept = await (await LectureStore.open()).get(key);
    if (!kept)
      throw new NoLectureError(
        'This browser has no such lecture: it was deleted, or made in another browser.',
      );
    return checkLecture(kept.lecture);
  }
  const found = (await loadShelf()).find((lecture) => lecture.id === id);
  if (!found) throw new NoLectureError(`There is no lecture “${id}”.`);
  const { id: _id, ...file } = found;
  return { lecture: file, faults: [] };
}

/**
 * Finds the lecture of an address.
 * @throws NoLectureError, LectureFileError or StoreError, each with words for the lecturer
 */
export async function findLecture(atlas: Atlas, id: string, address: URL): Promise<Lecture> {
  if (isTheme(id)) return lectureOfTheme(atlas, id);
  const read = await findFile(id, address);
  if (!read || read.lecture.steps.length === 0)
    throw new NoLectureError('This lecture has no step yet: add one in the atlas.');
  const lecture = lectureOf(atlas, id, read.lecture);
  return { ...lecture, problems: [...read.faults, ...lecture.problems] };
}

/** Tells lectures apart where both windows of one must find each other, and where pictures are kept. */
export const keyOf = (id: string, address: URL): string =>
  id === OWN
    ? (address.searchParams.get('lecture') ?? id)
    : id === SHARED
      ? `${id} ${hashOf(address.hash)}`
      : id;

/** A short number for a long text. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return hash >>> 0;
}
