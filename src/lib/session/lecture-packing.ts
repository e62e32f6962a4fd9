import type { LectureFile } from '../atlas/lecture-schema';
import { LectureFileError, checkLecture, type ReadLecture } from './lecture-file';

/** A link of more letters is cut off by mail programs and chats. */
export const LONGEST_LINK = 8000;

/** A lecture as letters, digits, `-` and `_`, for the part of a link after `#`. */
export async function packLecture(lecture: LectureFile): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(lecture)),
    new CompressionStream('deflate-raw'),
  );
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/**
 * Unpacks what `packLecture` packed.
 * @throws LectureFileError when letters are missing or wrong
 */
export async function unpackLecture(text: string): Promise<ReadLecture> {
  let value: unknown;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    value = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(
        await through(bytes, new DecompressionStream('deflate-raw')),
      ),
    );
  } catch {
    throw new LectureFileError(
      'This link is damaged: a part of the lecture is missing. Ask for it again, or for the file.',
    );
  }
  return checkLecture(value);
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
