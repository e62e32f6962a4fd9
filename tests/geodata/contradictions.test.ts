import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../../geodata/build/facts';
import type { Fault } from '../../geodata/build/fault';
import { answersTo, readSeedClaims } from '../../geodata/build/seed-claims';

const root = join(import.meta.dirname, '../../geodata');
const faults: Fault[] = [];
const facts = readFacts(root, faults);
const seedClaims = readSeedClaims(root, faults);
const ledger = parse(readFileSync(join(import.meta.dirname, 'contradictions.yaml'), 'utf8')) as Record<
  string,
  Record<string, string[]>
>;

/** The excerpts in which a seed makes a claim. */
function excerptsOn(claim: string, seed: string) {
  return answersTo(seedClaims, facts.changes, claim, seed).flatMap(({ change, excerpt }) => {
    const found = facts.changes.get(change)?.facts.excerpts[excerpt];
    return found ? [found] : [];
  });
}

const known = Object.entries(ledger).flatMap(([claim, seeds]) =>
  Object.entries(seeds).map(([seed, abouts]) => ({ claim, seed, abouts })),
);

test('the ledger of contradictions knows all five seeds', () => {
  expect(new Set(known.map(({ seed }) => seed)).size).toBe(5);
  expect(known.length).toBeGreaterThan(200);
});

test.each(known)('$claim in $seed is answered', ({ claim, seed, abouts }) => {
  const answered = excerptsOn(claim, seed).filter(({ correction }) => correction !== undefined);
  expect(answered.map(({ about }) => about)).toEqual(expect.arrayContaining(abouts));
});

// What a reader of the seeds must learn: the right date, place, person or word stands in the correction.
test.each([
  ['barbarossa-1941', 'student-notes', 'date', /22 June 1941/],
  ['barbarossa-1941', 'student-notes', 'act', /first day/],
  ['pilsudski-coup-1926', 'student-notes', 'date', /12 to 14 May 1926/],
  ['pilsudski-coup-1926', 'blacksacademy', 'date', /1926/],
  ['munich-1938', 'writingbros', 'date', /29 and 30 September 1938/],
  ['german-soviet-boundary-treaty-1939', 'blacksacademy', 'date', /28 September 1939/],
  ['german-soviet-credit-agreement-1939', 'writingbros', 'date', /19 August 1939/],
  ['anglo-soviet-relations-resumed-1929', 'britannica', 'date', /3 October 1929/],
  ['us-recognition-1933', 'student-notes', 'date', /16 November 1933/],
  ['chicherin-narkomindel', 'britannica', 'date', /30 May 1918/],
  ['league-expels-ussr-1939', 'writingbros', 'date', /eighteen years later/],
  ['anti-comintern-pact-1936', 'blacksacademy', 'actor', /6 November 1937/],
  ['treaty-of-rapallo-1922', 'student-notes', 'actor', /Soviet Russia signed/],
  ['secret-military-agreement-1922', 'blacksacademy', 'act', /six articles/],
  ['secret-protocol-spheres-1939', 'writingbros', 'place', /Lithuania fell to Germany.*Finland/],
  ['winter-war', 'writingbros', 'place', /stayed independent/],
  ['moscow-peace-1940', 'writingbros', 'place', /tenth of Finland/],
  ['yalta-far-east-agreement', 'blacksacademy', 'place', /Japanese/],
  ['soviet-alliance-offer-1939', 'blacksacademy', 'actor', /Litvinov made it, on 17 April 1939/],
  ['united-nations-veto', 'blacksacademy', 'number', /eleven/],
  ['genoa-conference-1922', 'writingbros', 'cause', /16 April.*19 May/],
  ['cuban-revolution-1959', 'beria-blog', 'act', /1 January 1959/],
  ['kandelaki-soundings-1935-37', 'writingbros', 'word', /court/],
] as const)('%s in %s, %s: %s', (claim, seed, about, right) => {
  const corrections = excerptsOn(claim, seed)
    .filter((excerpt) => excerpt.about === about)
    .map(({ correction }) => correction ?? '');
  expect(corrections.some((correction) => right.test(correction))).toBe(true);
});

describe('good sources that give another date than the atlas', () => {
  const trusted = ['primary', 'scholarship'];
  const found = [...facts.changes.values()]
    .filter(({ facts: { excerpts } }) =>
      excerpts.some(
        ({ about, source }) =>
          about === 'date' && trusted.includes(facts.sources.get(source)?.facts.kind ?? ''),
      ),
    )
    .map(({ id }) => id);

  test.each([
    '1939-08-23-non-aggression-pact',
    '1939-09-28-boundary-and-friendship-treaty',
    '1938-09-30-munich-agreement',
    '1940-03-12-moscow-peace',
    '1945-05-08-end-of-the-war-in-europe',
    '1922-12-30-soviet-union',
    '1918-02-24-estonia-independence',
    '1918-04-09-bessarabia-union',
    '1939-10-26-annexed-lands-and-general-government',
    '1925-10-16-locarno',
  ])('%s', (id) => expect(found).toContain(id));
});

test('every step on a change in the lecture on a bad essay shows what one of the seeds says', () => {
  const path = join(root, 'lectures/how-to-read-a-bad-essay.yaml');
  const lecture = parse(readFileSync(path, 'utf8')) as {
    steps: { title: string; excerpts?: { change?: string; source?: string }[] }[];
  };
  const steps = lecture.steps
    .map(({ title, excerpts = [] }) => ({
      title,
      shown: excerpts.filter(({ change }) => change !== undefined),
    }))
    .filter(({ shown }) => shown.length > 0);
  const without = steps.filter(
    ({ shown }) =>
      !shown.some(({ change = '', source: named }) => {
        const { excerpts = [] } = facts.changes.get(change)?.facts ?? {};
        return excerpts.some(
          ({ source }) => seedClaims.seeds.has(source) && (named === undefined || source === named),
        );
      }),
  );
  expect(steps.length).toBeGreaterThan(8);
  expect(without.map(({ title }) => title)).toEqual([]);
});
