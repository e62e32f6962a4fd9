import type {
  ExpressionSpecification,
  FontFacesSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { byZoom, state, stateColor, whenSet } from './expressions';
import { graticule } from './graticule';
import { labelLayer, labelRoomLayer, pointLayers, townLayers } from './label-layers';
import { paletteOf, type MapTheme } from './palette';
import { patternName } from './patterns';

/** A value for inner borders, for frontiers, and for all kinds between them: fronts, demarcations, zones. */
function byKind<T>(values: { inner: T; frontier: T }, between: T): ExpressionSpecification {
  const { inner, frontier } = values;
  return [
    'match',
    ['get', 'kind'],
    'inner',
    inner,
    'frontier',
    frontier,
    between,
  ] as unknown as ExpressionSpecification;
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
      coasts: land,
      borders: land,
      rivers: { ...empty, maxzoom: 8 },
      lakes: { ...empty, maxzoom: 8 },
      labels: empty,
      'label-room': empty,
      towns: empty,
      events: empty,
      ghosts: land,
      'in-doubt': land,
      outline: land,
      'veil-edges': land,
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
      ...[6, 2.4].map((width, at): LayerSpecification => ({
        id: `water-line-${at}`,
        type: 'line',
        source: 'coasts',
        paint: {
          'line-color': palette.seaLine,
          'line-opacity': 0.35 + at * 0.2,
          'line-width': byZoom([2, width * 0.6], [6, width * 1.8]),
        },
      })),
      {
        id: 'regions',
        type: 'fill',
        source: 'regions',
        // The outline that antialiasing draws in the colour of the fill closes the hairlines between regions.
        paint: { 'fill-color': stateColor('color', palette.land) },
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
          'fill-layer-opacity': 0,
        },
      },
      {
        id: 'dim',
        type: 'fill',
        source: 'regions',
        paint: {
          'fill-color': palette.land,
          'fill-opacity': whenSet('dim', 0.68),
          'fill-antialias': false,
          'fill-layer-opacity': 0,
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
          'fill-layer-opacity': 0,
        },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'coasts',
        paint: { 'line-color': palette.coast, 'line-width': byZoom([2, 0.4], [6, 0.9]) },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: {
          'line-color': byKind({ inner: palette.inner, frontier: palette.frontier }, palette.control),
          'line-opacity': whenSet('on', 0.92),
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            2,
            byKind({ inner: 0.4, frontier: 0.6 }, 0.7),
            5,
            byKind({ inner: 0.9, frontier: 1.6 }, 1.7),
            9,
            byKind({ inner: 1.6, frontier: 3 }, 3),
          ],
          'line-dasharray': byKind({ inner: ['literal', [0.8, 2]], frontier: ['literal', [1, 0]] }, [
            'literal',
            [3, 1.6],
          ]),
        },
      },
      {
        id: 'ghosts',
        type: 'line',
        source: 'ghosts',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.ghost,
          'line-opacity': 0.85,
          'line-width': byZoom([3, 1.2], [6, 3], [9, 4.5]),
          'line-dasharray': [1, 1],
        },
      },
      {
        id: 'in-doubt',
        type: 'line',
        source: 'in-doubt',
        layout: { 'line-join': 'round', 'line-cap': 'butt' },
        paint: {
          'line-color': palette.selected,
          'line-width': byZoom([3, 2.4], [6, 4], [9, 5]),
          'line-dasharray': [1, 1],
        },
      },
      {
        id: 'veil-edges',
        type: 'line',
        source: 'veil-edges',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ['get', 'color'],
          'line-opacity': 0.95,
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
        source: 'outline',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.textHalo,
          'line-opacity': 0.9,
          'line-width': byZoom([3, 4], [6, 7], [9, 9]),
        },
      },
      {
        id: 'selected',
        type: 'line',
        source: 'outline',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.selected,
          'line-width': byZoom([3, 1.6], [6, 2.8], [9, 3.6]),
        },
      },
      ...townLayers(theme),
      labelLayer('unit', theme),
      labelLayer('holder', theme),
      labelRoomLayer('unit'),
      labelRoomLayer('holder'),
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
