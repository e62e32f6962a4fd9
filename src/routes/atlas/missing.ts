import type { Session } from '$lib/session/session.svelte';
import { KNOWN_THEN } from '$lib/session/view-state';

/** What a link names and the atlas does not have, in words for the viewer. */
export function missingIn(session: Session): string[] {
  const { base, view } = session;
  const { selection, layers, lens } = view;
  const problems: string[] = [];
  const isKnown = [session.region, session.change, session.state].some((index) => index !== undefined);
  const isSecret = selection?.kind === 'change' && base.changeIndex(selection.id) !== undefined;
  if (lens && lens !== KNOWN_THEN && !session.lens) problems.push(`lens=${lens}: the atlas has no such lens`);
  if (selection && !isKnown && !isSecret)
    problems.push(`sel=${selection.kind}:${selection.id}: the atlas has no such ${selection.kind}`);
  for (const id of layers.filter((layer) => !base.spheres.some((sphere) => sphere.id === layer)))
    problems.push(`layers=${id}: the atlas has no such layer`);
  return problems;
}
