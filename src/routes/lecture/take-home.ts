import type { Atlas } from '$lib/atlas/atlas';
import { Film } from '$lib/export/film';
import { bibliographyOf, referenceLine } from '$lib/export/references';
import { PICTURE_SHAPE, composeSlides, type Slide } from '$lib/export/slides';
import { PictureMap } from '$lib/map/picture';
import type { Citation, Lecture, LectureStep } from '$lib/session/lecture';
import { changesOnTheWay, playThrough } from '$lib/session/passage';
import { longDate } from '$lib/time/day';
import { loadContext, loadFine } from '../atlas/load';
import { captioned, writeDate } from './captioned';
import { alone } from './drawing-turn';
import { SLIDE, atlasOf, drawStep, pictureViewOf } from './draw-step';

/** How far the work has come, and how it can be broken off. */
export interface Work {
  /** Hears what share is done, 0 to 1. */
  readonly onshare: (share: number) => void;
  readonly signal: AbortSignal;
  /** Address of a step in the atlas; null when others cannot open it. */
  readonly addressOf: (index: number) => string | null;
}

/** Pictures in slides: 1600 pixels wide. */
const SLIDE_RATIO = 1.5;
/** Single pictures: 1920 pixels wide. */
const PICTURE_RATIO = 1.8;
/** Films: 800 pixels wide, which mail programs still carry. */
const FILM_RATIO = 0.75;
const FRAMES_A_SECOND = 8;
/** The day after which a film ends stays this long, ms. */
const LAST_FRAME_MS = 2500;

/** The lecture as a PowerPoint file. */
export async function slidesOf(atlas: Atlas, lecture: Lecture, work: Work): Promise<Blob> {
  const height = Math.round(SLIDE.width / PICTURE_SHAPE);
  const slides: Slide[] = [];
  await withMap(atlas, lecture.steps[0], { height, pixelRatio: SLIDE_RATIO }, async (map) => {
    for (const [at, step] of lecture.steps.entries()) {
      const picture = await drawStep(map, atlas, step, work.signal);
      slides.push({
        date: longDate(step.day),
        title: step.title,
        caption: step.caption,
        question: step.predict?.question ?? null,
        notes: step.notes,
        sources: step.citations.map(citationLine),
        picture: picture.toDataURL('image/png'),
        address: work.addressOf(at),
      });
      work.onshare((at + 1) / (lecture.steps.length + 1));
    }
  });
  const { title, author, abstract } = lecture;
  const bibliography = bibliographyOf(lecture.steps.flatMap(sourcesOf));
  const file = await composeSlides({ title, author, abstract, slides, bibliography });
  work.signal.throwIfAborted();
  return new Blob([file], {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  });
}

/** Every step as a PNG with its words and sources below the map, in one archive. */
export async function picturesOf(atlas: Atlas, lecture: Lecture, work: Work): Promise<Blob> {
  const { default: Archive } = await import('jszip');
  const archive = new Archive();
  await withMap(atlas, lecture.steps[0], { height: SLIDE.height, pixelRatio: PICTURE_RATIO }, async (map) => {
    for (const [at, step] of lecture.steps.entries()) {
      const picture = await drawStep(map, atlas, step, work.signal);
      const date = longDate(step.day);
      if (step.compareDay === null) writeDate(picture, date);
      const lines = [...bibliographyOf(sourcesOf(step)), work.addressOf(at) ?? ''].filter(Boolean);
      const sheet = captioned(picture, {
        date,
        title: step.title,
        caption: step.caption,
        small: lines.join('  ·  '),
      });
      archive.file(`${String(at + 1).padStart(2, '0')}.png`, pngOf(sheet));
      work.onshare((at + 1) / (lecture.steps.length + 1));
    }
  });
  const file = await archive.generateAsync({ type: 'blob' });
  work.signal.throwIfAborted();
  return file;
}

/** Indices of the steps to which time can be played: they are later than the step before. */
export const playableSteps = ({ steps }: Lecture): number[] =>
  [...steps.keys()].filter((at) => at > 0 && (steps[at - 1]?.day ?? Infinity) < (steps[at]?.day ?? 0));

/** Time from the step before to a step, as a GIF. */
export async function filmOf(atlas: Atlas, lecture: Lecture, index: number, work: Work): Promise<Blob> {
  const [before, step] = [lecture.steps[index - 1], lecture.steps[index]];
  if (!before || !step) throw new RangeError(`no time passes before step ${index + 1}`);
  const seen = atlasOf(atlas, step);
  const passage = playThrough(before.day, step.day, changesOnTheWay(seen, before.day, step), false);
  const film = await Film.begin();
  await withMap(atlas, step, { height: SLIDE.height, pixelRatio: FILM_RATIO }, async (map) => {
    const count = Math.ceil(passage.seconds * FRAMES_A_SECOND);
    let day = -1;
    let frame: ImageData | null = null;
    for (let at = 0; at <= count; at++) {
      const now = at === count ? step.day : passage.dayAt(at / FRAMES_A_SECOND);
      if (now !== day || !frame) {
        const picture = await map.take(
          pictureViewOf(atlas, step, now),
          work.signal,
          at === 0 || at === count,
        );
        writeDate(picture, longDate(now));
        const context = picture.getContext('2d');
        if (!context) throw new Error('the browser has no memory for another picture');
        frame = context.getImageData(0, 0, picture.width, picture.height);
        day = now;
      }
      film.add(frame, at === count ? LAST_FRAME_MS : 1000 / FRAMES_A_SECOND);
      work.onshare(at / (count + 1));
    }
  });
  work.signal.throwIfAborted();
  return film.end();
}

async function withMap(
  atlas: Atlas,
  first: LectureStep | undefined,
  size: { readonly height: number; readonly pixelRatio: number },
  draw: (map: PictureMap) => Promise<void>,
): Promise<void> {
  if (!first) throw new RangeError('the lecture has no step');
  const [geometry, context] = await Promise.all([loadFine(), loadContext()]);
  const sheet = { geometry, context, theme: 'projector' as const, width: SLIDE.width, ...size };
  await alone(async () => {
    const map = new PictureMap(sheet, pictureViewOf(atlas, first));
    try {
      await draw(map);
    } finally {
      map.remove();
    }
  });
}

const sourcesOf = ({ citations }: LectureStep) => citations.map(({ source }) => source);

function citationLine({ source, excerpt, says }: Citation): string {
  const words = says ?? excerpt?.says ?? '';
  const quote = excerpt?.quote ? ` “${excerpt.quote}”` : '';
  const correction = excerpt?.correction ? ` Correction: ${excerpt.correction}` : '';
  return `${referenceLine(source, excerpt?.locator)}${words ? ` ${words}` : ''}${quote}${correction}`;
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser has no memory for another picture'))),
      'image/png',
    ),
  );
}
