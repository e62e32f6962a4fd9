import type { Atlas } from '../atlas/atlas';
import type { UrlProblem } from './url';
import { KNOWN_THEN, type Selection, type ViewState } from './view-state';

/**
 * Leaves out of a view what the atlas does not have and says what that was: a link may be older than the atlas, or typed by hand.
 * What is left out also stays out of the links that are made from the view.
 */
export function keepKnown(
  view: ViewState,
  atlas: Atlas,
): { view: ViewState; problems: readonly UrlProblem[] } {
  const problems: UrlProblem[] = [];
  const isLayer = (id: string) => atlas.spheres.some((sphere) => sphere.id === id);
  const miss = (parameter: string, value: string, what: string) =>
    problems.push({ parameter, message: `${parameter}=${value}: the atlas has no such ${what}` });

  let { lens, selection } = view;
  if (lens !== null && lens !== KNOWN_THEN && !atlas.bundle.lenses.some(({ id }) => id === lens)) {
    miss('lens', lens, 'lens');
    lens = null;
  }
  if (selection && !isKnown(selection, atlas)) {
    miss('sel', `${selection.kind}:${selection.id}`, selection.kind);
    selection = null;
  }
  for (const id of view.layers) if (!isLayer(id)) miss('layers', id, 'layer');
  return { view: { ...view, lens, selection, layers: view.layers.filter(isLayer) }, problems };
}

function isKnown({ kind, id }: Selection, atlas: Atlas): boolean {
  switch (kind) {
    case 'region':
      return atlas.regionIndex(id) !== undefined;
    case 'change':
      return atlas.changeIndex(id) !== undefined;
    case 'state':
      return atlas.polityIndex(id) !== undefined;
    case 'sphere':
      return atlas.spheres.some((sphere) => sphere.id === id);
  }
}
