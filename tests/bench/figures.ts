/** One line of the result: what was measured, the figure, and the target if there is one. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The figure has to be at most (or, with `atLeast`, at least) this. */
  readonly target?: number;
  readonly atLeast?: true;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The figures as aligned lines, each with 'met' or 'missed' where there is a target. */
export function table(figures: readonly Figure[]): string {
  const wide = Math.max(...figures.map(({ what }) => what.length));
  return figures
    .map(({ what, value, unit, target, atLeast }) => {
      const shown = `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${unit}`.padEnd(14);
      if (target === undefined) return `${what.padEnd(wide)}  ${shown}`;
      const isMet = atLeast ? value >= target : value <= target;
      return `${what.padEnd(wide)}  ${shown}  ${atLeast ? 'at least' : 'at most'} ${target}  ${isMet ? 'met' : 'MISSED'}`;
    })
    .join('\n');
}
