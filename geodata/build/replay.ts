import { FIRST_DAY, LAST_DAY, dayFromIso, isWithin, isoFromDay, type Day } from '../../src/lib/time/day';
import type { Status } from '../../src/lib/atlas/types';
import type { ChangeFacts, MoveFacts } from '../schema/change';
import { faultAt, type Entry, type Facts } from './facts';
import type { Fault } from './fault';
import { readHistoricalDate, type HistoricalDate } from './historical-date';
import { groupsOf, select, type LiveHolding } from './select';

export interface ReplayedHolding extends LiveHolding {
  readonly region: string;
  readonly from: Day;
  readonly status: Status;
  readonly precision: MoveFacts['precision'];
  /** Id of the change; null for the state of the first day. */
  readonly change: string | null;
  /** The holder, when it took the land by annexation and no move has made it plain land of its own since. */
  readonly annexedBy: string | null;
}

export interface DatedChange {
  readonly id: string;
  readonly entry: Entry<ChangeFacts>;
  readonly when: HistoricalDate;
  /** The day on which the map changes. */
  readonly day: Day;
  /** Regions that got a new holding. */
  readonly moved: readonly string[];
}

export interface Ledger {
  /** Sorted by day, order, id. */
  readonly changes: readonly DatedChange[];
  /** By region id, sorted by day. */
  readonly holdings: ReadonlyMap<string, readonly ReplayedHolding[]>;
}

/** Applies all changes in order of day to the state of the first day. */
export function replay(facts: Facts, faults: Fault[]): Ledger {
  const groups = groupsOf(facts);
  const now = new Map<string, ReplayedHolding>();
  const holdings = new Map<string, ReplayedHolding[]>();
  for (const entry of facts.regions.values()) {
    const start = typeof entry.facts.start === 'string' ? { holder: entry.facts.start } : entry.facts.start;
    const controller = start.controller ?? start.holder;
    const first: ReplayedHolding = {
      region: entry.id,
      from: FIRST_DAY,
      holder: start.holder,
      controller,
      status: start.status ?? (controller === start.holder ? 'sovereign' : 'occupied'),
      unit: start.unit ?? null,
      precision: 'day',
      change: null,
      annexedBy: null,
    };
    now.set(entry.id, first);
    holdings.set(entry.id, [first]);
    const report = (rule: string, message: string) => faults.push(faultAt(entry, rule, message, ['start']));
    checkPolities(first, facts, report);
  }
  const dated = dateChanges(facts, faults);
  const changes = dated.map((change) => {
    const moved = new Set<string>();
    change.entry.facts.moves.forEach((move, index) => {
      const report = (rule: string, message: string) =>
        faults.push(faultAt(change.entry, rule, message, ['moves', index]));
      for (const region of matches(move, facts, groups, now, (message) => report('reference', message))) {
        const before = now.get(region);
        if (!before) continue;
        const after = apply(move, before, change);
        if (isSame(before, after)) {
          if (move.regions.includes(region)) {
            report('repeat', `${region} already is ${describe(after)} on ${isoFromDay(change.day)}: this move changes nothing`);
          }
          continue;
        }
        checkPolities(after, facts, report);
        now.set(region, after);
        moved.add(region);
        const list = holdings.get(region) as ReplayedHolding[];
        // Several moves on one day leave one holding: the last.
        if (list.at(-1)?.from === after.from) list.pop();
        list.push(after);
      }
      for (const name of [move.holder, move.controller, move.unit]) {
        if (name !== undefined && !['self', 'none'].includes(name) && !facts.polities.has(name)) {
          report('reference', `no polity "${name}"`);
        }
      }
    });
    return { ...change, moved: [...moved].sort() };
  });
  return { changes, holdings };
}

