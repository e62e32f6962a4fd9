import type { Session } from '$lib/session/session.svelte';

/** Drives playback with the frames of the browser while it is on; nothing runs while it is off. Call while a component is made. */
export function runPlayback(session: Session): void {
  $effect(() => {
    if (!session.playing) return;
    const { matches: isStill } = matchMedia('(prefers-reduced-motion: reduce)');
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      session.tick((now - last) / 1000, isStill);
      last = now;
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  });
}
