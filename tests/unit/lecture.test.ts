import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { LectureFile } from '../../src/lib/atlas/lecture-schema';
import {
  addStep,
  changeStep,
  deleteStep,
  duplicateStep,
  emptyLecture,
  historyOf,
  moveStep,
  record,
  redo,
  replaceView,
  stepFromView,
  undo,
} from '../../src/lib/session/lecture-edit';
import {
  LectureFileError,
  checkLecture,
  readLecture,
  writeLecture,
} from '../../src/lib/session/lecture-file';
import { packLecture, unpackLecture } from '../../src/lib/session/lecture-packing';
import { lectureOf, lectureOfTheme, viewOfStep } from '../../src/lib/session/lecture';
import { changesOnTheWay, moveThrough, playThrough } from '../../src/lib/session/passage';
import { PresenterLink } from '../../src/lib/session/presenter-link';
import { Presentation, type Standing } from '../../src/lib/session/presentation.svelte';
import { TalkTimer, clockOf, type KeptTime } from '../../src/lib/session/talk-timer.svelte';
import { OPENING_VIEW } from '../../src/lib/session/view-state';
import { dayFromIso, isoFromDay } from '../../src/lib/time/day';
import { tinyAtlas } from '../fixtures/tiny-atlas';

const atlas = tinyAtlas();
const day = dayFromIso;

const TEXT = `
version: 1
title: Alfa and Beta
author: A. Lecturer
steps:
  - title: Before
    date: '1917-06-01'
    bounds: [10, 50, 16, 52]
    caption: Alfa holds two squares.
    notes: Say who is who.
    excerpts: [{ source: treaty, says: It names both. }]
  - title: The war
    date: '1918-05-10'
    selection: change:1918-05-10-occupation
    play: true
    layers: [bloc]
    caption: Beta comes.
  - title: The peace
    date: '1920-03-01'
    selection: change:1920-03-01-peace
    predict: { question: Where will the border run? }
    caption: Beta stays.
    excerpts: [{ change: 1920-03-01-peace, source: essay }]
`;
let file: LectureFile;

beforeEach(async () => {
  file = (await readLecture(TEXT)).lecture;
});

describe('a lecture', () => {
  test('is told in terms of the atlas', () => {
    const { steps, problems } = lectureOf(atlas, 'x', file);
    expect(problems).toEqual([]);
    expect(steps.map((step) => isoFromDay(step.day))).toEqual(['1917-06-01', '1918-05-10', '1920-03-01']);
    expect(steps[0]?.citations).toMatchObject([{ source: { id: 'treaty' }, says: 'It names both.' }]);
    // Without a list of its own a step cites all that its change cites; the area is that of the change, with land round it.
    expect(steps[1]?.citations.map(({ source }) => source.id)).toEqual(['treaty', 'essay']);
    expect(steps[1]?.look).toEqual({ bounds: [11.3, 49.3, 14.7, 52.7] });
    expect(steps[2]?.citations.map(({ source }) => source.id)).toEqual(['essay']);
    expect(steps[2]?.predict).toEqual({ question: 'Where will the border run?', day: day('1920-02-29') });
    expect(viewOfStep(steps[1]!)).toMatchObject({
      selection: { kind: 'change' },
      layers: ['bloc'],
      day: day('1918-05-10'),
    });
  });

  test('leaves out what the atlas does not have, and says so', async () => {
    const { lecture } = await readLecture(
      TEXT.replace('change:1918-05-10-occupation', 'change:1918-flood').replace('[bloc]', '[pact]'),
    );
    const { steps, problems } = lectureOf(atlas, 'x', lecture);
    expect(problems).toEqual(['Step 2: there is no change "1918-flood"', 'Step 2: there is no layer "pact"']);
    expect(steps).toHaveLength(3);
    expect(steps[1]).toMatchObject({ selection: null, layers: [], look: steps[0]?.look });
  });

  test('is made of each theme', () => {
    const { steps } = lectureOfTheme(atlas, 'rapallo');
    expect(steps.map(({ title }) => title)).toEqual(['Rapallo', 'Beta keeps the middle', 'A pact']);
  });
});

