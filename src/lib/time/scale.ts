import { calendarOf, dayOf, type Day, type DayInterval } from './day';

/** Places days on a line of `width` pixels. */
export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  readonly width: number;
}

/** Pixels from the left end to the start of a day. */
export function xOfDay(scale: TimeScale, day: Day): number {
  return ((day - scale.from) / (scale.to - scale.from)) * scale.width;
}

/** The day under a distance in pixels from the left end, inside the scale. */
export function dayAtX(scale: TimeScale, x: number): Day {
  const day = scale.from + (x / scale.width) * (scale.to - scale.from);
  return Math.min(scale.to - 1, Math.max(scale.from, Math.floor(day)));
}

/** A mark on the axis: a year, a month or a day that begins something. */
export interface AxisTick {
  readonly day: Day;
  readonly label: string;
  /** Every fifth or tenth year, the first month of a year, ... */
  readonly strong: boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEAR_STEPS = [1, 2, 5, 10];
const MONTH_STEPS = [1, 3, 6];
const DAY_STEPS = [1, 2, 5, 10];
/** A labelled mark needs this much room, pixels. */
const LABEL_PX = 46;

/** Marks for an axis: as many as have room, on round years, months or days of the month. */
export function axisTicks(scale: TimeScale): AxisTick[] {
  const pxPerDay = scale.width / (scale.to - scale.from);
  const span = { from: scale.from, to: scale.to };
  const years = YEAR_STEPS.find((step) => step * 365.25 * pxPerDay >= LABEL_PX) ?? 10;
  const months = MONTH_STEPS.find((step) => step * 30.4 * pxPerDay >= LABEL_PX);
  const days = DAY_STEPS.find((step) => step * pxPerDay >= LABEL_PX);
  if (days !== undefined) return dayTicks(span, days);
  return months === undefined ? yearTicks(span, years) : monthTicks(span, months);
}

function yearTicks({ from, to }: DayInterval, step: number): AxisTick[] {
  const ticks: AxisTick[] = [];
  for (let year = calendarOf(from).year; dayOf(year, 1, 1) < to; year++) {
    const day = dayOf(year, 1, 1);
    if (year % step === 0 && day >= from)
      ticks.push({ day, label: String(year), strong: year % (step * 5) === 0 });
  }
  return ticks;
}

function monthTicks({ from, to }: DayInterval, step: number): AxisTick[] {
  const { year, month } = calendarOf(from);
  const ticks: AxisTick[] = [];
  for (let m = month - ((month - 1) % step); dayOf(year, m, 1) < to; m += step) {
    const day = dayOf(year, m, 1);
    const at = calendarOf(day);
    const label = at.month === 1 ? String(at.year) : (MONTHS[at.month - 1] ?? '');
    if (day >= from) ticks.push({ day, label, strong: at.month === 1 });
  }
  return ticks;
}

function dayTicks({ from, to }: DayInterval, step: number): AxisTick[] {
  const ticks: AxisTick[] = [];
  for (let day = from; day < to; day++) {
    const { date, month } = calendarOf(day);
    if (date === 1) ticks.push({ day, label: MONTHS[month - 1] ?? '', strong: true });
    else if ((date - 1) % step === 0 && date < 30) ticks.push({ day, label: String(date), strong: false });
  }
  return ticks;
}
