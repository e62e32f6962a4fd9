import * as maplibregl from 'maplibre-gl';
import type { FilterSpecification, GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { Atlas } from '../../../src/lib/atlas/atlas';
import { BORDER_KINDS, borderBetween, type BorderKind } from '../../../src/lib/atlas/border';
import { createMap, OPENING_BOUNDS, styleOf } from '../../../src/lib/map/create-map';
import { fillOf } from '../../../src/lib/map/palette';
import { ShownDay } from '../../../src/lib/map/shown-day';
import { edgeFeatures, edgeLine, regionFeatures, type RegionTopology } from '../../../src/lib/map/sources';
import { LAST_DAY, type Day } from '../../../src/lib/time/day';

/** The ways that are compared to put another day on a map: ours, and the two that other atlases use. */
export type Way = 'feature-state' | 'setFilter' | 'setData';

interface DayMap {
  /** Resolves once the picture of the day is complete. */
  show(day: Day): Promise<void>;
  remove(): void;
}

type Features = GeoJSON.FeatureCollection;
const collect = (features: GeoJSON.Feature[]): Features => ({ type: 'FeatureCollection', features });

/** The land and the borders of the app's own style and nothing else, the same for all three ways. */
function openMap(container: HTMLElement, isState: boolean): maplibregl.Map {
  createMap(container, 'paper', null).remove();
  const style = styleOf('paper');
  const drawn = ['sea', 'regions', 'borders'];
  style.layers = style.layers.filter(({ id }) => drawn.includes(id));
  style.sources = Object.fromEntries(
    Object.entries(style.sources).filter(([id]) => drawn.includes(id)),
  ) as typeof style.sources;
  if (!isState) {
    for (const layer of style.layers as LayerSpecification[]) {
      if (layer.type === 'fill') layer.paint = { ...layer.paint, 'fill-color': ['get', 'color'] };
      if (layer.type === 'line') layer.paint = { ...layer.paint, 'line-opacity': 0.92 };
    }
  }
  return new maplibregl.Map({ container, style, bounds: OPENING_BOUNDS, fadeDuration: 0 });
}

const source = (map: maplibregl.Map, id: string) => map.getSource(id) as GeoJSONSource;

/** Resolves when nothing is left to load or draw, and the last frame is really drawn. */
async function settled(map: maplibregl.Map): Promise<void> {
  await map.once('idle');
  const gl = map.getCanvas().getContext('webgl2');
  gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

function dayMap(map: maplibregl.Map, fill: () => void, change: (day: Day) => void): DayMap {
  let isFilled = false;
  return {
    async show(day) {
      if (!isFilled) {
        await map.once('load');
        fill();
        isFilled = true;
      }
      change(day);
      map.triggerRepaint();
      await settled(map);
    },
    remove: () => map.remove(),
  };
}

const colorOn = (atlas: Atlas, region: number, day: Day): string =>
  fillOf(atlas.polities[atlas.holdingOn(region, day).holder]?.color ?? 'grey', 'paper');

const kindOn = (atlas: Atlas, edge: number, day: Day): BorderKind => {
  const { left, right } = atlas.edges[edge] ?? { left: -1, right: -1 };
  if (left < 0 || right < 0) return 'none';
  return borderBetween(atlas.holdingOn(left, day), atlas.holdingOn(right, day));
};

/** One feature for each span of days on which an edge is a border of one kind. */
function borderSpans(atlas: Atlas, edge: number): { kind: BorderKind; from: Day; to: Day }[] {
  const { left, right } = atlas.edges[edge] ?? { left: -1, right: -1 };
  if (left < 0 || right < 0) return [];
  const days = [
    ...new Set([...atlas.historyOf(left), ...atlas.historyOf(right)].map(({ holding }) => holding.from)),
  ].sort((a, b) => a - b);
  return days
    .map((from, at) => ({ kind: kindOn(atlas, edge, from), from, to: days[at + 1] ?? LAST_DAY + 1 }))
    .filter(({ kind }) => kind !== BORDER_KINDS[0]);
}

export const WAYS: Record<Way, (container: HTMLElement, atlas: Atlas, geometry: RegionTopology) => DayMap> = {
  'feature-state'(container, atlas, geometry) {
    const map = openMap(container, true);
    const drawn = new Set(['regions', 'borders']);
    const shown = new ShownDay(
      atlas,
      [],
      'paper',
      (name, id, state) => {
        if (drawn.has(name)) map.setFeatureState({ source: name, id }, { ...state });
      },
      () => undefined,
    );
    const fill = () => {
      source(map, 'regions').setData(regionFeatures(geometry));
      source(map, 'borders').setData(edgeFeatures(geometry, atlas).borders);
    };
    return dayMap(map, fill, (day) => shown.goTo(day));
  },

  setFilter(container, atlas, geometry) {
    const map = openMap(container, false);
    const regions = regionFeatures(geometry).features;
    const fill = () => {
      source(map, 'regions').setData(
        collect(
          regions.flatMap(({ geometry: land }, region) =>
            atlas.historyOf(region).map(({ holding, to }) => ({
              type: 'Feature' as const,
              properties: {
                from: holding.from,
                to: to ?? LAST_DAY + 1,
                color: colorOn(atlas, region, holding.from),
              },
              geometry: land,
            })),
          ),
        ),
      );
      source(map, 'borders').setData(
        collect(
          atlas.edges.flatMap((_, edge) => {
            const line = edgeLine(geometry, edge);
            const spans = line ? borderSpans(atlas, edge) : [];
            return spans.map((span) => ({
              type: 'Feature' as const,
              properties: span,
              geometry: line as GeoJSON.LineString,
            }));
          }),
        ),
      );
    };
    return dayMap(map, fill, (day) => {
      const isOn: FilterSpecification = ['all', ['<=', ['get', 'from'], day], ['>', ['get', 'to'], day]];
      map.setFilter('regions', isOn);
      map.setFilter('borders', isOn);
    });
  },

  setData(container, atlas, geometry) {
    const map = openMap(container, false);
    const regions = regionFeatures(geometry).features;
    const lines = atlas.edges.map((_, edge) => edgeLine(geometry, edge));
    return dayMap(
      map,
      () => undefined,
      (day) => {
        source(map, 'regions').setData(
          collect(
            regions.map((item, region) => ({ ...item, properties: { color: colorOn(atlas, region, day) } })),
          ),
        );
        source(map, 'borders').setData(
          collect(
            lines.flatMap((line, edge) => {
              const kind = kindOn(atlas, edge, day);
              return line && kind !== 'none'
                ? [{ type: 'Feature' as const, properties: { kind }, geometry: line }]
                : [];
            }),
          ),
        );
      },
    );
  },
};