function dateChanges(facts: Facts, faults: Fault[]): Omit<DatedChange, 'moved'>[] {
  const dated: (Omit<DatedChange, 'moved'> & { order: number })[] = [];
  for (const entry of facts.changes.values()) {
    let when: HistoricalDate;
    try {
      when = readHistoricalDate(entry.facts.date);
    } catch (error) {
      faults.push(faultAt(entry, 'date', (error as Error).message, ['date']));
      continue;
    }
    const day = entry.facts.day === undefined ? Math.max(FIRST_DAY, when.first) : dayFromIso(entry.facts.day);
    if (day < FIRST_DAY || day > LAST_DAY) {
      faults.push(faultAt(entry, 'date', `${isoFromDay(day)} lies outside 1917-01-01 to 1955-12-31`, ['date']));
      continue;
    }
    if (!entry.id.startsWith(entry.facts.date.slice(0, 4))) {
      faults.push(faultAt(entry, 'id', `the file name must begin with the date of the change, ${entry.facts.date}`, ['date']));
    }
    dated.push({ id: entry.id, entry, when, day, order: entry.facts.order });
  }
  return dated.sort((a, b) => a.day - b.day || a.order - b.order || (a.id < b.id ? -1 : 1));
}

function matches(
  move: MoveFacts,
  facts: Facts,
  groups: ReadonlyMap<string, readonly string[]>,
  now: ReadonlyMap<string, ReplayedHolding>,
  onFault: (message: string) => void,
): string[] {
  const pick = (selectors: readonly string[]) =>
    selectors.flatMap((selector) => select(selector, facts, groups, now, onFault));
  const without = new Set(pick(move.except));
  return [...new Set(pick(move.regions))].filter((region) => {
    const holding = now.get(region);
    if (!holding || without.has(region)) return false;
    const { holder, controller, unit } = move.only;
    return (
      (holder === undefined || holding.holder === holder) &&
      (controller === undefined || holding.controller === controller) &&
      (unit === undefined || holding.unit === unit)
    );
  });
}

function apply(move: MoveFacts, before: ReplayedHolding, change: Pick<DatedChange, 'id' | 'day'>): ReplayedHolding {
  const holder = move.holder ?? before.holder;
  const asked = move.controller === 'self' ? holder : move.controller;
  const controller = asked ?? (move.holder === undefined ? before.controller : holder);
  const kept = holder === before.holder && controller === before.controller;
  const usual = controller !== holder ? 'occupied' : holder === before.annexedBy ? 'annexed' : 'sovereign';
  const status = move.status ?? (kept ? before.status : usual);
  return {
    region: before.region,
    from: change.day,
    holder,
    controller,
    status,
    unit: move.unit === 'none' ? null : (move.unit ?? (kept ? before.unit : null)),
    precision: move.precision,
    change: change.id,
    annexedBy: annexedBy(holder, controller, status, before),
  };
}

/** An annexation outlasts an occupation by others: the land is annexed again when its holder is back. */
function annexedBy(holder: string, controller: string, status: Status, before: ReplayedHolding): string | null {
  if (controller === holder) return status === 'annexed' ? holder : null;
  return before.annexedBy === holder ? holder : null;
}

function isSame(a: ReplayedHolding, b: ReplayedHolding): boolean {
  return a.holder === b.holder && a.controller === b.controller && a.status === b.status && a.unit === b.unit;
}

function describe(holding: ReplayedHolding): string {
  const unit = holding.unit ? ` (${holding.unit})` : '';
  return `held by ${holding.holder}, controlled by ${holding.controller}, ${holding.status}${unit}`;
}

function checkPolities(holding: ReplayedHolding, facts: Facts, report: (rule: string, message: string) => void): void {
  for (const [role, id] of [['holder', holding.holder], ['controller', holding.controller], ['unit', holding.unit]] as const) {
    if (id === null) continue;
    const polity = facts.polities.get(id)?.facts;
    if (!polity) {
      report('reference', `no polity "${id}"`);
      continue;
    }
    if (role === 'holder' && polity.kind !== 'state') report('holder', `"${id}" is a ${polity.kind}: only a state can hold ${holding.region}`);
    if (role === 'unit' && polity.kind !== 'unit') report('holder', `"${id}" is a ${polity.kind}, not an administrative unit`);
    const from = polity.from === undefined ? undefined : dayFromIso(polity.from);
    const to = polity.to === undefined ? undefined : dayFromIso(polity.to);
    if (!isWithin(holding.from, from, to)) {
      const span = [polity.from && `from ${polity.from}`, polity.to && `until ${polity.to}`].filter(Boolean).join(' ');
      report('holder', `"${id}" cannot be ${role} of ${holding.region} on ${isoFromDay(holding.from)}: it exists ${span}`);
    }
  }
}
