import type { LectureFile } from '$lib/atlas/lecture-schema';
import { writeLecture } from '$lib/session/lecture-file';
import { packLecture, LONGEST_LINK } from '$lib/session/lecture-packing';
import { saveFile } from '../atlas/save';

/** A name for a file: the title in lower-case words joined by hyphens. */
export function fileNameOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'lecture';
}

/** Downloads a lecture as a file that can be opened here again and read by people. */
export async function downloadLecture(lecture: LectureFile): Promise<void> {
  const text = await writeLecture(lecture);
  saveFile(`${fileNameOf(lecture.title)}.yaml`, new Blob([text], { type: 'application/yaml' }));
}

/** Downloads what is kept of a lecture that this version cannot read, as it is. */
export function downloadRaw(id: string, value: unknown): void {
  saveFile(`${id}.json`, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
}

/**
 * A link that carries the lecture.
 * @param home address of the folder of the atlas
 * @throws RangeError when it is too long for a link
 */
export async function linkOf(lecture: LectureFile, home: URL): Promise<string> {
  const address = new URL(`lecture/shared/#lecture=${await packLecture(lecture)}`, home).href;
  if (address.length > LONGEST_LINK) {
    throw new RangeError(
      `This lecture is too long for a link: ${address.length} letters, mail programs carry ${LONGEST_LINK}. Send the file instead.`,
    );
  }
  return address;
}
