const LOCK = 'cordon-pictures';

/**
 * Waits until nothing else draws pictures, in this window or another, then does the work: two maps at once take far longer than one after
 * the other, and the second window finds what the first one kept. Locks need https or localhost; without them both may draw.
 */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}
