import { resolve } from '$app/paths';

/** Address of a page of a lecture, with the slash at its end that every page has on disk. */
export const lecturePath = (id: string, part: '' | 'presenter/' | 'handout/' = ''): string =>
  resolve(`/lecture/${id}/${part}`);

/** Address of the editor of an own lecture. */
export const editPath = (key: string): string => `${resolve('/lectures/edit/')}?lecture=${key}`;
