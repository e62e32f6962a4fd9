import { beforeEach, describe, expect, test } from 'vitest';
import { Session, type Visit } from '../../src/lib/session/session.svelte';
import { OPENING_VIEW, type ViewState } from '../../src/lib/session/view-state';
import { dayFromIso, isoFromDay } from '../../src/lib/time/day';
import { Atlas } from '../../src/lib/atlas/atlas';
import { tinyAtlas, tinyBundle } from '../fixtures/tiny-atlas';

let visits: [ViewState, Visit][];
let session: Session;

beforeEach(() => {
  visits = [];
  session = new Session(tinyAtlas(), { ...OPENING_VIEW, day: dayFromIso('1917-06-01') }, (view, visit) =>
    visits.push([view, visit]),
  );
});

const today = () => isoFromDay(session.day);

describe('visits', () => {
  test('choosing makes an entry in the history, dragging changes the last one', () => {
    session.goTo(100, 'replace');
    session.goTo(101);
    session.select({ kind: 'region', id: 'west' });
    session.lookAt({ lon: 1, lat: 2, zoom: 3 });
    expect(visits.map(([, visit]) => visit)).toEqual(['replace', 'push', 'push', 'replace']);
  });

  test('a camera that did not move is no visit', () => {
    session.lookAt({ lon: 1, lat: 2, zoom: 3 });
    session.lookAt({ lon: 1, lat: 2, zoom: 3 });
    expect(visits).toHaveLength(1);
  });

  test('a day outside the atlas becomes its first or last', () => {
    session.goTo(-100);
    expect(today()).toBe('1917-01-01');
    session.goTo(99999);
    expect(today()).toBe('1955-12-31');
  });
});

describe('stepping', () => {
  test('goes from change to change and opens each', () => {
    session.stepChange(1);
    expect([today(), session.selection?.id]).toEqual(['1918-05-10', '1918-05-10-occupation']);
    session.stepChange(1);
    session.stepChange(1);
    expect([today(), session.selection?.id]).toEqual(['1930-06-15', '1930-06-pact']);
    session.stepChange(1);
    expect(today()).toBe('1930-06-15');
    session.stepChange(-1);
    expect(today()).toBe('1920-03-01');
  });

  test('keeps to the theme', () => {
    session.setTheme('rapallo');
    session.stepChange(1);
    expect(today()).toBe('1920-03-01');
  });

  test('keeps to the selected region, which stays selected', () => {
    session.select({ kind: 'region', id: 'middle' });
    session.stepChange(1);
    expect([today(), session.selection?.id]).toEqual(['1918-05-10', 'middle']);
    session.stepChange(1);
    session.stepChange(1);
    expect(today()).toBe('1920-03-01');
  });
});

describe('playback', () => {
  test('rests on every change, then goes on, and ends with the atlas', () => {
    session.play();
    const seen = new Map<string, number>();
    for (let frame = 0; frame < 60 * 120 && session.playing; frame++) {
      session.tick(1 / 60);
      seen.set(today(), (seen.get(today()) ?? 0) + 1);
    }
    expect(today()).toBe('1955-12-31');
    expect(session.playing).toBe(false);
    for (const stop of ['1918-05-10', '1920-03-01', '1930-06-15']) expect(seen.get(stop)).toBeGreaterThan(45);
    expect(visits.every(([, visit]) => visit === 'replace')).toBe(true);
  });

  test('stops when the viewer takes over', () => {
    session.play();
    session.goTo(500);
    expect(session.playing).toBe(false);
    session.tick(1);
    expect(session.day).toBe(500);
  });

  test('does not leap when the tab slept', () => {
    session.play();
    const before = session.day;
    session.tick(3600);
    expect(session.day - before).toBeLessThan(40);
  });

  test('begins again at the end', () => {
    session.goTo(99999);
    session.play();
    session.tick(0.1);
    expect(session.day).toBeLessThan(50);
  });
});

describe('a chosen range', () => {
  const range = { from: dayFromIso('1918-01-01'), to: dayFromIso('1921-01-01') };
  const run = (frames: number) => {
    const days: number[] = [];
    for (let frame = 0; frame < frames && session.playing; frame++) {
      session.tick(1 / 30);
      days.push(session.day);
    }
    return days;
  };

  test('is played from its beginning to its end', () => {
    session.setRange(range);
    session.play();
    const days = run(3000);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(range.from);
    expect(days.at(-1)).toBe(range.to - 1);
    expect(session.playing).toBe(false);
  });

  test('is played again and again in a loop', () => {
    session.setRange(range);
    session.setLoop(true);
    session.play();
    const days = run(3000);
    expect(session.playing).toBe(true);
    expect(days.filter((day, at) => day < (days[at - 1] ?? 0)).length).toBeGreaterThan(1);
  });

  test('without motion is stepped through', () => {
    session.setRange(range);
    session.play();
    const seen = new Set<string>();
    for (let frame = 0; frame < 600; frame++) {
      session.tick(1 / 30, true);
      seen.add(today());
    }
    expect([...seen]).toEqual(['1918-05-10', '1920-03-01', '1920-12-31']);
  });

  test('of a region rests only on its own changes', () => {
    session.select({ kind: 'region', id: 'middle' });
    session.play();
    const seen = new Set<string>();
    for (let frame = 0; frame < 600; frame++) {
      session.tick(1 / 30, true);
      seen.add(today());
    }
    expect([...seen]).toEqual(['1918-05-10', '1920-03-01', '1955-12-31']);
  });
});

