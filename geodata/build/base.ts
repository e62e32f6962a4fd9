import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Flatbush from 'flatbush';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { boundsOf, ringsContain, type Coordinates } from './planar';
import { decodeArcs, shapeOf } from './topology';

export interface UnitProperties {
  readonly country: string;
  readonly name: string;
}

type UnitGeometry = (Polygon<UnitProperties> | MultiPolygon<UnitProperties>) & { id: string };

/** The frozen present-day land: units, their shared arcs, and which unit lies at a point. */
export class Base {
  /** Unit ids by index. */
  readonly ids: readonly string[];
  /** ISO3 country of each unit. */
  readonly countries: readonly string[];
  /** Decoded arcs, [lon, lat]. */
  readonly arcs: readonly Coordinates[];
  /** For each arc the one or two units beside it, by index. */
  readonly unitsOfArc: readonly (readonly number[])[];
  readonly #polygons: { unit: number; rings: Coordinates[] }[] = [];
  readonly #tree: Flatbush;
  readonly #byName = new Map<string, number[]>();

  constructor(topology: Topology<{ units: GeometryCollection<UnitProperties> }>) {
    const geometries = topology.objects.units.geometries as UnitGeometry[];
    this.ids = geometries.map((geometry) => geometry.id);
    this.countries = geometries.map((geometry) => geometry.properties?.country ?? geometry.id.slice(0, 3));
    const sides: number[][] = topology.arcs.map(() => []);
    this.arcs = decodeArcs(topology);
    geometries.forEach((geometry, unit) => {
      const push = (list: number[], index: number) => {
        if (!list.includes(index)) list.push(index);
      };
      push(this.#named(geometry.id), unit);
      push(this.#named(this.countries[unit] ?? ''), unit);
      const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
      for (const arc of polygons.flat(2)) push(sides[arc < 0 ? ~arc : arc] ?? [], unit);
      for (const rings of shapeOf(topology, geometry)) this.#polygons.push({ unit, rings });
    });
    this.unitsOfArc = sides;
    this.#tree = new Flatbush(this.#polygons.length);
    for (const { rings } of this.#polygons) {
      const [west, south, east, north] = boundsOf(rings[0] ?? []);
      this.#tree.add(west, south, east, north);
    }
    this.#tree.finish();
  }

  static read(root: string): Base {
    const text = readFileSync(join(root, 'base/units.topo.json'), 'utf8');
    return new Base(JSON.parse(text) as Topology<{ units: GeometryCollection<UnitProperties> }>);
  }

  #named(name: string): number[] {
    let units = this.#byName.get(name);
    if (!units) this.#byName.set(name, (units = []));
    return units;
  }

  /** Units that an id names: one for `POL:Masovian`, all of a country for `POL`, none when unknown. */
  unitsNamed(name: string): readonly number[] {
    return this.#byName.get(name) ?? [];
  }

  /** Arcs between any unit of one name and any of another. */
  arcsBetween(a: string, b: string): number[] {
    const left = new Set(this.unitsNamed(a));
    const right = new Set(this.unitsNamed(b));
    const found: number[] = [];
    this.unitsOfArc.forEach(([first, second], arc) => {
      if (first === undefined || second === undefined) return;
      if ((left.has(first) && right.has(second)) || (left.has(second) && right.has(first))) found.push(arc);
    });
    return found;
  }

  /** The unit at a point, or -1 at sea. */
  unitAt(lon: number, lat: number): number {
    for (const index of this.#tree.search(lon, lat, lon, lat)) {
      const polygon = this.#polygons[index];
      if (polygon && ringsContain(polygon.rings, lon, lat)) return polygon.unit;
    }
    return -1;
  }
}
