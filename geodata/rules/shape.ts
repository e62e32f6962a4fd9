import { km2Of, insideOf } from '../build/assign';
import type { AtlasData } from '../build/atlas-data';
import { faultAt } from '../build/facts';
import type { Fault } from '../build/fault';
import { kmBetween, ringsContain } from '../build/planar';
import { polygonsOf, regionIds } from '../build/regions';
import type { arcsOf } from '../build/topology';
import { decodeArcs } from '../build/topology';

/** An edge that turns back by less than this angle, degrees, ... */
const SPIKE_DEGREES = 12;
/** ... with both arms longer than this, km, is a spike: no frontier runs so. */
const SPIKE_KM = 1.5;
/** Inland pieces of a region between these sizes, km2, are crumbs; what is smaller comes from rounding and is never seen. */
const CRUMB_KM2 = [0.3, 5] as const;

type Point = readonly [number, number];

/** Borders have no spikes, and no region has a crumb of land that nobody asked for with a seed. */
export function checkShape(data: AtlasData, faults: Fault[]): void {
  const ids = regionIds(data.partition);
  const arcs = decodeArcs(data.partition);
  const report = (region: number, rule: string, message: string) => {
    const entry = data.facts.regions.get(ids[region] ?? '');
    faults.push(entry ? faultAt(entry, rule, message) : { file: 'regions', line: 0, rule, message });
  };
  const where = ([lon, lat]: Point) => `near ${lon.toFixed(3)}, ${lat.toFixed(3)}`;
  data.edges.forEach(({ left, right }, at) => {
    if (left < 0 || right < 0) return;
    for (const [tip, degrees] of spikesOf(arcs[at] ?? [])) {
      report(
        left,
        'spike',
        `the border with "${ids[right]}" turns back by ${degrees.toFixed(0)} degrees ${where(tip)}`,
      );
    }
  });
  polygonsOf(data.partition).forEach((parts, region) => {
    const geometry = data.partition.objects.regions.geometries[region] as Parameters<typeof arcsOf>[0];
    const seeds = data.facts.regions.get(ids[region] ?? '')?.facts.seeds ?? [];
    parts.forEach((rings, part) => {
      const km2 = km2Of(rings);
      if (parts.length === 1 || km2 < CRUMB_KM2[0] || km2 > CRUMB_KM2[1]) return;
      if (seeds.some(([lon, lat]) => ringsContain(rings, lon, lat))) return;
      const own = geometry.type === 'MultiPolygon' ? (geometry.arcs[part] ?? []) : geometry.arcs;
      const sides = own.flat().map((arc) => data.edges[arc < 0 ? ~arc : arc]);
      if (sides.some((edge) => edge?.left === -1 || edge?.right === -1)) return;
      report(
        region,
        'crumb',
        `a crumb of ${km2.toFixed(1)} km2 ${where(insideOf(rings))}: give it a seed or to its neighbour`,
      );
    });
  });
}

/** Vertices at which a line turns back on itself, with the angle between its two arms. */
function* spikesOf(line: readonly Point[]): Generator<[Point, number]> {
  for (let at = 1; at + 1 < line.length; at++) {
    const [before, tip, after] = line.slice(at - 1, at + 2) as [Point, Point, Point];
    if (Math.min(kmBetween(before, tip), kmBetween(tip, after)) < SPIKE_KM) continue;
    const scale = Math.cos((tip[1] * Math.PI) / 180);
    const bearing = (to: Point) => Math.atan2(to[1] - tip[1], (to[0] - tip[0]) * scale);
    const turn = Math.abs(bearing(before) - bearing(after));
    const degrees = (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
    if (degrees < SPIKE_DEGREES) yield [tip, degrees];
  }
}
