import type { Atlas } from '$lib/atlas/atlas';
import { PictureMap } from '$lib/map/picture';
import type { Lecture, LectureStep } from '$lib/session/lecture';
import { EDITION, loadContext, loadFine } from '../atlas/load';
import { SLIDE, drawStep, pictureViewOf } from './draw-step';
import { alone } from './drawing-turn';
import { KeptPictures } from './kept-pictures';

/** Pixels for one CSS pixel: 960 by 540 is enough for a quarter of a screen. */
const PIXEL_RATIO = 0.9;

/** Small pictures of all steps, for the overview, the presenter and the editor: made one by one off the screen, kept in the browser. */
export class StepPictures {
  readonly #atlas: Atlas;
  readonly #kept = new KeptPictures(EDITION);
  readonly #stop = new AbortController();
  #addresses = $state.raw<readonly (string | undefined)[]>([]);
  /** By what they show: a step that moves keeps its picture. */
  readonly #known: Record<string, string> = {};
  #steps: readonly LectureStep[];
  #map: PictureMap | null = null;
  #isMaking = false;

  constructor(atlas: Atlas, lecture: Pick<Lecture, 'steps'>) {
    this.#atlas = atlas;
    this.#steps = lecture.steps;
  }

  /** Addresses of the pictures by step, as far as they are made. */
  get addresses(): readonly (string | undefined)[] {
    return this.#addresses;
  }

  /** Goes on with other steps: those that look the same keep their picture. */
  setSteps(steps: readonly LectureStep[]): void {
    this.#steps = steps;
    this.#tell();
  }

  /** Makes the pictures that are missing, those near a step first. What cannot be drawn stays without a picture. */
  async make(near: number): Promise<void> {
    if (this.#isMaking) return;
    this.#isMaking = true;
    try {
      await this.#makeFrom(near);
    } catch {
      // No map can be drawn, or the window was closed: the words are there without pictures.
    } finally {
      this.#map?.remove();
      this.#map = null;
      this.#isMaking = false;
    }
  }

  close(): void {
    this.#stop.abort();
    for (const address of Object.values(this.#known)) URL.revokeObjectURL(address);
  }

  async #makeFrom(near: number): Promise<void> {
    for (;;) {
      const missing = [...this.#steps.entries()].filter(([, step]) => this.#known[keyOf(step)] === undefined);
      const next = missing.sort(([a], [b]) => Math.abs(a - near) - Math.abs(b - near))[0];
      if (!next) return;
      const [, step] = next;
      const key = keyOf(step);
      const picture = (await this.#kept.get(key)) ?? (await alone(() => this.#draw(step, key)));
      this.#stop.signal.throwIfAborted();
      this.#known[key] = URL.createObjectURL(picture);
      this.#tell();
    }
  }

  async #draw(step: LectureStep, key: string): Promise<Blob> {
    const kept = await this.#kept.get(key);
    if (kept) return kept;
    this.#map ??= await this.#openMap(step);
    const canvas = await drawStep(this.#map, this.#atlas, step, this.#stop.signal);
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.85));
    if (!picture) throw new Error('the browser has no memory for another picture');
    await this.#kept.keep(key, picture);
    return picture;
  }

  async #openMap(step: LectureStep): Promise<PictureMap> {
    const [geometry, context] = await Promise.all([loadFine(), loadContext()]);
    this.#stop.signal.throwIfAborted();
    return new PictureMap(
      { geometry, context, theme: 'projector', ...SLIDE, pixelRatio: PIXEL_RATIO },
      pictureViewOf(this.#atlas, step),
    );
  }

  #tell(): void {
    this.#addresses = this.#steps.map((step) => this.#known[keyOf(step)]);
  }
}

function keyOf({ day, compareDay, look, selection, lens, layers, names }: LectureStep): string {
  return JSON.stringify([day, compareDay, look, selection, lens, layers, names]);
}
