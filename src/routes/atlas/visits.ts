import { pushState, replaceState } from '$app/navigation';
import type { VisitListener } from '$lib/session/session.svelte';
import { writeUrl } from '$lib/session/url';
import type { ViewState } from '$lib/session/view-state';

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const REPLACE_MS = 350;

/**
 * Writes views into the address: choosing makes an entry in the history, dragging changes the last one, and not more often than browsers
 * allow.
 */
export function writeVisits(): { onVisit: VisitListener; flush: () => void } {
  let pending: ViewState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const addressOf = (view: ViewState) => writeUrl(view, new URL(location.href));
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (pending) replaceState(addressOf(pending), {});
    pending = null;
  };
  const onVisit: VisitListener = (view, visit) => {
    if (visit === 'push') {
      flush();
      pushState(addressOf(view), {});
    } else {
      pending = view;
      timer ??= setTimeout(flush, REPLACE_MS);
    }
  };
  return { onVisit, flush };
}