test('a layer is switched on and off', () => {
  session.toggleLayer('bloc');
  expect(session.view.layers).toEqual(['bloc']);
  session.toggleLayer('bloc');
  expect(session.view.layers).toEqual([]);
});

test('going back shows the earlier view whole, without a new visit', () => {
  session.play();
  const earlier: ViewState = { ...OPENING_VIEW, theme: 'baltic', selection: { kind: 'region', id: 'west' } };
  session.restore(earlier);
  expect(session.view).toEqual(earlier);
  expect(session.playing).toBe(false);
  expect(visits).toEqual([]);
});

describe('what was known at the time', () => {
  const secret = (): Atlas => {
    const bundle = tinyBundle();
    const changes = bundle.changes.map((change) =>
      change.kind === 'pact' ? { ...change, knownFrom: dayFromIso('1948-01-22') } : change,
    );
    return new Atlas({
      ...bundle,
      changes,
      spheres: bundle.spheres.map((sphere) => ({ ...sphere, knownFrom: dayFromIso('1948-01-22') })),
    });
  };

  const secretMove = (): Atlas => {
    const bundle = tinyBundle();
    const [first, ...rest] = bundle.changes;
    return new Atlas({
      ...bundle,
      changes: [{ ...first!, knownFrom: dayFromIso('1948-01-22') }, ...rest],
    });
  };

  test('hides a secret until it came out', () => {
    const known = new Session(
      secret(),
      { ...OPENING_VIEW, day: dayFromIso('1931-01-01'), lens: 'known' },
      () => undefined,
    );
    expect(known.changes.map(({ id }) => id)).not.toContain('1930-06-pact');
    expect(known.atlas.spheres).toEqual([]);
    known.goTo(dayFromIso('1948-01-22'));
    expect(known.changes.map(({ id }) => id)).toContain('1930-06-pact');
    expect(known.atlas.spheres).toHaveLength(1);
  });

  test('what moved stays, without the change that was secret', () => {
    const { atlas } = new Session(
      secretMove(),
      { ...OPENING_VIEW, day: dayFromIso('1921-01-01'), lens: 'known' },
      () => undefined,
    );
    const middle = atlas.historyOf(1);
    expect(middle.map(({ change }) => change?.id ?? null)).toEqual([null, null, '1920-03-01-peace']);
    expect(middle.map(({ holding }) => holding.from)).toEqual(
      tinyAtlas()
        .historyOf(1)
        .map(({ holding }) => holding.from),
    );
  });

  test('a text that was secret is left out of a change that was not', () => {
    const bundle = tinyBundle();
    const changes = bundle.changes.map((change) => ({
      ...change,
      excerpts: change.excerpts.map((excerpt, at) =>
        at === 0 ? { ...excerpt, knownFrom: dayFromIso('1940-01-01') } : excerpt,
      ),
    }));
    const session = new Session(
      new Atlas({ ...bundle, changes }),
      { ...OPENING_VIEW, day: dayFromIso('1939-12-31'), lens: 'known' },
      () => undefined,
    );
    const sources = () => session.atlas.changes[0]?.excerpts.map(({ source }) => source);
    expect(sources()).toEqual(['essay']);
    session.goTo(dayFromIso('1940-01-01'));
    expect(sources()).toEqual(['treaty', 'essay']);
  });

  test('without the lens nothing is hidden', () => {
    const all = new Session(secret(), { ...OPENING_VIEW, day: dayFromIso('1931-01-01') }, () => undefined);
    expect(all.changes).toHaveLength(3);
    expect(all.atlas.spheres).toHaveLength(1);
  });
});

test('the lens of a capital says what it saw in the selected region on the day', () => {
  const bundle = tinyBundle();
  const claim = {
    regions: [1],
    holder: 0,
    from: dayFromIso('1920-03-01'),
    to: dayFromIso('1930-01-01'),
    says: 'The cession was not recognised.',
    source: 'treaty',
  };
  const lens = {
    id: 'alfaville',
    capital: 'Alfaville',
    title: 'As Alfaville saw it',
    viewer: 'alfa',
    about: '',
    claims: [claim],
    named: [],
    labels: [],
  };
  const seen = new Session(
    new Atlas({ ...bundle, lenses: [lens] }),
    {
      ...OPENING_VIEW,
      day: dayFromIso('1925-01-01'),
      lens: 'alfaville',
      selection: { kind: 'region', id: 'middle' },
    },
    () => undefined,
  );
  expect(seen.claim).toBe(claim);
  expect(seen.atlas.holdingOn(1, seen.day)).toMatchObject({ holder: 0, controller: 1, status: 'occupied' });
  seen.goTo(dayFromIso('1930-01-01'));
  expect(seen.claim).toBeNull();
  seen.setLens(null);
  expect(seen.claim).toBeNull();
});
