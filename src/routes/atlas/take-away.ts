import { statusesAmong } from '$lib/atlas/in-view';
import { dayAsGeoJson } from '$lib/export/geojson';
import { composeSheet, footnotesOf } from '$lib/export/picture-sheet';
import type { AtlasMap } from '$lib/map/controller';
import { takePicture } from '$lib/map/picture';
import { patternSwatches } from '$lib/map/swatches';
import type { Session } from '$lib/session/session.svelte';
import { isoFromDay, longDate } from '$lib/time/day';
import type { MapFiles } from './map-files.svelte';
import { saveFile } from './save';

const PIXEL_RATIO = 2;
const MOST_FOOTNOTES = 8;
/** Circumference of the Earth at the equator in metres, and the width of the world at zoom 0 in pixels. */
const EQUATOR_M = 40_075_017;
const WORLD_PX = 512;

/** Saves the view as a picture with title, date, legend, scale and sources. */
export async function savePicture(session: Session, files: MapFiles, map: AtlasMap): Promise<void> {
  const { atlas, day, view } = session;
  const canvas = map.map.getCanvas();
  const center = map.map.getCenter();
  const zoom = map.map.getZoom();
  const picture = await takePicture(
    {
      geometry: files.geometry,
      context: files.context,
      theme: 'paper',
      width: canvas.clientWidth,
      height: canvas.clientHeight,
      pixelRatio: PIXEL_RATIO,
    },
    {
      atlas,
      day,
      look: { lon: center.lng, lat: center.lat, zoom },
      selected: [],
      layers: view.layers,
      names: view.names,
    },
  );
  const sheet = composeSheet({
    map: picture,
    pixelRatio: PIXEL_RATIO,
    title: titleOf(session),
    day,
    legend: await legendOf(session, map.regionsInView),
    metresPerPixel: (EQUATOR_M * Math.cos((center.lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom),
    footnotes: [...footnotesOf(atlas, changesOf(session), MOST_FOOTNOTES), `Cordon. ${location.href}`],
  });
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the browser has no memory for a picture of this size');
  saveFile(`cordon-${isoFromDay(day)}.png`, blob);
}

/** Saves who held what on the day. */
export function saveGeoJson({ atlas, day }: Session, files: MapFiles): void {
  const text = dayAsGeoJson(atlas, files.geometry, day);
  saveFile(`cordon-${isoFromDay(day)}.geojson`, new Blob([text], { type: 'application/geo+json' }));
}

/** The changes that the view is about: the selected one, else those of the day. */
function changesOf({ atlas, change, day }: Session) {
  const selected = change === undefined ? undefined : atlas.changes[change];
  return selected ? [selected] : atlas.changesBetween(day - 1, day);
}

function titleOf(session: Session): string {
  const [change] = changesOf(session);
  const seen = session.lens ? ` ${session.lens.title}.` : '';
  return `${change ? change.title : `Who held which land on ${longDate(session.day)}`}.${seen}`;
}

async function legendOf({ atlas, day }: Session, regions: ReadonlySet<number>) {
  const swatches = patternSwatches('paper');
  return Promise.all(
    statusesAmong(atlas, day, regions).map(async (status) => {
      const swatch = new Image();
      swatch.src = swatches[status] ?? '';
      await swatch.decode();
      return { status, swatch };
    }),
  );
}
