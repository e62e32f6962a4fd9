import type { LineFacts, VertexFacts } from '../schema/line';
import type { Base } from './base';
import { faultAt, type Entry, type Facts } from './facts';
import type { Fault } from './fault';
import { kmBetween, type Coordinates } from './planar';
import type { Rivers } from './rivers';
import { cutChain, stitch } from './stitch';
import type { Towns } from './towns';

/** A line with its coordinates: usually one chain; several where an arc it follows is broken by islands. */
export interface DrawnLine {
  readonly id: string;
  readonly facts: LineFacts;
  readonly chains: readonly Coordinates[];
}

interface Context {
  readonly facts: Facts;
  readonly base: Base;
  readonly towns: Towns;
  readonly rivers: Rivers;
  readonly faults: Fault[];
  readonly done: Map<string, DrawnLine | null>;
}

/** Beyond this a cut point or a river end is taken for a mistake, km. */
const MAX_CUT_KM = 30;

/** Turns every line file into coordinates. Lines that cannot be resolved are left out and reported. */
export function resolveLines(
  facts: Facts,
  base: Base,
  towns: Towns,
  rivers: Rivers,
  faults: Fault[],
): ReadonlyMap<string, DrawnLine> {
  const context: Context = { facts, base, towns, rivers, faults, done: new Map() };
  const lines = new Map<string, DrawnLine>();
  for (const entry of facts.lines.values()) {
    const line = resolve(entry, context);
    if (line) lines.set(line.id, line);
  }
  return lines;
}

function resolve(entry: Entry<LineFacts>, context: Context): DrawnLine | null {
  const known = context.done.get(entry.id);
  if (known !== undefined) return known;
  context.done.set(entry.id, null); // a line that reaches itself finds null and is reported
  const chains: Coordinates[] = [];
  let current: Coordinates = [];
  let broken = false;
  const steps = entry.facts.line;
  steps.forEach((step, index) => {
    const pieces = resolveStep(step, index, entry, context);
    if (pieces === null) {
      broken = true;
      return;
    }
    const [first, ...more] = pieces;
    if (!first) return;
    current = joinOn(current, first, index + 1 < steps.length ? steps[index + 1] : undefined);
    for (const piece of more) {
      chains.push(current);
      current = piece;
    }
  });
  chains.push(current);
  if (broken) return null;
  const whole = chains.filter((chain) => chain.length > 1);
  if (whole.length === 0) {
    context.faults.push(faultAt(entry, 'line', 'a line needs at least two points', ['line']));
    return null;
  }
  const line = { id: entry.id, facts: entry.facts, chains: whole };
  context.done.set(entry.id, line);
  return line;
}

/** Appends a piece, turned so that its nearer end follows on. */
function joinOn(current: Coordinates, piece: Coordinates, next: VertexFacts | undefined): Coordinates {
  const head = piece[0] as [number, number];
  const tail = piece.at(-1) as [number, number];
  let turned = piece;
  if (piece.length > 1) {
    const end = current.at(-1);
    const target = Array.isArray(next) ? (next as [number, number]) : undefined;
    if (end) turned = kmBetween(end, tail) < kmBetween(end, head) ? [...piece].reverse() : piece;
    else if (target) turned = kmBetween(target, head) < kmBetween(target, tail) ? [...piece].reverse() : piece;
  }
  return [...current, ...turned];
}

/** One step as chains; the first is joined to what came before, the rest stand alone. Null after a fault. */
function resolveStep(
  step: VertexFacts,
  index: number,
  entry: Entry<LineFacts>,
  context: Context,
): Coordinates[] | null {
  const { base, towns, rivers, faults, facts } = context;
  const fail = (message: string): null => {
    faults.push(faultAt(entry, 'line', message, ['line', index]));
    return null;
  };
  if (typeof step === 'string') {
    const [, a, b, fraction] = /^([^|]+)\|([^|]+)@(.+)$/.exec(step) as unknown as [string, string, string, string];
    const from = towns.find(a.trim(), entry.facts.towns);
    const to = towns.find(b.trim(), entry.facts.towns);
    if (!from || !to) {
      const missing = from ? b : a;
      return fail(`no town "${missing.trim()}" in ${entry.facts.towns.join(', ') || 'no country'}: check its GeoNames name or give [lon, lat]`);
    }
    const f = Number(fraction);
    return [[[from[0] + f * (to[0] - from[0]), from[1] + f * (to[1] - from[1])]]];
  }
  if (Array.isArray(step)) return [[[step[0], step[1]]]];
  if ('arc' in step) {
    const [a, b] = step.arc;
    for (const name of step.arc) {
      if (base.unitsNamed(name).length === 0) return fail(`no base unit "${name}": see the ids in base/units.topo.json`);
    }
    const arcs = base.arcsBetween(a, b).map((arc) => base.arcs[arc] as Coordinates);
    if (arcs.length === 0) return fail(`${a} and ${b} have no common border`);
    return cutChains(stitch(arcs), step, fail);
  }
  if ('river' in step) {
    const path = rivers.path([step.river].flat(), step.from, step.to, MAX_CUT_KM);
    return path ? [path] : fail(`no way along ${[step.river].flat().join(' and ')} between ${step.from.join(', ')} and ${step.to.join(', ')}`);
  }
  const other = facts.lines.get(step.line);
  if (!other) return fail(`no line "${step.line}"`);
  const drawn = resolve(other, context);
  if (!drawn) return fail(`line "${step.line}" could not be resolved, or leads back to this one`);
  return cutChains(drawn.chains, step, fail);
}

function cutChains(
  chains: readonly Coordinates[],
  cut: { from?: [number, number] | undefined; to?: [number, number] | undefined },
  fail: (message: string) => null,
): Coordinates[] | null {
  if (!cut.from && !cut.to) return [...chains].sort((a, b) => b.length - a.length);
  const near = (point: readonly [number, number]) => (chain: Coordinates) =>
    Math.min(...chain.map((vertex) => kmBetween(vertex, point)));
  const score = (chain: Coordinates) =>
    (cut.from ? near(cut.from)(chain) : 0) + (cut.to ? near(cut.to)(chain) : 0);
  const best = [...chains].sort((a, b) => score(a) - score(b))[0];
  if (!best || score(best) > 2 * MAX_CUT_KM) {
    return fail(`the cut points lie more than ${MAX_CUT_KM} km from the border they cut`);
  }
  return [cutChain(best, cut.from, cut.to)];
}
