import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { kmBetween, type Coordinates } from './planar';

const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Base river centre lines, for lines that follow a river. */
export class Rivers {
  readonly #byName = new Map<string, Coordinates[]>();

  constructor(rivers: Iterable<{ name: string; points: Coordinates }>) {
    for (const { name, points } of rivers) {
      for (const part of name.split('/')) {
        const key = fold(part.trim());
        let list = this.#byName.get(key);
        if (!list) this.#byName.set(key, (list = []));
        list.push(points);
      }
    }
  }

  static read(root: string): Rivers {
    const path = join(root, 'base/rivers.topo.json');
    if (!existsSync(path)) return new Rivers([]);
    const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{
      rivers: GeometryCollection<{ name?: string }>;
    }>;
    const found: { name: string; points: Coordinates }[] = [];
    for (const { geometry, properties } of feature(topology, topology.objects.rivers).features) {
      const name = properties.name ?? '';
      if (geometry.type === 'LineString') found.push({ name, points: geometry.coordinates as Coordinates });
      if (geometry.type === 'MultiLineString') {
        for (const points of geometry.coordinates) found.push({ name, points: points as Coordinates });
      }
    }
    return new Rivers(found);
  }

  /**
   * The way along rivers of these names from the vertex nearest to `from` to the one nearest to `to`: the shortest path over their
   * vertices, where gaps of up to 8 km between pieces are bridged at twice their length. Null when there is none, or when an end lies
   * farther than `maxKm` from the river.
   */
  path(
    names: readonly string[],
    from: readonly [number, number],
    to: readonly [number, number],
    maxKm: number,
  ): Coordinates | null {
    const pieces = names.flatMap((name) => this.#byName.get(fold(name)) ?? []);
    const vertices: Coordinates = [];
    const links: Map<number, number>[] = [];
    const ends: number[] = [];
    for (const piece of pieces) {
      piece.forEach((vertex, index) => {
        vertices.push(vertex);
        links.push(new Map());
        const at = vertices.length - 1;
        if (index > 0) link(at - 1, at, 1);
        if (index === 0 || index === piece.length - 1) ends.push(at);
      });
    }
    function link(a: number, b: number, factor: number): void {
      const km = kmBetween(vertices[a] as [number, number], vertices[b] as [number, number]) * factor;
      links[a]?.set(b, km);
      links[b]?.set(a, km);
    }
    for (const end of ends) {
      vertices.forEach((vertex, at) => {
        if (at !== end && !links[end]?.has(at) && kmBetween(vertices[end] as [number, number], vertex) <= 8) {
          link(end, at, 2);
        }
      });
    }
    const nearest = (point: readonly [number, number]) => {
      let best = -1;
      let km = maxKm;
      vertices.forEach((vertex, at) => {
        const distance = kmBetween(vertex, point);
        if (distance < km) [best, km] = [at, distance];
      });
      return best;
    };
    const start = nearest(from);
    const goal = nearest(to);
    if (start < 0 || goal < 0) return null;
    return shortestPath(links, start, goal)?.map((at) => vertices[at] as [number, number]) ?? null;
  }
}

/** Dijkstra over a small sparse graph (some thousand vertices). */
function shortestPath(links: readonly Map<number, number>[], start: number, goal: number): number[] | null {
  const distance = new Map([[start, 0]]);
  const before = new Map<number, number>();
  const open = new Set([start]);
  while (open.size > 0) {
    let at = -1;
    for (const candidate of open) {
      if (at < 0 || (distance.get(candidate) ?? Infinity) < (distance.get(at) ?? Infinity)) at = candidate;
    }
    open.delete(at);
    if (at === goal) {
      const path = [goal];
      for (let step = before.get(goal); step !== undefined; step = before.get(step)) path.unshift(step);
      return path;
    }
    for (const [next, km] of links[at] ?? []) {
      const reached = (distance.get(at) ?? 0) + km;
      if (reached < (distance.get(next) ?? Infinity)) {
        distance.set(next, reached);
        before.set(next, at);
        open.add(next);
      }
    }
  }
  return null;
}
