import { KIND_GROUPS, type KindGroup } from '../atlas/kinds';
import type { Theme } from '../atlas/types';
import { FIRST_DAY, LAST_DAY, dayOf, type Day, type DayInterval } from '../time/day';
import { xOfDay, type TimeScale } from '../time/scale';

/** A change as the slider needs it. */
export interface Mark {
  readonly day: Day;
  readonly title: string;
  readonly group: KindGroup;
  readonly themes: readonly Theme[];
  /** False when the date is approximate, uncertain, or wider than a day, or when sources differ on it. */
  readonly certain: boolean;
  /** It belongs to what the viewer looks at: the theme, or the region. Without either everything does. */
  readonly strong: boolean;
}

export const WHOLE: DayInterval = { from: FIRST_DAY, to: LAST_DAY + 1 };
/** The closest look at time: two months. */
const LEAST_DAYS = 60;

export const ERAS: readonly { readonly from: Day; readonly name: string }[] = [
  { from: dayOf(1917, 1, 1), name: 'Revolution and civil war' },
  { from: dayOf(1921, 3, 18), name: 'Between the wars' },
  { from: dayOf(1939, 9, 1), name: 'War' },
  { from: dayOf(1945, 5, 9), name: 'Zones and blocs' },
];

/** Width of a bar of the histogram, pixels. */
export const BIN_PX = 4;

/** How many changes of each group fall into each bin; index by bin, then as in `KIND_GROUPS`. */
export function binned(marks: readonly Mark[], scale: TimeScale): number[][] {
  const bins = Array.from({ length: Math.ceil(scale.width / BIN_PX) + 1 }, () => KIND_GROUPS.map(() => 0));
  for (const mark of marks) {
    if (mark.day < scale.from || mark.day >= scale.to) continue;
    const bin = bins[Math.floor(xOfDay(scale, mark.day) / BIN_PX)];
    const group = KIND_GROUPS.indexOf(mark.group);
    if (bin) bin[group] = (bin[group] ?? 0) + 1;
  }
  return bins;
}

/**
 * Paths of a stacked histogram, one for each group. Bars grow slower than their count, so that a lone change is still seen.
 * @param base y of the ground line
 * @param room height of the highest bar
 */
export function stackedBars(
  bins: readonly (readonly number[])[],
  most: number,
  base: number,
  room: number,
): string[] {
  const paths = KIND_GROUPS.map(() => '');
  bins.forEach((counts, bin) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total === 0) return;
    const height = Math.max(4, room * (total / most) ** 0.45);
    let y = base;
    counts.forEach((count, group) => {
      const part = (height * count) / total;
      if (count > 0)
        paths[group] +=
          `M${bin * BIN_PX} ${y.toFixed(1)}v${(-part).toFixed(1)}h${BIN_PX - 1}v${part.toFixed(1)}z`;
      y -= part;
    });
  });
  return paths;
}

/** The window of time seen closer or farther (`factor` below 1 is closer), keeping a day under the pointer in its place. */
export function zoomed(window: DayInterval, around: Day, factor: number): DayInterval {
  const span = Math.min(WHOLE.to - WHOLE.from, Math.max(LEAST_DAYS, (window.to - window.from) * factor));
  const share = (around - window.from) / (window.to - window.from);
  return moved({ from: around - span * share, to: around + span * (1 - share) }, 0);
}

/** The window shifted by days, inside the atlas. */
export function moved(window: DayInterval, days: number): DayInterval {
  const span = Math.round(window.to - window.from);
  const from = Math.round(Math.min(WHOLE.to - span, Math.max(WHOLE.from, window.from + days)));
  return { from, to: from + span };
}

/** The window moved just so far that it shows a day. */
export function showing(window: DayInterval, day: Day): DayInterval {
  const margin = (window.to - window.from) * 0.06;
  if (day < window.from + margin) return moved(window, day - margin - window.from);
  return day > window.to - margin ? moved(window, day + margin - window.to) : window;
}
