import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { COLORS } from '../../geodata/schema/palette';
import { labelFits } from '../../src/lib/map/label-fit';
import { COLOR_NAMES, MAP_THEMES, PATTERNED, fillOf, inkOf, mix } from '../../src/lib/map/palette';
import { patternOf } from '../../src/lib/map/patterns';
import {
  ShownDay,
  changedOn,
  eventFeatures,
  type FeatureState,
  type SourceName,
} from '../../src/lib/map/shown-day';
import { borderId, labelFeatures, patternId, townFeatures, townsKey } from '../../src/lib/map/sources';
import { makeStyle } from '../../src/lib/map/style';
import { dayFromIso } from '../../src/lib/time/day';
import { Atlas } from '../../src/lib/atlas/atlas';
import { tinyAtlas, tinyBundle } from '../fixtures/tiny-atlas';

const day = dayFromIso;
const atlas = tinyAtlas();

describe('the style', () => {
  test.each(MAP_THEMES)('%s keeps the specification', (theme) => {
    expect(validateStyleMin(makeStyle(theme, {} as never))).toEqual([]);
  });

  test('asks no other host for anything', () => {
    expect(JSON.stringify(makeStyle('paper', {} as never))).not.toMatch(/https?:|glyphs|sprite/);
  });
});

describe('the palette', () => {
  test('has every colour that a polity may have, and no other', () => {
    expect([...COLOR_NAMES].sort()).toEqual([...COLORS].sort());
  });

  test('gives each colour a fill and an ink that can be told apart', () => {
    for (const theme of MAP_THEMES) {
      for (const color of COLOR_NAMES)
        expect(contrast(fillOf(color, theme), inkOf(color, theme))).toBeGreaterThan(1.3);
    }
  });

  test('mixes', () => expect(mix('#000000', '#ff8000', 0.5)).toBe('#804000'));

  function contrast(a: string, b: string): number {
    const luminance = (hex: string) => {
      const [r, g, b] = [1, 3, 5].map((at) => {
        const part = parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      }) as [number, number, number];
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  }
});

describe('patterns', () => {
  test('are all different, and neither empty nor full', () => {
    const inks = PATTERNED.map((status) => {
      const { data } = patternOf(status as 'occupied');
      return [...data].filter((_, at) => at % 4 === 3).map((alpha) => (alpha > 192 ? '#' : '.'));
    });
    expect(new Set(inks.map((ink) => ink.join(''))).size).toBe(PATTERNED.length);
    for (const ink of inks) {
      const share = ink.filter((pixel) => pixel === '#').length / ink.length;
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.6);
    }
  });

  test.each(PATTERNED)('%s joins itself on every side', (status) => {
    const { width, height, data } = patternOf(status as 'occupied');
    const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
    for (let at = 0; at < width; at++) {
      expect(Math.abs(alpha(at, 0) - alpha(at, height - 1))).toBeLessThanOrEqual(50);
      expect(Math.abs(alpha(0, at) - alpha(width - 1, at))).toBeLessThanOrEqual(50);
    }
  });
});

describe('labels', () => {
  test('break where it lets them be larger', () => {
    expect(labelFits('Independent State of Croatia', 4, 'holder').text.split('\n').length).toBeGreaterThan(1);
    expect(labelFits('Poland', 4, 'holder').text).toBe('Poland');
    expect(labelFits('Soviet Union', 40, 'holder').emPerDegree).toBeGreaterThan(
      labelFits('Soviet Union', 20, 'holder').emPerDegree,
    );
  });

  test('have one feature for each interval of name and place', () => {
    const { features, spans } = labelFeatures(atlas);
    expect(features.features.map(({ properties }) => properties?.['text'].replaceAll('\n', ' '))).toEqual([
      'Kingdom of Alfa',
      'Kingdom of Alfa',
      'Alfa',
      'Beta',
    ]);
    expect(spans[1]).toEqual({ from: day('1920-03-01'), to: day('1925-01-01') });
  });
});

describe('towns', () => {
  test('have the name of the day and know whether they are a capital', () => {
    const [town] = townFeatures(atlas, day('1919-01-01')).features;
    expect(town?.properties).toEqual({ name: 'Altstadt', rank: 1, capital: true });
  });
  test('are drawn anew only when a name changes', () => {
    expect(townsKey(atlas, day('1919-01-01'))).toBe(townsKey(atlas, day('1920-02-29')));
    expect(townsKey(atlas, day('1919-01-01'))).not.toBe(townsKey(atlas, day('1920-03-01')));
  });
});

