import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { FIRST_DAY, LAST_DAY, dayFromIso, isoFromDay, type Day } from '../../src/lib/time/day';
import TimeSlider from '../../src/lib/ui/TimeSlider.svelte';
import { WHOLE } from '../../src/lib/ui/timeline';

const onchange = vi.fn<(day: Day, rest: boolean) => void>();
const onrange = vi.fn();
beforeEach(() => vi.resetAllMocks());

async function slider(iso = '1939-08-31') {
  const props = { marks: [], range: WHOLE, lanes: false, describedBy: '0 changes', onchange, onrange };
  const screen = await render(TimeSlider, { day: dayFromIso(iso), ...props });
  return screen.getByRole('slider', { name: 'Day' });
}
const lastDay = () => isoFromDay(onchange.mock.lastCall?.[0] ?? 0);

test('says its day as a number and as a date, and between which days it moves', async () => {
  const element = (await slider()).element();
  const value = (name: string) => element.getAttribute(`aria-value${name}`);
  expect(value('text')).toBe('31 August 1939');
  expect([value('min'), value('now'), value('max')].map(Number)).toEqual([
    FIRST_DAY,
    dayFromIso('1939-08-31'),
    LAST_DAY,
  ]);
});

describe('by keyboard', () => {
  test.each([
    ['{ArrowRight}', '1939-09-01'],
    ['{ArrowUp}', '1939-09-01'],
    ['{ArrowLeft}', '1939-08-30'],
    ['{Shift>}{ArrowRight}{/Shift}', '1939-09-30'],
    ['{PageUp}', '1940-08-31'],
    ['{PageDown}', '1938-08-31'],
    ['{Home}', '1917-01-01'],
    ['{End}', '1955-12-31'],
  ])('%s goes to %s', async (keys, expected) => {
    ((await slider()).element() as HTMLElement).focus();
    await userEvent.keyboard(keys);
    expect(lastDay()).toBe(expected);
  });
  test('it stays inside the atlas', async () => {
    ((await slider('1955-12-31')).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(lastDay()).toBe('1955-12-31');
  });
  test('plus looks closer, 0 at the whole', async () => {
    ((await slider()).element() as HTMLElement).focus();
    await userEvent.keyboard('+');
    const [closer] = onrange.mock.lastCall ?? [];
    expect(closer.to - closer.from).toBeLessThan(WHOLE.to - WHOLE.from);
    await userEvent.keyboard('0');
    expect(onrange).toHaveBeenLastCalledWith(WHOLE);
  });
});

describe('by pointer', () => {
  test('the wheel moves a day, with Control it looks closer', async () => {
    const element = (await slider()).element();
    const turn = (init: WheelEventInit) =>
      element.dispatchEvent(new WheelEvent('wheel', { cancelable: true, ...init }));
    turn({ deltaY: 40 });
    expect(lastDay()).toBe('1939-09-01');
    turn({ deltaY: -40 });
    expect(lastDay()).toBe('1939-08-30');
    turn({ deltaY: -40, ctrlKey: true });
    expect(onrange).toHaveBeenCalledOnce();
  });
  test('a drag shows each day on its way and rests on the last', async () => {
    const element = (await slider()).element();
    const { left, width } = element.getBoundingClientRect();
    element.setPointerCapture = () => undefined;
    const at = (type: string, share: number) =>
      element.dispatchEvent(
        new PointerEvent(type, { clientX: left + share * width, button: 0, pointerId: 1, bubbles: true }),
      );
    at('pointerdown', 0.25);
    at('pointermove', 0.5);
    at('pointermove', 0.75);
    expect(onchange.mock.calls.map(([, rest]) => rest)).toEqual([false, false, false]);
    const years = onchange.mock.calls.map(([day]) => Number(isoFromDay(day).slice(0, 4)));
    expect(years).toEqual([1926, 1936, 1946]);
    at('pointerup', 0.75);
    expect(onchange.mock.lastCall?.[1]).toBe(true);
    at('pointermove', 0.1);
    expect(onchange).toHaveBeenCalledTimes(4);
  });
});