describe('a file', () => {
  test('is written and read again without a loss', async () => {
    const text = await writeLecture(file);
    expect(text).toMatch(/^version: 1\ntitle: Alfa and Beta\n/);
    expect(await readLecture(text)).toEqual({ lecture: file, faults: [] });
    expect(await readLecture(JSON.stringify(file))).toEqual({ lecture: file, faults: [] });
  });

  test('with a damaged step keeps the others', async () => {
    const { lecture, faults } = await readLecture(
      TEXT.replace("'1918-05-10'", "'1918-02-30'")
        .replace('play: true', 'mood: grave')
        .replace('author:', 'colour: red\nauthor:'),
    );
    expect(lecture.steps.map(({ title }) => title)).toEqual(['Before', 'The peace']);
    expect(faults).toEqual([
      '"colour" is not known and was left out.',
      expect.stringMatching(/^Step 2: date: "1918-02-30" is not a date: expected YYYY-MM-DD/),
      'Step 2: mood: this key is not known.',
    ]);
  });

  test.each([
    ['that is cut off', TEXT.slice(0, 200) + '\n  - "', /damaged/],
    ['that is no lecture', 'shopping: [milk, bread]', /no lecture/],
    ['that is empty', '', /no lecture/],
    ['of a newer version', TEXT.replace('version: 1', 'version: 7'), /newer Cordon.*version 7.*Reload/],
    ['without a whole step', 'title: X\nsteps: [{ title: A }, 5]', /no step that can be read/],
  ])('%s is refused in words', async (_what, text, message) => {
    await expect(readLecture(text)).rejects.toThrow(LectureFileError);
    await expect(readLecture(text)).rejects.toThrow(message);
  });

  test('may still be empty', async () => {
    expect((await checkLecture(emptyLecture('New'))).lecture.steps).toEqual([]);
  });
});

describe('a link', () => {
  test('carries a lecture', async () => {
    const packed = await packLecture(file);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(packed.length).toBeLessThan(JSON.stringify(file).length);
    expect((await unpackLecture(packed)).lecture).toEqual(file);
  });
  test('that lost letters says so', async () => {
    const packed = await packLecture(file);
    await expect(unpackLecture(packed.slice(0, -9))).rejects.toThrow(/link is damaged/);
    await expect(unpackLecture('%%%')).rejects.toThrow(/link is damaged/);
  });
});

describe('editing', () => {
  const titles = (lecture: LectureFile) => lecture.steps.map(({ title }) => title);

  test('a view becomes a step', () => {
    const change = atlas.changes[0] ?? null;
    const view = {
      ...OPENING_VIEW,
      day: day('1918-05-10'),
      selection: { kind: 'change', id: change!.id },
      layers: ['bloc'],
    } as const;
    const step = stepFromView(view, [10.12345, 50, 16, 95], change);
    expect(step).toEqual({
      title: 'Beta occupies the middle',
      date: '1918-05-10',
      bounds: [10.12, 50, 16, 85],
      selection: 'change:1918-05-10-occupation',
      layers: ['bloc'],
      caption: 'Beta occupies the middle.',
      notes: '',
    });
    expect(titles(addStep(file, step))).toHaveLength(4);
    const replaced = replaceView(file, 2, step).steps[2];
    expect(replaced).toMatchObject({
      title: 'The peace',
      caption: 'Beta stays.',
      date: '1918-05-10',
      predict: expect.anything(),
    });
  });

  test('steps are moved, doubled, deleted and changed', () => {
    expect(titles(moveStep(file, 0, 2))).toEqual(['The war', 'The peace', 'Before']);
    expect(titles(moveStep(file, 2, -5))).toEqual(['The peace', 'Before', 'The war']);
    expect(titles(duplicateStep(file, 1))).toEqual(['Before', 'The war', 'The war', 'The peace']);
    expect(titles(deleteStep(file, 1))).toEqual(['Before', 'The peace']);
    expect(changeStep(file, 2, { predict: undefined }).steps[2]).not.toHaveProperty('predict');
    expect(titles(file)).toEqual(['Before', 'The war', 'The peace']);
  });

  test('is taken back, letters of one field together', () => {
    let history = historyOf('a');
    history = record(history, 'ab', 'caption 1');
    history = record(history, 'abc', 'caption 1');
    history = record(history, 'X', '');
    history = undo(history);
    expect(history.present).toBe('abc');
    history = undo(history);
    expect(history.present).toBe('a');
    expect(undo(history).present).toBe('a');
    history = redo(redo(redo(history)));
    expect(history.present).toBe('X');
  });
});

