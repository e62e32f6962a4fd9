import type { ExpressionSpecification } from 'maplibre-gl';

/** A part of a feature's state. */
export const state = (name: string): ExpressionSpecification => ['feature-state', name];
/** The colour in a feature's state, or `otherwise` while it has none. */
export const stateColor = (name: string, otherwise: string): ExpressionSpecification => [
  'case',
  ['to-boolean', state(name)],
  ['to-color', state(name), otherwise],
  otherwise,
];
/** 1 when the state is set, else 0: features with no opacity are not drawn at all. */
export const whenSet = (name: string, opacity = 1): ExpressionSpecification => [
  'case',
  ['to-boolean', state(name)],
  opacity,
  0,
];
/** A value that grows with the zoom. */
export const byZoom = (...stops: [number, number][]): ExpressionSpecification =>
  ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
