import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rest } from '../../src/lib/map/rest';

let frame: ((now: number) => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('requestAnimationFrame', (next: (now: number) => void) => {
    frame = next;
    return 1;
  });
  vi.stubGlobal('cancelAnimationFrame', () => (frame = undefined));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets one frame of some length pass. */
function pass(ms: number): void {
  vi.advanceTimersByTime(ms);
  const now = frame;
  frame = undefined;
  now?.(performance.now());
}

test('a scrub on a slow machine is no rest, however long its frames take', () => {
  const rested = vi.fn();
  const rest = new Rest(rested);
  for (let day = 0; day < 20; day++) {
    rest.moved(day);
    pass(day % 2 === 0 ? 900 : 16);
  }
  expect(rested).not.toHaveBeenCalled();
});

test('a scrub that stops rests once, on its last day, and then asks for no more frames', () => {
  const rested = vi.fn();
  const rest = new Rest(rested);
  rest.moved(1);
  pass(16);
  rest.moved(2);
  for (let at = 0; at < 4; at++) pass(16);
  expect(rested).not.toHaveBeenCalled();
  for (let at = 0; at < 6; at++) pass(16);
  expect(rested.mock.calls).toEqual([[2]]);
  expect(frame).toBeUndefined();
});

test('a map that is taken away rests no more', () => {
  const rested = vi.fn();
  const rest = new Rest(rested);
  rest.moved(1);
  rest.cancel();
  expect(frame).toBeUndefined();
});
