import { replaceState } from '$app/navigation';
import type { Standing } from '$lib/session/presentation.svelte';

/** Where the address says a lecture stands: `?step=3`, counted from 1, and `&answer=1` when the class has seen the answer. */
export function standingInAddress(): Partial<Standing> {
  const address = new URL(location.href);
  const step = Number(address.searchParams.get('step') ?? '1');
  return { index: step - 1, revealed: address.searchParams.get('answer') === '1' };
}

export function writeStanding({ index, revealed }: Standing): void {
  const address = new URL(location.href);
  address.searchParams.set('step', String(index + 1));
  if (revealed) address.searchParams.set('answer', '1');
  else address.searchParams.delete('answer');
  replaceState(address, {});
}
