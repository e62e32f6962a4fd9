import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { byZoom, state, whenSet } from './expressions';
import { paletteOf, type MapTheme } from './palette';

/** Fonts of the labels: families of the style's `font-faces`, drawn by the browser; no glyph server is asked. */
export const SERIF = 'Source Serif 4';
export const SERIF_ITALIC = 'Source Serif 4 Italic';
export const SANS = 'Source Sans 3';

/** Letters of a label: as large as its land allows, within these limits in pixels. */
const SMALLEST_PX = 8.5;
const LARGEST_PX = { holder: 30, unit: 15 };
/** Pixels of one degree of longitude at zoom 0. */
const PX_PER_DEGREE = 512 / 360;
/** Towns are shown from this zoom on. */
const TOWNS_FROM_ZOOM = 3.6;
const ZOOMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function labelSize(of: 'holder' | 'unit'): ExpressionSpecification {
  const stops = ZOOMS.flatMap((zoom) => [
    zoom,
    ['min', LARGEST_PX[of], ['*', ['get', 'emPerDegree'], PX_PER_DEGREE * 2 ** zoom]],
  ]);
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** Which names are shown at a zoom, and how they are set. */
function labelLook(of: 'holder' | 'unit') {
  return {
    filter: [
      'all',
      ['==', ['get', 'of'], of],
      // A state that reaches far is named near home as well, once home fills the window.
      ['any', ['!', ['get', 'home']], ['>=', ['zoom'], 3]],
      // At this zoom and the next whole one the letters are large enough to read.
      ['>=', ['*', ['get', 'emPerDegree'], PX_PER_DEGREE * 1.3, ['^', 2, ['zoom']]], SMALLEST_PX],
    ],
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [of === 'holder' ? SERIF : SERIF_ITALIC],
      'text-size': labelSize(of),
      'text-max-width': 100,
      'text-line-height': 1.15,
      'text-letter-spacing': of === 'holder' ? 0.14 : 0.02,
      'text-transform': of === 'holder' ? 'uppercase' : 'none',
      'text-allow-overlap': true,
      'symbol-sort-key': ['get', 'rank'],
    },
  } satisfies Partial<SymbolLayerSpecification>;
}

/** The names of states or of their units. */
export function labelLayer(of: 'holder' | 'unit', theme: MapTheme): LayerSpecification {
  const palette = paletteOf(theme);
  const { filter, layout } = labelLook(of);
  return {
    id: `labels-${of}`,
    type: 'symbol',
    source: 'labels',
    filter,
    // Names are placed by the build inside their land; hidden ones must not push others away.
    layout: { ...layout, 'text-ignore-placement': true },
    paint: {
      'text-color': of === 'holder' ? palette.text : palette.unitText,
      'text-halo-color': palette.textHalo,
      'text-halo-width': 1.6,
      'text-opacity': whenSet('on'),
    },
  };
}

/** The room that the names of the day take, unseen: names of towns go out of its way. */
export function labelRoomLayer(of: 'holder' | 'unit'): LayerSpecification {
  return {
    id: `label-room-${of}`,
    type: 'symbol',
    source: 'label-room',
    minzoom: TOWNS_FROM_ZOOM,
    ...labelLook(of),
    paint: { 'text-opacity': 0 },
  };
}

/** Towns by rank, the lesser ones from a closer zoom. */
export function townLayers(theme: MapTheme): LayerSpecification[] {
  const palette = paletteOf(theme);
  // The last layer is placed first and keeps its room, so the great towns come last.
  const ranked: [rank: number, minzoom: number][] = [
    [3, 6.3],
    [2, 5],
    [1, TOWNS_FROM_ZOOM],
  ];
  return ranked.map(([rank, minzoom]) => ({
    id: `towns-${rank}`,
    type: 'symbol',
    source: 'towns',
    minzoom,
    filter: ['==', ['get', 'rank'], rank],
    layout: {
      'icon-image': ['case', ['get', 'capital'], 'capital', 'town'],
      'icon-allow-overlap': true,
      'text-field': ['get', 'name'],
      'text-font': [SANS],
      'text-size': byZoom([3.6, rank === 1 ? 11 : 10], [7, rank === 1 ? 15 : 13]),
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-optional': true,
      'text-padding': 3,
      'symbol-sort-key': ['case', ['get', 'capital'], 0, 1],
    },
    paint: {
      'icon-color': palette.town,
      'text-color': palette.town,
      'text-halo-color': palette.textHalo,
      'text-halo-width': 1.2,
      'text-opacity': 0.9,
    },
  }));
}

/** Events of the days around, and the sites of spheres. */
export function pointLayers(theme: MapTheme): LayerSpecification[] {
  const palette = paletteOf(theme);
  const near: ExpressionSpecification = ['coalesce', state('near'), 0];
  return [
    {
      id: 'events',
      type: 'circle',
      source: 'events',
      paint: {
        'circle-color': palette.pulse,
        'circle-stroke-color': palette.control,
        'circle-stroke-width': 2,
        'circle-radius': 5.5,
        // A hollow ring: the date of the event is in doubt.
        'circle-opacity': ['case', ['get', 'inDoubt'], 0, near],
        'circle-stroke-opacity': near,
      },
    },
    {
      id: 'sphere-points',
      type: 'circle',
      source: 'sphere-points',
      paint: {
        'circle-color': palette.layerInk,
        'circle-radius': byZoom([3, 3.5], [7, 6]),
        'circle-stroke-color': palette.textHalo,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'sphere-point-names',
      type: 'symbol',
      source: 'sphere-points',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [SANS],
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.7,
      },
      paint: { 'text-color': palette.layerInk, 'text-halo-color': palette.textHalo, 'text-halo-width': 1.6 },
    },
  ];
}
