import type { Atlas } from '$lib/atlas/atlas';
import type { PictureMap, PictureView } from '$lib/map/picture';
import type { LectureStep, Look } from '$lib/session/lecture';
import { selectedRegions } from '$lib/session/selected';
import { KNOWN_THEN } from '$lib/session/view-state';
import { shortDate, type Day } from '$lib/time/day';

/** Pictures of steps are drawn as on a window of this size, CSS pixels: names are as large as on the stage. */
export const SLIDE = { width: 1067, height: 600 } as const;

/** The size of map to which the zoom of a camera refers, CSS pixels. */
const USUAL = { width: 1440, height: 900 };
/** Where a lecture looks that never says where. */
const OPENING: Look = { bounds: [6, 43.5, 41, 61.5] };

const throughLens = new WeakMap<Atlas, Map<string, Atlas>>();

/** The atlas as a step shows it. */
export function atlasOf(atlas: Atlas, step: LectureStep): Atlas {
  const lens = atlas.bundle.lenses.find(({ id }) => id === step.lens);
  if (!lens) return atlas;
  const known = throughLens.get(atlas) ?? new Map<string, Atlas>();
  throughLens.set(atlas, known);
  const seen = known.get(lens.id) ?? atlas.through(lens);
  known.set(lens.id, seen);
  return seen;
}

/** What the picture of a step shows, or that of another day on the same land. */
export function pictureViewOf(atlas: Atlas, step: LectureStep, day: Day = step.day): PictureView {
  const seen = atlasOf(atlas, step);
  const isSecret = (id: string) =>
    step.lens === KNOWN_THEN && (atlas.spheres.find((sphere) => sphere.id === id)?.knownFrom ?? 0) > day;
  return {
    atlas: seen,
    day,
    look: onSlide(step.look ?? OPENING),
    selected: day === step.day ? selectedRegions(seen, step.selection, day) : [],
    layers: step.layers.filter((id) => !isSecret(id)),
    names: step.names,
  };
}

function onSlide(look: Look): PictureView['look'] {
  if ('bounds' in look) return look;
  const factor = Math.min(SLIDE.width / USUAL.width, SLIDE.height / USUAL.height);
  return { ...look, zoom: look.zoom + Math.log2(factor) };
}

/** The picture of a step: of two days the earlier or other one on the left, with a line between and the days above. */
export async function drawStep(
  map: PictureMap,
  atlas: Atlas,
  step: LectureStep,
  signal?: AbortSignal,
): Promise<HTMLCanvasElement> {
  const picture = await map.take(pictureViewOf(atlas, step), signal);
  if (step.compareDay === null) return picture;
  const other = await map.take(pictureViewOf(atlas, step, step.compareDay), signal);
  const context = picture.getContext('2d');
  if (!context) return picture;
  const { width, height } = picture;
  const middle = width / 2;
  context.drawImage(other, 0, 0, middle, height, 0, 0, middle, height);
  context.fillStyle = '#000';
  context.fillRect(middle - width / 600, 0, width / 300, height);
  const size = height / 18;
  context.font = `600 ${size}px "Source Serif 4", Georgia, serif`;
  context.textBaseline = 'top';
  for (const [day, isLeft] of [
    [step.compareDay, true],
    [step.day, false],
  ] as const) {
    const text = shortDate(day);
    const room = context.measureText(text).width + size * 0.8;
    const x = isLeft ? middle - room - size * 0.4 : middle + size * 0.4;
    context.fillStyle = 'rgb(255 255 255 / 92%)';
    context.fillRect(x, size * 0.4, room, size * 1.4);
    context.fillStyle = '#000';
    context.fillText(text, x + size * 0.4, size * 0.6);
  }
  return picture;
}
