import type {
  ExpressionSpecification,
  FontFacesSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { paletteOf, type MapTheme } from './palette';
import { patternName } from './patterns';

/** Fonts of the labels: families of the style's `font-faces`, drawn by the browser; no glyph server is asked. */
export const SERIF = 'Source Serif 4';
export const SERIF_ITALIC = 'Source Serif 4 Italic';
export const SANS = 'Source Sans 3';

const state = (name: string): ExpressionSpecification => ['feature-state', name];
/** The colour in a feature's state, or `otherwise` while it has none. */
const stateColor = (name: string, otherwise: string): ExpressionSpecification => [
  'case',
  ['to-boolean', state(name)],
  ['to-color', state(name), otherwise],
  otherwise,
];
/** 1 when the state is set, else 0: features with no opacity are not drawn at all. */
const whenSet = (name: string, opacity = 1): ExpressionSpecification => [
  'case',
  ['to-boolean', state(name)],
  opacity,
  0,
];
const whenKind = (kinds: readonly string[], opacity: number): ExpressionSpecification => [
  'case',
  ['in', ['coalesce', state('kind'), 'none'], ['literal', [...kinds]]],
  opacity,
  0,
];
/** A value that grows with the zoom. */
const byZoom = (...stops: [number, number][]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;

/** Letters of a label: as large as its land allows, within these limits in pixels. */
const SMALLEST_PX = 8.5;
const LARGEST_PX = { holder: 30, unit: 15 };
/** Pixels of one degree of longitude at zoom 0. */
const PX_PER_DEGREE = 512 / 360;
const ZOOMS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function labelSize(of: 'holder' | 'unit'): ExpressionSpecification {
  const stops = ZOOMS.flatMap((zoom) => [
    zoom,
    ['min', LARGEST_PX[of], ['*', ['get', 'emPerDegree'], PX_PER_DEGREE * 2 ** zoom]],
  ]);
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

function labelLayer(of: 'holder' | 'unit', theme: MapTheme): LayerSpecification {
  const palette = paletteOf(theme);
  return {
    id: `labels-${of}`,
    type: 'symbol',
    source: 'labels',
    filter: [
      'all',
      ['==', ['get', 'of'], of],
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
      // Names are placed by the build inside their land; hidden ones must not push others away.
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': of === 'holder' ? palette.text : palette.unitText,
      'text-halo-color': palette.textHalo,
      'text-halo-width': 1.6,
      'text-opacity': whenSet('on'),
    },
  };
}

/**
 * The style of the map: a pure function of its theme. Which land has which colour comes as feature-state, so that a change of day never
 * lays anything out again.
 */
export function makeStyle(theme: MapTheme, fontFaces: FontFacesSpecification): StyleSpecification {
  const palette = paletteOf(theme);
  const empty: GeoJSONSourceSpecification = {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
  };
  // Without tolerance neighbouring regions keep their common vertices: no specks between them.
  const land: GeoJSONSourceSpecification = { ...empty, tolerance: 0, maxzoom: 8, buffer: 32 };
  return {
    version: 8,
    name: 'Cordon',
    'font-faces': fontFaces,
    sources: {
      graticule: { ...empty, data: graticule(), tolerance: 0 },
      regions: land,
      patterns: land,
      edges: land,
      rivers: { ...empty, maxzoom: 8 },
      lakes: { ...empty, maxzoom: 8 },
      labels: empty,
      towns: empty,
      events: empty,
      'sphere-lines': empty,
      'sphere-points': empty,
    },
    transition: { duration: 0, delay: 0 },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
      {
        id: 'graticule',
        type: 'line',
        source: 'graticule',
        paint: { 'line-color': palette.graticule, 'line-width': 0.6, 'line-opacity': 0.7 },
      },
      ...[7, 4, 1.8].map((width, at): LayerSpecification => ({
        id: `water-line-${at}`,
        type: 'line',
        source: 'edges',
        filter: ['get', 'coast'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.seaLine,
          'line-opacity': 0.28 + at * 0.12,
          'line-width': byZoom([2, width * 0.6], [6, width * 1.8]),
        },
      })),
      {
        id: 'regions',
        type: 'fill',
        source: 'regions',
        paint: { 'fill-color': stateColor('color', palette.land), 'fill-antialias': false },
      },
      {
        // Closes the hairlines that rounding leaves between two fills.
        id: 'region-seams',
        type: 'line',
        source: 'regions',
        paint: { 'line-color': stateColor('color', palette.land), 'line-width': 0.8 },
      },
      {
        id: 'patterns',
        type: 'fill',
        source: 'patterns',
        paint: {
          'fill-pattern': [
            'match',
            ['get', 'status'],
            ...patternCases(),
            patternName('occupied'),
          ] as unknown as ExpressionSpecification,
          'fill-color': stateColor('ink', palette.inner),
          'fill-opacity': whenSet('ink', 0.72),
          'fill-antialias': false,
        },
      },
      {
        id: 'lakes',
        type: 'fill',
        source: 'lakes',
        paint: { 'fill-color': palette.sea, 'fill-outline-color': palette.seaLine },
      },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': palette.seaLine,
          'line-opacity': byZoom([3, 0.35], [6, 0.9]),
          'line-width': byZoom([3, 0.4], [5, 0.9], [8, 2.2]),
        },
      },
      {
        id: 'veil',
        type: 'fill',
        source: 'regions',
        paint: {
          'fill-color': stateColor('veil', palette.layerInk),
          'fill-opacity': whenSet('veil', 0.3),
          'fill-antialias': false,
        },
      },
      {
        id: 'pulse',
        type: 'fill',
        source: 'regions',
        paint: {
          'fill-color': palette.pulse,
          'fill-opacity': ['coalesce', state('pulse'), 0],
          'fill-antialias': false,
        },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'edges',
        filter: ['get', 'coast'],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': palette.coast, 'line-width': byZoom([2, 0.4], [6, 0.9]) },
      },
      {
        id: 'borders-inner',
        type: 'line',
        source: 'edges',
        filter: ['!', ['get', 'coast']],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': palette.inner,
          'line-opacity': whenKind(['inner'], 0.6),
          'line-width': byZoom([3, 0.5], [6, 1], [9, 1.6]),
          'line-dasharray': [0.6, 2.4],
        },
      },
      {
        id: 'borders-control',
        type: 'line',
        source: 'edges',
        filter: ['!', ['get', 'coast']],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.control,
          'line-opacity': whenKind(['zone', 'demarcation', 'front'], 0.95),
          'line-width': byZoom([3, 0.9], [6, 2], [9, 3]),
          'line-dasharray': [3.2, 1.6],
        },
      },
      {
        id: 'borders-frontier',
        type: 'line',
        source: 'edges',
        filter: ['!', ['get', 'coast']],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': palette.frontier,
          'line-opacity': whenKind(['frontier'], 0.9),
          'line-width': byZoom([2, 0.6], [5, 1.5], [9, 3]),
        },
      },
      {
        id: 'ghosts',
        type: 'line',
        source: 'edges',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.ghost,
          'line-opacity': ['coalesce', state('ghost'), 0],
          'line-width': byZoom([3, 1.2], [6, 3], [9, 4.5]),
          'line-dasharray': [1, 1],
        },
      },
      {
        id: 'veil-edges',
        type: 'line',
        source: 'edges',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': stateColor('veil', palette.layerInk),
          'line-opacity': whenSet('veil', 0.95),
          'line-width': byZoom([3, 1.6], [6, 3.4], [9, 5]),
        },
      },
      {
        id: 'sphere-lines',
        type: 'line',
        source: 'sphere-lines',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': palette.layerInk,
          'line-width': byZoom([3, 1.6], [6, 3.2]),
          'line-dasharray': [2, 1.6],
        },
      },
      {
        id: 'selected-halo',
        type: 'line',
        source: 'edges',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.textHalo,
          'line-opacity': whenSet('selected', 0.9),
          'line-width': byZoom([3, 4], [6, 7], [9, 9]),
        },
      },
      {
        id: 'selected',
        type: 'line',
        source: 'edges',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.selected,
          'line-opacity': whenSet('selected'),
          'line-width': byZoom([3, 1.6], [6, 2.8], [9, 3.6]),
        },
      },
      ...townLayers(theme),
      labelLayer('unit', theme),
      labelLayer('holder', theme),
      ...pointLayers(theme),
    ],
  };
}

function patternCases(): string[] {
  return ['annexed', 'administered', 'leased', 'protectorate', 'contested'].flatMap((status) => [
    status,
    patternName(status as 'annexed'),
  ]);
}

function townLayers(theme: MapTheme): LayerSpecification[] {
  const palette = paletteOf(theme);
  const ranked: [rank: number, minzoom: number][] = [
    [1, 3.6],
    [2, 5],
    [3, 6.3],
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

function pointLayers(theme: MapTheme): LayerSpecification[] {
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
        'circle-opacity': near,
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

/** Meridians and parallels every ten degrees, bent at every second one so that they also serve a globe. */
function graticule(): GeoJSON.FeatureCollection {
  const lines: [number, number][][] = [];
  const steps = (from: number, to: number) =>
    Array.from({ length: (to - from) / 2 + 1 }, (_, at) => from + at * 2);
  for (let lon = -180; lon <= 180; lon += 10) lines.push(steps(-80, 80).map((lat) => [lon, lat]));
  for (let lat = -80; lat <= 80; lat += 10) lines.push(steps(-180, 180).map((lon) => [lon, lat]));
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
    })),
  };
}
