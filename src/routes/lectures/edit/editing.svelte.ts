import type { LectureFile, StepFile } from '$lib/atlas/lecture-schema';
import * as edit from '$lib/session/lecture-edit';
import { checkLecture } from '$lib/session/lecture-file';
import { ChangedElsewhereError, type KeptLecture, type LectureStore } from '$lib/session/lecture-store';

/** Changes are kept when the hands rest this long, ms. */
const REST_MS = 350;

/** A lecture being edited: every change can be taken back, and is kept in the browser by itself. */
export class Editing {
  readonly #store: LectureStore;
  #kept: KeptLecture;
  #history = $state.raw<edit.History<LectureFile>>() as edit.History<LectureFile>;
  #selected = $state(0);
  #state = $state<'kept' | 'changed' | 'failed'>('kept');
  #problem = $state<string | null>(null);
  #said = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<void> = Promise.resolve();
  readonly #stop: () => void;

  constructor(store: LectureStore, kept: KeptLecture, lecture: LectureFile, problem: string | null) {
    this.#store = store;
    this.#kept = kept;
    this.#history = edit.historyOf(lecture);
    this.#problem = problem;
    this.#stop = store.listen((id) => {
      if (id === this.#kept.id) void this.#hear();
    });
  }

  get id(): string {
    return this.#kept.id;
  }

  get lecture(): LectureFile {
    return this.#history.present;
  }

  /** Index of the step whose words are in the form. */
  get selected(): number {
    return Math.min(this.#selected, Math.max(0, this.lecture.steps.length - 1));
  }

  get step(): StepFile | null {
    return this.lecture.steps[this.selected] ?? null;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Whether what is on the screen is what the browser keeps. */
  get state(): 'kept' | 'changed' | 'failed' {
    return this.#state;
  }

  /** What went wrong, in words for the lecturer. */
  get problem(): string | null {
    return this.#problem;
  }

  /** What was done, for those who do not see it. */
  get said(): string {
    return this.#said;
  }

  select(index: number): void {
    this.#selected = Math.max(0, Math.min(this.lecture.steps.length - 1, index));
  }

  dismiss(): void {
    this.#problem = null;
  }

  changeHead(part: Partial<Pick<LectureFile, 'title' | 'author' | 'abstract' | 'language'>>): void {
    this.#change({ ...this.lecture, ...part }, `head ${Object.keys(part).join(' ')}`);
  }

  changeStep(part: { readonly [K in keyof StepFile]?: StepFile[K] | undefined }): void {
    this.#change(
      edit.changeStep(this.lecture, this.selected, part),
      `step ${this.selected} ${Object.keys(part).join(' ')}`,
    );
  }

  move(from: number, to: number): void {
    if (to < 0 || to >= this.lecture.steps.length || from === to) return;
    this.#change(edit.moveStep(this.lecture, from, to));
    this.#selected = to;
    this.#said = `Moved to place ${to + 1} of ${this.lecture.steps.length}`;
  }

  duplicate(at: number): void {
    this.#change(edit.duplicateStep(this.lecture, at));
    this.#selected = at + 1;
    this.#said = `Step ${at + 2} is a copy of step ${at + 1}`;
  }

  delete(at: number): void {
    const title = this.lecture.steps[at]?.title ?? '';
    this.#change(edit.deleteStep(this.lecture, at));
    this.select(Math.min(at, this.lecture.steps.length - 1));
    this.#said = `Deleted “${title}”. Undo brings it back.`;
  }

  undo(): void {
    this.#history = edit.undo(this.#history);
    this.#said = 'Undone';
    this.#keepSoon();
  }

  redo(): void {
    this.#history = edit.redo(this.#history);
    this.#said = 'Done again';
    this.#keepSoon();
  }

  /** Keeps what is not kept yet. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#keeping = this.#keeping.then(() => this.#keep());
    return this.#keeping;
  }

  close(): void {
    void this.flush();
    this.#stop();
  }

  #change(lecture: LectureFile, kind = ''): void {
    this.#history = edit.record(this.#history, lecture, kind);
    this.#keepSoon();
  }

  #keepSoon(): void {
    this.#state = 'changed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  async #keep(): Promise<void> {
    if (this.#state === 'kept') return;
    const { lecture } = this;
    try {
      this.#kept = await this.#store.keep(this.#kept.id, lecture, this.#kept.revision);
      this.#settle(lecture);
    } catch (error) {
      if (error instanceof ChangedElsewhereError) await this.#goOnAsCopy(lecture);
      else this.#fail(error as Error);
    }
  }

  #settle(lecture: LectureFile): void {
    if (this.#state === 'failed') this.#problem = null;
    this.#state = this.lecture === lecture ? 'kept' : 'changed';
  }

  async #goOnAsCopy(lecture: LectureFile): Promise<void> {
    const copy = { ...lecture, title: `${lecture.title} (from this window)` };
    try {
      this.#kept = await this.#store.create(copy);
      this.#history = edit.record(this.#history, copy, '');
      this.#state = 'kept';
      this.#problem = `This lecture was changed in another window at the same time. Both versions are kept: this one goes on as “${copy.title}”.`;
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    this.#state = 'failed';
    this.#problem = error.message;
  }

  /** Another window changed the lecture: a step was added in the atlas. */
  async #hear(): Promise<void> {
    const there = await this.#store.get(this.#kept.id);
    if (!there || there.revision <= this.#kept.revision || this.#state !== 'kept') return;
    const { lecture } = await checkLecture(there.lecture);
    const count = lecture.steps.length - this.lecture.steps.length;
    this.#kept = there;
    this.#history = edit.record(this.#history, lecture, '');
    if (count > 0) this.select(lecture.steps.length - 1);
    this.#said = 'Changed in another window';
  }
}
