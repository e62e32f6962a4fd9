import { tick } from 'svelte';

/** A key press that belongs to the page as a whole, not to a field, a button or an open dialog. */
export function isPageKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input, textarea, select, [contenteditable], dialog[open]')) return false;
  // Space and Enter press what has the focus.
  return !([' ', 'Enter'].includes(event.key) && target?.closest('button, a, summary, label'));
}

/** Takes the keyboard to the panel, once it shows what was opened. */
export async function readOn(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('#side [data-scrolls]')?.focus({ preventScroll: true });
}