describe('presenting', () => {
  let told: Standing[];
  let talk: Presentation;
  beforeEach(() => {
    told = [];
    talk = new Presentation(lectureOf(atlas, 'x', file), {}, (standing) => told.push(standing));
  });

  test('asks before it reveals, forwards and backwards', () => {
    talk.next();
    talk.next();
    expect([talk.index, talk.isAsking]).toEqual([2, true]);
    talk.next();
    expect([talk.index, talk.isAsking, talk.way]).toEqual([2, false, 'next']);
    talk.next();
    expect([talk.index, talk.isAsking]).toEqual([2, false]);
    talk.previous();
    expect([talk.index, talk.isAsking]).toEqual([2, true]);
    talk.previous();
    expect([talk.index, talk.isAsking]).toEqual([1, false]);
    expect(told).toHaveLength(5);
  });

  test('stays inside the lecture', () => {
    talk.previous();
    expect(talk.index).toBe(0);
    talk.goTo(99);
    expect(talk.index).toBe(2);
    talk.goTo(NaN);
    expect(talk.index).toBe(0);
    talk.last();
    talk.first();
    expect(talk.index).toBe(0);
  });

  test('a step key lights a black screen up and moves no step', () => {
    talk.toggleBlack();
    talk.next();
    expect([talk.isBlack, talk.index]).toEqual([false, 0]);
  });

  test('begins where a link says', () => {
    const start = new Presentation(
      lectureOf(atlas, 'x', file),
      { index: 2, revealed: true },
      () => undefined,
    );
    expect([start.index, start.isAsking]).toEqual([2, false]);
  });

  test('two windows keep together, and a new one takes over from the old', async () => {
    const lecture = lectureOf(atlas, 'x', file);
    const presence = { stage: vi.fn(), presenter: vi.fn() };
    const open = (role: 'stage' | 'presenter') => {
      const presentation: Presentation = new Presentation(lecture, {}, () => link.tell());
      const link = new PresenterLink('test', role, {
        standing: () => presentation.standing,
        follow: (standing) => presentation.follow(standing),
        presence: presence[role],
      });
      return { presentation, link };
    };
    const stage = open('stage');
    stage.presentation.next();
    const presenter = open('presenter');
    await vi.waitFor(() => expect(presenter.presentation.index).toBe(1));
    presenter.presentation.next();
    await vi.waitFor(() => expect(stage.presentation.index).toBe(2));
    expect([stage.presentation.isAsking, stage.presentation.way]).toEqual([true, 'next']);
    stage.presentation.toggleBlack();
    await vi.waitFor(() => expect(presenter.presentation.isBlack).toBe(true));
    stage.link.close();
    await vi.waitFor(() => expect(presence.presenter).toHaveBeenLastCalledWith(false));
    presenter.presentation.first();
    const again = open('stage');
    await vi.waitFor(() => expect(again.link).toBeDefined());
    presenter.presentation.next();
    await vi.waitFor(() => expect(again.presentation.index).toBe(1));
    again.link.close();
    presenter.link.close();
  });
});

describe('time between steps', () => {
  const steps = () => lectureOf(atlas, 'x', file).steps;

  test('passes the changes that are seen', () => {
    const between = (step = steps()[2]!) =>
      changesOnTheWay(atlas, day('1917-06-01'), step).map(({ id }) => id);
    expect(between()).toEqual(['1918-05-10-occupation', '1920-03-01-peace']);
    expect(between({ ...steps()[2]!, theme: 'rapallo' })).toEqual(['1920-03-01-peace']);
    expect(between({ ...steps()[2]!, look: { bounds: [100, 0, 110, 10] } })).toEqual([]);
  });

  test('moves from day to day without leaving its span, in both directions', () => {
    for (const [from, to] of [
      ['1917-06-01', '1930-01-01'],
      ['1930-01-01', '1917-06-01'],
    ] as const) {
      const passage = moveThrough(day(from), day(to), atlas.changes);
      const days = Array.from({ length: 101 }, (_, at) => passage.dayAt((passage.seconds * at) / 100));
      expect([days[0], days[100]]).toEqual([day(from), day(to)]);
      const steps = days
        .slice(1)
        .map((now, at) => Math.sign(now - (days[at] ?? 0)) * Math.sign(day(to) - day(from)));
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    }
  });

  test('needs a moment even when the day stays', () => {
    const still = moveThrough(5, 5, []);
    expect([still.dayAt(0.3), still.seconds > 1]).toEqual([5, true]);
  });

  test('plays with rests, and ends on the day of the step', () => {
    const passage = playThrough(day('1917-06-01'), day('1920-03-01'), atlas.changes, false);
    expect(passage.dayAt(passage.seconds)).toBe(day('1920-03-01'));
    const rest = Array.from({ length: 1000 }, (_, at) => passage.dayAt((passage.seconds * at) / 1000));
    expect(rest.filter((now) => now === day('1918-05-10')).length).toBeGreaterThan(50);
    const still = playThrough(day('1917-06-01'), day('1920-03-01'), atlas.changes, true);
    const stops = new Set(Array.from({ length: 1000 }, (_, at) => still.dayAt((still.seconds * at) / 1000)));
    expect([...stops].map(isoFromDay)).toEqual(['1917-06-01', '1918-05-10', '1920-03-01']);
  });

  test('is never longer than a class will wait', () => {
    const passage = playThrough(0, day('1955-12-31'), atlas.changes, false);
    expect(passage.seconds).toBeLessThanOrEqual(25);
  });
});

describe('the timer of a talk', () => {
  test('runs, stands, is kept and set back', () => {
    let now = 1000;
    let kept: KeptTime | null = null;
    const timer = new TalkTimer(
      null,
      (time) => (kept = time),
      () => now,
    );
    expect(timer.isBegun).toBe(false);
    timer.start();
    now += 65_000;
    expect(clockOf(timer.passed())).toBe('1:05');
    const reloaded = new TalkTimer(
      kept,
      () => undefined,
      () => now + 5000,
    );
    expect(clockOf(reloaded.passed())).toBe('1:10');
    timer.stop();
    now += 60_000;
    expect(clockOf(timer.passed())).toBe('1:05');
    timer.reset();
    expect(timer.passed()).toBe(0);
    expect(clockOf(3_729_000)).toBe('1:02:09');
  });
});
