import type { Lecture, LectureStep } from './lecture';

/** Where a lecture stands: the step shown, and whether the screen is black. */
export class Presentation {
  readonly lecture: Lecture;
  readonly #onStep: (index: number) => void;
  #index = $state(0);
  #black = $state(false);

  /** @param onStep hears of every new step, to keep the address */
  constructor(lecture: Lecture, index: number, onStep: (index: number) => void) {
    this.lecture = lecture;
    this.#onStep = onStep;
    this.#index = this.#clamped(index);
  }

  get index(): number {
    return this.#index;
  }

  get step(): LectureStep {
    return this.lecture.steps[this.#index] as LectureStep;
  }

  get isBlack(): boolean {
    return this.#black;
  }

  /** Shows a step; a black screen lights up. */
  goTo(index: number): void {
    this.#black = false;
    const next = this.#clamped(index);
    if (next === this.#index) return;
    this.#index = next;
    this.#onStep(next);
  }

  next(): void {
    this.goTo(this.#index + 1);
  }

  previous(): void {
    this.goTo(this.#index - 1);
  }

  toggleBlack(): void {
    this.#black = !this.#black;
  }

  #clamped(index: number): number {
    return Math.max(
      0,
      Math.min(this.lecture.steps.length - 1, Number.isFinite(index) ? Math.trunc(index) : 0),
    );
  }
}
