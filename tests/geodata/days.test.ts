import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exactPartition, openAtlas } from '../../geodata/commands/atlas-files';
import { Locator } from '../../geodata/build/locate';
import { kmAlong } from '../../geodata/build/planar';
import { sidesOfArcs } from '../../geodata/build/regions';
import { decodeArcs } from '../../geodata/build/topology';
import type { Atlas } from '../../src/lib/atlas/atlas';
import type { Holding } from '../../src/lib/atlas/types';
import { dayFromIso, type Day } from '../../src/lib/time/day';

const ROOT = join(import.meta.dirname, '../../geodata');
const LONG_MS = 240_000;
/** Lands touch when they have more than this of a border in common, km: a corner is no border. */
const TOUCH_KM = 2;

const Area = v.strictTuple([v.number(), v.number(), v.pipe(v.string(), v.minLength(4))]);
const Pairs = v.optional(v.array(v.pipe(v.string(), v.regex(/^\S+ & \S+$/))), []);
const Days = v.array(
  v.strictObject({
    day: v.pipe(v.string(), v.isoDate()),
    what: v.string(),
    places: v.record(v.string(), v.string()),
    km2: v.optional(v.record(v.string(), Area), {}),
    controls: v.optional(v.record(v.string(), Area), {}),
    borders: Pairs,
    apart: Pairs,
    meet: Pairs,
  }),
);
const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, 'days', `${name}.yaml`), 'utf8'));
const DAYS = v.parse(Days, read('days'));
const PLACES = v.parse(v.record(v.string(), v.strictTuple([v.number(), v.number()])), read('places'));

let atlas: Atlas;
let locator: Locator;
/** Pairs of regions with the length of their common border, km. */
let touching: { left: number; right: number; km: number }[];

beforeAll(async () => {
  atlas = await openAtlas({ root: ROOT, tell: () => {}, print: () => {} });
  const partition = exactPartition(ROOT);
  locator = new Locator(partition);
  const arcs = decodeArcs(partition);
  touching = sidesOfArcs(partition)
    .map(([left, right], arc) => ({ left, right, km: kmAlong(arcs[arc] ?? []) }))
    .filter(({ left, right }) => left >= 0 && right >= 0);
}, LONG_MS);

const idOf = (polity: number) => atlas.polities[polity]?.id ?? 'unknown';

/** What is wrong with who holds a place, or null. */
function wrongPlace(name: string, expected: string, day: Day): string | null {
  const at = PLACES[name];
  if (!at) return `${name}: stands not in places.yaml`;
  const region = locator.regionAt(at[1], at[0]);
  if (region < 0) return `${name}: lies at sea`;
  const holding = atlas.holdingOn(region, day);
  const [holder = '*', controller = holder] = expected.split(' / ');
  const found = [idOf(holding.holder), idOf(holding.controller)] as const;
  const fits = (wanted: string, id: string) => wanted === '*' || wanted === id;
  if (fits(holder, found[0]) && fits(controller, found[1])) return null;
  return `${name}: expected ${expected}, found ${found.join(' / ')} (${atlas.regions[region]?.id})`;
}

/** What is wrong with the land of the holders or controllers that `counts` picks, or null. */
function wrongArea(
  what: string,
  [published, percent]: v.InferOutput<typeof Area>,
  day: Day,
  counts: (holding: Holding) => boolean,
): string | null {
  const km2 = atlas.regions.reduce(
    (sum, region, index) => sum + (counts(atlas.holdingOn(index, day)) ? region.km2 : 0),
    0,
  );
  const off = (km2 / published - 1) * 100;
  return Math.abs(off) <= percent
    ? null
    : `${what}: published ${published} km2, drawn ${km2.toFixed(0)} (${off.toFixed(1)} %)`;
}

/** Pairs `a & b`, both ways round, of the sides that touch on a day. */
function pairsOn(day: Day, side: (holding: Holding) => number): Set<string> {
  const km = new Map<string, number>();
  for (const { left, right, km: length } of touching) {
    const ids = [left, right].map((region) => idOf(side(atlas.holdingOn(region, day))));
    if (ids[0] === ids[1]) continue;
    for (const pair of [ids, ids.toReversed()].map((two) => two.join(' & '))) {
      km.set(pair, (km.get(pair) ?? 0) + length);
    }
  }
  return new Set([...km].filter(([, length]) => length > TOUCH_KM).map(([pair]) => pair));
}

test.each(DAYS)('$day: $what', (golden) => {
  const day = dayFromIso(golden.day);
  const holders = pairsOn(day, (holding) => holding.holder);
  const controllers = pairsOn(day, (holding) => holding.controller);
  const faults = [
    ...Object.entries(golden.places).map(([name, expected]) => wrongPlace(name, expected, day)),
    ...Object.entries(golden.km2).map(([id, area]) =>
      wrongArea(id, area, day, (holding) => idOf(holding.holder) === id),
    ),
    ...Object.entries(golden.controls).map(([what, area]) => {
      const [controller, holder] = what.split(' in ');
      return wrongArea(
        what,
        area,
        day,
        (holding) => idOf(holding.controller) === controller && idOf(holding.holder) === holder,
      );
    }),
    ...golden.borders.map((pair) => (holders.has(pair) ? null : `${pair}: no common border`)),
    ...golden.apart.map((pair) => (holders.has(pair) ? `${pair}: must not touch` : null)),
    ...golden.meet.map((pair) => (controllers.has(pair) ? null : `${pair}: their troops do not meet`)),
  ].filter((fault) => fault !== null);
  expect(faults).toEqual([]);
});

test('every place of the golden days is used and every polity exists', () => {
  const used = new Set(DAYS.flatMap(({ places }) => Object.keys(places)));
  expect(Object.keys(PLACES).filter((name) => !used.has(name))).toEqual([]);
  const named = DAYS.flatMap(({ places, km2, controls, borders, apart, meet }) => [
    ...Object.values(places).flatMap((text) => text.split(' / ')),
    ...Object.keys(km2),
    ...Object.keys(controls).flatMap((text) => text.split(' in ')),
    ...[...borders, ...apart, ...meet].flatMap((pair) => pair.split(' & ')),
  ]);
  expect([...new Set(named)].filter((id) => id !== '*' && atlas.polityIndex(id) === undefined)).toEqual([]);
});
