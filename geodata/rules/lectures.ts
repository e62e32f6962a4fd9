import { LONGEST_CAPTION, LONGEST_TITLE } from '../../src/lib/atlas/lecture-limits';
import type { Bounds, Bundle, Change } from '../../src/lib/atlas/types';
import { KNOWN } from '../build/lectures';
import type { AtlasData } from '../build/atlas-data';
import { faultAt, type Entry, type Facts } from '../build/facts';
import type { Fault } from '../build/fault';
import type { LectureFacts, StepFacts } from '../schema/lecture';
import { dayFromIso } from '../../src/lib/time/day';

type Report = (rule: string, message: string, ...keys: PropertyKey[]) => void;

/** Lectures name only what there is, tell time forwards where it plays, can be read in a hall, and cite a source on every step. */
export function checkLectures({ facts }: AtlasData, bundle: Bundle, faults: Fault[]): void {
  const changes = new Map(bundle.changes.map((change) => [change.id, change]));
  for (const lecture of facts.lectures.values()) {
    checkHead(lecture, faults);
    lecture.facts.steps.forEach((step, at) => {
      const report: Report = (rule, message, ...keys) =>
        faults.push(faultAt(lecture, rule, message, ['steps', at, ...keys]));
      checkNames(step, facts, report);
      checkWords(step, report);
      checkTime(step, lecture.facts.steps[at - 1], changes, report);
      checkLook(step, changes, report);
    });
  }
}

function checkHead(lecture: Entry<LectureFacts>, faults: Fault[]): void {
  for (const key of ['author', 'abstract'] as const) {
    if (lecture.facts[key] === '')
      faults.push(faultAt(lecture, 'lecture', `the lecture has no ${key}`, [key]));
  }
}

function checkNames(step: StepFacts, facts: Facts, report: Report): void {
  const kinds = {
    region: facts.regions,
    change: facts.changes,
    state: facts.polities,
    sphere: facts.spheres,
  };
  const [kind, id = ''] = (step.selection ?? '').split(':');
  if (step.selection !== undefined && !kinds[kind as keyof typeof kinds].has(id))
    report('reference', `no ${kind} "${id}"`, 'selection');
  if (step.lens !== undefined && step.lens !== KNOWN && !facts.lenses.has(step.lens))
    report('reference', `no lens "${step.lens}"`, 'lens');
  step.layers?.forEach((layer, at) => {
    if (!facts.spheres.has(layer)) report('reference', `no sphere "${layer}"`, 'layers', at);
  });
  step.excerpts?.forEach((part, at) => {
    if (!('change' in part)) {
      if (!facts.sources.has(part.source))
        report('reference', `no source "${part.source}" in sources/`, 'excerpts', at, 'source');
      return;
    }
    const change = facts.changes.get(part.change);
    if (!change) report('reference', `no change "${part.change}"`, 'excerpts', at, 'change');
    else if (part.source !== undefined && !change.facts.excerpts.some(({ source }) => source === part.source))
      report('reference', `"${part.change}" does not cite "${part.source}"`, 'excerpts', at, 'source');
  });
}

function checkWords(step: StepFacts, report: Report): void {
  for (const key of ['title', 'caption', 'notes'] as const)
    if (step[key] === '') report('lecture', `the step has no ${key}`, key);
  const shorten = (key: 'title' | 'caption', most: number) => {
    const { length } = step[key];
    if (length > most)
      report('lecture', `the ${key} has ${length} letters: in a hall ${most} can be read`, key);
  };
  shorten('title', LONGEST_TITLE);
  shorten('caption', LONGEST_CAPTION);
  const isCited = step.selection?.startsWith('change:') || (step.excerpts ?? []).length > 0;
  if (!isCited) report('lecture', 'the step cites no source: select a change, or give excerpts');
}

function checkTime(
  step: StepFacts,
  before: StepFacts | undefined,
  changes: ReadonlyMap<string, Change>,
  report: Report,
): void {
  const day = dayFromIso(step.date);
  if (step.play && !(before && before.date < step.date))
    report('lecture', 'time can only play from an earlier step before', 'play');
  if (step.predict?.date === step.date)
    report('lecture', 'the class would see the answer: give the day before the reveal', 'predict', 'date');
  if (step.compare === step.date) report('lecture', 'the two days compared are the same', 'compare');
  const change = changes.get((step.selection ?? '').replace('change:', ''));
  if (change && change.day > day) report('lecture', `"${change.id}" is still to come on this day`, 'date');
}

function checkLook(step: StepFacts, changes: ReadonlyMap<string, Change>, report: Report): void {
  const shown = changes.get((step.selection ?? '').replace('change:', ''))?.bounds;
  if (step.bounds && shown && !meets(step.bounds, shown))
    report('lecture', 'what is selected lies outside the bounds', 'bounds');
}

function meets(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