describe('the shown day', () => {
  function shown() {
    const said: [SourceName, number, FeatureState][] = [];
    const veils: (readonly number[])[] = [];
    const day = new ShownDay(
      atlas,
      labelFeatures(atlas).spans,
      'paper',
      (source, id, state) => said.push([source, id, state]),
      (edges) => veils.push([...edges.keys()]),
    );
    const take = () => said.splice(0).map(([source, id]) => `${source} ${id}`);
    return { day, said, take, veils };
  }

  test('says everything once, then only what differs', () => {
    const { day: map, take } = shown();
    map.goTo(day('1918-05-09'));
    expect(take().filter((line) => line.startsWith('regions'))).toEqual([
      'regions 0',
      'regions 1',
      'regions 2',
    ]);
    map.goTo(day('1918-05-10'));
    // The occupied region with its pattern, its edge to the west, which becomes a demarcation, and nothing else of the land.
    expect(take()).toEqual([
      'regions 1',
      `patterns ${patternId(1, 5)}`,
      `borders ${borderId(0, 'demarcation')}`,
    ]);
    map.goTo(day('1919-01-01'));
    expect(take()).toEqual([]);
    map.goTo(day('1919-01-01'));
    expect(take()).toEqual([]);
  });

  test('is the same by any way to a day', () => {
    const last = (days: readonly string[]) => {
      const { day: map, said } = shown();
      for (const iso of days) map.goTo(day(iso));
      const state = new Map<string, FeatureState>();
      for (const [source, id, part] of said) {
        state.set(`${source} ${id}`, { ...state.get(`${source} ${id}`), ...part });
      }
      return Object.fromEntries([...state].filter(([key]) => !key.startsWith('events')).sort());
    };
    const straight = last(['1919-01-01']);
    const round = last(['1950-01-01', '1917-01-01', '1920-03-01', '1919-01-01']);
    // A pattern or a border that is gone is said to be off; straight it was never said.
    const clean = (state: Record<string, FeatureState>) =>
      Object.fromEntries(
        Object.entries(state).filter(([, part]) => part['ink'] !== '' && part['on'] !== false),
      );
    expect(clean(round)).toEqual(clean(straight));
  });

  test('says everything again in other colours', () => {
    const { day: map, take } = shown();
    map.goTo(day('1919-01-01'));
    take();
    map.repeat('dark');
    expect(take().filter((line) => line.startsWith('regions'))).toHaveLength(3);
  });

  test('lays a veil over the members of an alliance, on its days only', () => {
    const { day: map, said, veils } = shown();
    map.goTo(day('1935-01-01'));
    said.length = 0;
    map.setLayers(['bloc']);
    expect(
      said.filter(([source, , state]) => source === 'regions' && state['veil']).map(([, id]) => id),
    ).toEqual([1, 2]);
    // The limit runs along the border of the alliance and its coasts, not between its members.
    expect(veils.at(-1)?.toSorted()).toEqual([0, 3, 4]);
    said.length = 0;
    map.goTo(day('1940-01-01'));
    expect(veils.at(-1)).toEqual([]);
    expect(
      said.filter(([source, , state]) => source === 'regions' && state['veil'] === '').map(([, id]) => id),
    ).toEqual([1, 2]);
  });

  test('shows events in their days', () => {
    const { day: map, said } = shown();
    map.goTo(day('1930-06-15'));
    expect(
      said.filter(([source]) => source === 'events').map(([, , state]) => Number(state['near'])),
    ).toEqual([1]);
    said.length = 0;
    map.goTo(day('1931-06-15'));
    expect(
      said.filter(([source]) => source === 'events').map(([, , state]) => Number(state['near'])),
    ).toEqual([0]);
  });
});

test('the old line is a ghost on the day it goes', () => {
  expect(changedOn(atlas, day('1920-03-01'))).toEqual({ regions: [1], inDoubt: [], goneBorders: [1] });
  expect(changedOn(atlas, day('1920-03-02'))).toEqual({ regions: [], inDoubt: [], goneBorders: [] });
});

test('land that moved on a day in doubt is told apart', () => {
  const bundle = tinyBundle();
  const changes = bundle.changes.map((change) =>
    change.id === '1920-03-01-peace' ? { ...change, contested: true as const } : change,
  );
  const doubted = new Atlas({ ...bundle, changes });
  expect(changedOn(doubted, day('1920-03-01')).inDoubt).toEqual([1]);
  expect(eventFeatures(doubted).features.map(({ properties }) => properties?.['inDoubt'])).toEqual([true]);
});
