import type { Atlas } from '../atlas/atlas';
import { borderBetween, type BorderKind } from '../atlas/border';
import { isDateInDoubt } from '../atlas/contradictions';
import { STATUSES, type Change, type Sphere } from '../atlas/types';
import { FIRST_DAY, isWithin, type Day } from '../time/day';
import { PATTERNED, fillOf, inkOf, type MapTheme } from './palette';
import { borderId, patternId, type ShownLabel } from './sources';

/** What the map can be told about one feature. */
export type FeatureState = Readonly<Record<string, string | number | boolean>>;
/** Sets the state of one feature of a source. */
export type SetState = (source: SourceName, id: number, state: FeatureState) => void;
export type SourceName = 'regions' | 'patterns' | 'borders' | 'labels' | 'events';
/** Draws the limits of spheres, or none: the colour of each edge. */
export type ShowVeilEdges = (edges: ReadonlyMap<number, string>) => void;

/** Events that move no land are shown this many days before and after, fading. */
const EVENT_DAYS = 25;

/** Colours of pacts and alliances that belong to no one power, in the order in which they are switched on. */
const VEILS = ['purple', 'teal', 'gold', 'rose'];

/**
 * Keeps the map on a day with the least work: remembers what every region, edge and label shows and tells the map only what differs.
 * Knows nothing of MapLibre; `set` hands the differences on.
 */
export class ShownDay {
  readonly #atlas: Atlas;
  readonly #labels: readonly ShownLabel[];
  readonly #set: SetState;
  readonly #showVeilEdges: ShowVeilEdges;
  #theme: MapTheme;
  #day: Day | null = null;
  readonly #pattern: Int32Array;
  readonly #border: BorderKind[];
  readonly #labelOn: Uint8Array;
  /** Labels by the days on which they come and go. */
  readonly #labelEvents: readonly { readonly day: Day; readonly label: number }[];
  readonly #events: readonly { readonly day: Day; readonly id: number }[];
  #eventsOn = new Set<number>();
  #veils: ReadonlyMap<number, string> = new Map();
  #layers: readonly string[] = [];

  constructor(
    atlas: Atlas,
    labels: readonly ShownLabel[],
    theme: MapTheme,
    set: SetState,
    showVeilEdges: ShowVeilEdges,
  ) {
    this.#showVeilEdges = showVeilEdges;
    this.#atlas = atlas;
    this.#labels = labels;
    this.#theme = theme;
    this.#set = set;
    this.#pattern = new Int32Array(atlas.regions.length).fill(-1);
    this.#border = atlas.edges.map(() => 'none');
    this.#labelOn = new Uint8Array(labels.length);
    this.#labelEvents = labels
      .flatMap(({ from, to }, label) => [
        { day: from, label },
        ...(Number.isFinite(to) ? [{ day: to, label }] : []),
      ])
      .sort((a, b) => a.day - b.day);
    this.#events = eventPoints(atlas).map(({ change }, id) => ({ day: change.day, id }));
  }

  get day(): Day | null {
    return this.#day;
  }

