import type { Lecture, LectureStep } from './lecture';

/** Where a lecture stands: the same in the hall and in the presenter's window. */
export interface Standing {
  readonly index: number;
  /** Whether a step that asks the class first has been revealed; true for all others. */
  readonly revealed: boolean;
  readonly black: boolean;
}

/** Which way a step was reached: `next` may move through time, a `jump` does not. */
export type Way = 'next' | 'previous' | 'jump';

/** Steps through a lecture. A step that asks the class is shown twice: with its question, then revealed. */
export class Presentation {
  readonly lecture: Lecture;
  readonly #onChange: (standing: Standing) => void;
  #standing = $state.raw<Standing>() as Standing;
  #way = $state<Way>('jump');

  /** @param onChange hears of every change that was made here, to keep the address and to tell the other window */
  constructor(lecture: Lecture, start: Partial<Standing>, onChange: (standing: Standing) => void) {
    this.lecture = lecture;
    this.#onChange = onChange;
    this.#standing = this.#valid({ index: 0, revealed: false, black: false, ...start });
  }

  get standing(): Standing {
    return this.#standing;
  }

  get index(): number {
    return this.#standing.index;
  }

  get step(): LectureStep {
    return this.lecture.steps[this.index] as LectureStep;
  }

  get nextStep(): LectureStep | null {
    return this.lecture.steps[this.index + 1] ?? null;
  }

  get isBlack(): boolean {
    return this.#standing.black;
  }

  /** Whether the class is being asked: the answer is not shown yet. */
  get isAsking(): boolean {
    return !this.#standing.revealed;
  }

  get way(): Way {
    return this.#way;
  }

  /** Shows the answer, or the next step. A black screen lights up first. */
  next(): void {
    const { index, revealed, black } = this.#standing;
    if (black) this.toggleBlack();
    else if (!revealed) this.#go({ index, revealed: true, black: false }, 'next');
    else this.#go({ index: index + 1, revealed: false, black: false }, 'next');
  }

  /** Shows the question again, or the step before with its answer. */
  previous(): void {
    const { index, revealed, black } = this.#standing;
    if (black) this.toggleBlack();
    else if (revealed && this.step.predict) this.#go({ index, revealed: false, black: false }, 'previous');
    else if (index > 0) this.#go({ index: index - 1, revealed: true, black: false }, 'previous');
  }

  /** Jumps to a step, counted from 0; outside the lecture to its first or last. */
  goTo(index: number): void {
    this.#go({ index, revealed: false, black: false }, 'jump');
  }

  first(): void {
    this.goTo(0);
  }

  last(): void {
    this.goTo(this.lecture.steps.length - 1);
  }

  toggleBlack(): void {
    this.#go({ ...this.#standing, black: !this.#standing.black }, this.#way);
  }

  /** Takes over where another window stands. */
  follow(standing: Standing): void {
    const next = this.#valid(standing);
    const before = this.#standing;
    if (isSame(before, next)) return;
    const isOneOn =
      next.index === before.index + 1 || (next.index === before.index && next.revealed && !before.revealed);
    if (next.index !== before.index || next.revealed !== before.revealed)
      this.#way = isOneOn ? 'next' : 'jump';
    this.#standing = next;
  }

  #go(wanted: Standing, way: Way): void {
    const next = this.#valid(wanted);
    if (isSame(this.#standing, next)) return;
    this.#way = way;
    this.#standing = next;
    this.#onChange(next);
  }

  #valid({ index, revealed, black }: Standing): Standing {
    const last = this.lecture.steps.length - 1;
    const inside = Math.max(0, Math.min(last, Number.isFinite(index) ? Math.trunc(index) : 0));
    // Beyond the end the last step stays as it is.
    const isBeyond = index > last && this.#standing?.index === last;
    return { index: inside, revealed: revealed || isBeyond || !this.lecture.steps[inside]?.predict, black };
  }
}

function isSame(a: Standing, b: Standing): boolean {
  return a.index === b.index && a.revealed === b.revealed && a.black === b.black;
}
