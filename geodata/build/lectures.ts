import type { LectureFacts } from '../schema/lecture';
import type { Facts } from './facts';

/** The lens of what was public on the day, which is no file. */
export const KNOWN = 'known';

/** What the pages of lectures load: the lectures of the atlas, in order of id. */
export interface LectureShelf {
  readonly version: 1;
  readonly lectures: readonly (LectureFacts & { readonly id: string })[];
}

/** All lectures that have no fault in their shape. */
export function emitLectures({ lectures }: Facts): LectureShelf {
  return { version: 1, lectures: [...lectures.values()].map(({ id, facts }) => ({ id, ...facts })) };
}