  /** Moves to a day. */
  goTo(day: Day): void {
    if (day === this.#day) return;
    const before = this.#day;
    const changed =
      before === null ? [...this.#atlas.regions.keys()] : this.#atlas.changedRegions(before, day);
    this.#day = day;
    for (const region of changed) this.#showRegion(region, day);
    const edges = new Set(changed.flatMap((region) => this.#atlas.edgesOfRegion[region] ?? []));
    for (const edge of edges) this.#showEdge(edge, day);
    this.#showLabels(before, day);
    this.#showEvents(day);
    if (this.#layers.length > 0) this.setLayers(this.#layers);
  }

  /** Says everything again: after the geometry was replaced, or in other colours. */
  repeat(theme: MapTheme = this.#theme): void {
    this.#theme = theme;
    const day = this.#day;
    const layers = this.#layers;
    if (day === null) return;
    this.#day = null;
    this.#border.fill('none');
    this.#labelOn.fill(2);
    this.#eventsOn.clear();
    this.#veils = new Map();
    this.#layers = [];
    this.goTo(day);
    this.setLayers(layers);
  }

  /** Draws a veil over the land of spheres, alliances and zones, by id; the last one lies on top. */
  setLayers(ids: readonly string[]): void {
    this.#layers = ids;
    const day = this.#day ?? 0;
    const veils = new Map<number, string>();
    ids.forEach((id, at) => {
      const sphere = this.#atlas.spheres.find((candidate) => candidate.id === id);
      for (const [region, color] of sphere
        ? veilOf(this.#atlas, sphere, day, VEILS[at % VEILS.length] ?? 'purple')
        : []) {
        veils.set(region, color);
      }
    });
    let isSame = true;
    for (const region of new Set([...veils.keys(), ...this.#veils.keys()])) {
      const color = veils.get(region);
      if (color === this.#veils.get(region)) continue;
      isSame = false;
      this.#set('regions', region, { veil: color === undefined ? '' : inkOf(color, this.#theme) });
    }
    if (!isSame) this.#showVeilEdges(this.#edgesOf(veils));
    this.#veils = veils;
  }

  #edgesOf(veils: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
    const edges = new Map<number, string>();
    for (const [region, color] of veils) {
      for (const edge of this.#atlas.edgesOfRegion[region] ?? []) {
        const { left, right } = this.#atlas.edges[edge] ?? { left: -1, right: -1 };
        if (veils.get(left) !== veils.get(right)) edges.set(edge, inkOf(color, this.#theme));
      }
    }
    return edges;
  }

  #showRegion(region: number, day: Day): void {
    const { polities } = this.#atlas;
    const holding = this.#atlas.holdingOn(region, day);
    this.#set('regions', region, { color: fillOf(polities[holding.holder]?.color ?? 'grey', this.#theme) });
    const status = PATTERNED.includes(holding.status) ? STATUSES.indexOf(holding.status) : -1;
    const shown = this.#pattern[region] ?? -1;
    if (shown >= 0 && shown !== status) this.#set('patterns', patternId(region, shown), { ink: '' });
    if (status >= 0) {
      const ink = inkOf(polities[holding.controller]?.color ?? 'grey', this.#theme);
      this.#set('patterns', patternId(region, status), { ink });
    }
    this.#pattern[region] = status;
  }

  #showEdge(edge: number, day: Day): void {
    const { left, right } = this.#atlas.edges[edge] ?? { left: -1, right: -1 };
    const kind = borderOn(this.#atlas, left, right, day);
    const shown = this.#border[edge] ?? 'none';
    if (shown === kind) return;
    this.#border[edge] = kind;
    if (shown !== 'none') this.#set('borders', borderId(edge, shown), { on: false });
    if (kind !== 'none') this.#set('borders', borderId(edge, kind), { on: true });
  }

  #showLabels(before: Day | null, day: Day): void {
    const touched =
      before === null
        ? this.#labels.keys()
        : this.#labelEvents
            .slice(
              lowerBound(this.#labelEvents, Math.min(before, day)),
              lowerBound(this.#labelEvents, Math.max(before, day) + 1),
            )
            .map(({ label }) => label);
    for (const label of touched) {
      const { from, to } = this.#labels[label] ?? { from: 0, to: 0 };
      const on = from <= day && day < to ? 1 : 0;
      if (this.#labelOn[label] === on && before !== null) continue;
      this.#labelOn[label] = on;
      this.#set('labels', label, { on: on === 1 });
    }
  }

  #showEvents(day: Day): void {
    const near = new Set<number>();
    for (let at = lowerBound(this.#events, day - EVENT_DAYS); at < this.#events.length; at++) {
      const event = this.#events[at];
      if (!event || event.day > day + EVENT_DAYS) break;
      near.add(event.id);
      this.#set('events', event.id, { near: 1 - Math.abs(event.day - day) / (EVENT_DAYS + 5) });
    }
    for (const id of this.#eventsOn) if (!near.has(id)) this.#set('events', id, { near: 0 });
    this.#eventsOn = near;
  }
}

/**
 * What changed on a day: the regions that moved, those of them that may have moved on another day, and the borders that were there the
 * day before and are gone.
 */
export function changedOn(
  atlas: Atlas,
  day: Day,
): {
  readonly regions: readonly number[];
  readonly inDoubt: readonly number[];
  readonly goneBorders: readonly number[];
} {
  const regions = day > FIRST_DAY ? atlas.changedRegions(day - 1, day) : [];
  const edges = new Set(regions.flatMap((region) => atlas.edgesOfRegion[region] ?? []));
  const goneBorders = [...edges].filter((edge) => {
    const { left, right } = atlas.edges[edge] ?? { left: -1, right: -1 };
    const isLine = (on: Day) => !['none', 'inner'].includes(borderOn(atlas, left, right, on));
    return isLine(day - 1) && !isLine(day);
  });
  const inDoubt = regions.filter((region) => {
    const change = atlas.changes[atlas.holdingOn(region, day).change ?? -1];
    return change?.day === day && isDateInDoubt(change);
  });
  return { regions, inDoubt, goneBorders };
}

function borderOn(atlas: Atlas, left: number, right: number, day: Day): BorderKind {
  if (left < 0 || right < 0) return 'none';
  return borderBetween(atlas.holdingOn(left, day), atlas.holdingOn(right, day));
}

/** Places of events, in order of day: the id of the feature is the index. */
function eventPoints(
  atlas: Atlas,
): { readonly change: Change; readonly name: string; readonly at: readonly [number, number] }[] {
  return atlas.changes.flatMap((change) => change.points.map(({ name, at }) => ({ change, name, at })));
}

/** The events as points of the map. */
export function eventFeatures(atlas: Atlas): GeoJSON.FeatureCollection {
  const features = eventPoints(atlas).map(({ change, name, at }, id): GeoJSON.Feature => ({
    type: 'Feature',
    id,
    properties: { change: change.id, name, inDoubt: isDateInDoubt(change) },
    geometry: { type: 'Point', coordinates: [...at] },
  }));
  return { type: 'FeatureCollection', features };
}

/** The land of a sphere on a day: region and colour. */
function* veilOf(atlas: Atlas, sphere: Sphere, day: Day, usual: string): Generator<[number, string]> {
  for (const member of sphere.members) {
    if (!isWithin(day, member.from, member.to)) continue;
    const polity = member.polity === undefined ? undefined : atlas.polityIndex(member.polity);
    if (member.regions) {
      const color = polity === undefined ? usual : (atlas.polities[polity]?.color ?? usual);
      for (const region of member.regions) yield [region, color];
    } else {
      for (let region = 0; region < atlas.regions.length; region++) {
        if (atlas.holdingOn(region, day).holder === polity) yield [region, usual];
      }
    }
  }
}

/** Index of the first element whose day is not before `day`. */
function lowerBound(sorted: readonly { readonly day: Day }[], day: Day): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
