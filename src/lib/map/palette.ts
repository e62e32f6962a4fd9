import type { Status } from '../atlas/types';

/** The looks of the map: printed paper, dark room, or projector in a lit hall. */
export const MAP_THEMES = ['paper', 'dark', 'projector'] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

/** Colours of the map that do not depend on who holds the land. */
export interface Palette {
  readonly sea: string;
  readonly seaLine: string;
  readonly land: string;
  readonly water: string;
  readonly coast: string;
  readonly frontier: string;
  readonly control: string;
  readonly inner: string;
  readonly ghost: string;
  readonly selected: string;
  readonly pulse: string;
  readonly text: string;
  readonly textHalo: string;
  readonly unitText: string;
  readonly town: string;
  readonly graticule: string;
  readonly layerInk: string;
  /** How far fills are mixed into `land`, 0 to 1, so that text stays readable. */
  readonly fillStrength: number;
}

/**
 * Hues by name of colour. They keep apart under deuteranopia, protanopia and tritanopia by lightness where hues fall together, and no
 * two states that share a long border share a colour (`tests/unit/palette.test.ts`).
 */
const HUES: Readonly<Record<string, string>> = {
  red: '#c9513f',
  'red-light': '#e39a86',
  slate: '#6c7f92',
  'slate-light': '#a9b6c2',
  blue: '#5b93c4',
  'blue-light': '#a5c9e6',
  teal: '#4fa197',
  green: '#7fae5c',
  'green-light': '#b9d59a',
  olive: '#a9a545',
  gold: '#dfb13a',
  sand: '#e8d49a',
  orange: '#dd8436',
  'orange-light': '#f0bd85',
  brown: '#99714c',
  'brown-light': '#c9a682',
  maroon: '#8f4459',
  rose: '#cf7d96',
  'rose-light': '#eab6c4',
  purple: '#8a70b3',
  'purple-light': '#bfaeda',
  grey: '#b9b2a6',
};

const PALETTES: Readonly<Record<MapTheme, Palette>> = {
  paper: {
    sea: '#d5e2e6',
    seaLine: '#b3cad3',
    land: '#f6f0e2',
    water: '#c3d9e2',
    coast: '#6f8793',
    frontier: '#3d2f2a',
    control: '#7c3a2d',
    inner: '#6b5c50',
    ghost: '#3d2f2a',
    selected: '#111111',
    pulse: '#fffbe8',
    text: '#2b211c',
    textHalo: '#fbf7ecd9',
    unitText: '#3f332b',
    town: '#2b211c',
    graticule: '#9fb8c2',
    layerInk: '#4a2a66',
    fillStrength: 0.62,
  },
  dark: {
    sea: '#16222b',
    seaLine: '#233845',
    land: '#2a2a28',
    water: '#1d3340',
    coast: '#57707e',
    frontier: '#f1e9d8',
    control: '#ffb199',
    inner: '#b9ae9d',
    ghost: '#f1e9d8',
    selected: '#ffffff',
    pulse: '#fff6cf',
    text: '#f6f0e2',
    textHalo: '#14181bcc',
    unitText: '#d6cdbd',
    town: '#f1e9d8',
    graticule: '#2c4351',
    layerInk: '#d9b8ff',
    fillStrength: 0.6,
  },
  projector: {
    sea: '#e9f1f5',
    seaLine: '#b9ced8',
    land: '#ffffff',
    water: '#cfe2ec',
    coast: '#33454f',
    frontier: '#000000',
    control: '#8a1500',
    inner: '#444444',
    ghost: '#000000',
    selected: '#000000',
    pulse: '#ffffff',
    text: '#000000',
    textHalo: '#fffffff0',
    unitText: '#222222',
    town: '#000000',
    graticule: '#c3d4dd',
    layerInk: '#3c0d66',
    fillStrength: 0.78,
  },
};

/** The fixed colours of a theme. */
export function paletteOf(theme: MapTheme): Palette {
  return PALETTES[theme];
}

/** The fill of land in a named colour: its hue mixed into the paper. */
export function fillOf(color: string, theme: MapTheme): string {
  const { land, fillStrength } = PALETTES[theme];
  return mix(land, HUES[color] ?? '#b9b2a6', fillStrength);
}

/** The ink of a pattern in a named colour: darker than its fill on paper, lighter in the dark. */
export function inkOf(color: string, theme: MapTheme): string {
  const hue = HUES[color] ?? '#b9b2a6';
  return theme === 'dark' ? mix(hue, '#ffffff', 0.25) : mix(hue, '#1d120c', 0.18);
}

/** Names of all colours a polity may have. */
export const COLOR_NAMES = Object.keys(HUES);

/** Statuses that are shown by a pattern over the fill, in the order of the ladder of control. */
export const PATTERNED: readonly Status[] = [
  'annexed',
  'administered',
  'leased',
  'protectorate',
  'occupied',
  'contested',
];

/** Mixes two #rrggbb colours. */
export function mix(from: string, to: string, share: number): string {
  const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
  const channel = (at: number) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share);
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`;
}
