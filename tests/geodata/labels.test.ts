import { describe, expect, test } from 'vitest';
import { roomiest } from '../../geodata/build/label-room';
import { placeLabels } from '../../geodata/build/labels';
import type { Partition } from '../../geodata/build/regions';
import type { HoldingRow, Label } from '../../src/lib/atlas/types';
import { dayFromIso } from '../../src/lib/time/day';
import { tinyGeometry } from '../fixtures/tiny-geometry';

type Ring = [number, number][];
const land: Ring[] = [
  [
    [0, 0],
    [32, 0],
    [32, 10],
    [0, 10],
    [0, 0],
  ],
];

describe('the room for a name', () => {
  test('is in the middle of land without anything on it', () => {
    const { at, width } = roomiest(land, []);
    expect(at[0]).toBeCloseTo(16, 0);
    expect(at[1]).toBeCloseTo(5, 0);
    expect(width).toBeGreaterThan(29);
  });
  test('lies beside what is there, and is smaller', () => {
    const town = { at: [16, 5], halfWidth: 1, halfHeight: 0.5 } as const;
    const { at, width } = roomiest(land, [town]);
    const isBeside = Math.abs(at[0] - 16) >= width / 2 + 1 || Math.abs(at[1] - 5) >= width / 2 / 3.2 + 0.49;
    expect(isBeside).toBe(true);
    expect(width).toBeGreaterThan(10);
  });
});

describe('labels', () => {
  const [state, unit] = [0, 1];
  const second = dayFromIso('1930-01-01');
  /** Three squares of one state; the middle one is a unit of it, from the beginning or from 1930. */
  const rows = (from: number): HoldingRow[] => [
    [0, 0, state, state, 0, -1, 0, -1],
    [1, 0, state, state, 0, from === 0 ? unit : -1, 0, -1],
    ...(from === 0 ? [] : [[1, from, state, state, 0, unit, 0, 0] as HoldingRow]),
    [2, 0, state, state, 0, -1, 0, -1],
  ];
  const place = (from: number, towns: [number, number][] = []) =>
    placeLabels(tinyGeometry() as unknown as Partition, rows(from), [31000, 31000, 31000], towns);
  const isOver = (a: Label, b: Label) =>
    Math.abs(a.at[0] - b.at[0]) < (a.width + b.width) / 2 - 0.02 &&
    Math.abs(a.at[1] - b.at[1]) < (a.width + b.width) / 2 / 3.2 / 1.7;

  test('of a state and of its unit are not over each other', () => {
    const [ofState, ofUnit] = place(0);
    expect([ofState?.of, ofUnit?.of]).toEqual(['holder', 'unit']);
    expect(isOver(ofState as Label, ofUnit as Label)).toBe(false);
  });
  test('of a state give way on the day on which a unit is made', () => {
    const labels = place(second);
    const [before, after] = labels.filter(({ of }) => of === 'holder');
    expect([before?.to, after?.from]).toEqual([second, second]);
    expect(before?.at[0]).toBeCloseTo(13, 0);
    expect(isOver(after as Label, labels.find(({ of }) => of === 'unit') as Label)).toBe(false);
  });
  test('leave the sign of a great town uncovered', () => {
    const [plain] = place(second);
    const [beside] = place(second, [plain?.at as [number, number]]);
    expect(beside?.at).not.toEqual(plain?.at);
    expect(beside?.width).toBeGreaterThan(0.6 * (plain?.width ?? 0) - 0.01);
  });
});
