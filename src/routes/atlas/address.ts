import type { Atlas } from '$lib/atlas/atlas';
import { keepKnown } from '$lib/session/known-view';
import { readUrl } from '$lib/session/url';
import type { ViewState } from '$lib/session/view-state';

/** The view that the page's address names, as far as the atlas has it, and in words what could not be used. */
export function readAddress(atlas: Atlas): { view: ViewState; problems: readonly string[] } {
  const read = readUrl(new URL(location.href));
  const { view, problems } = keepKnown(read.view, atlas);
  return { view, problems: [...read.problems, ...problems].map(({ message }) => message) };
}
