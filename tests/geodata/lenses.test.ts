import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Locator } from '../../geodata/build/locate';
import { exactPartition, openAtlas } from '../../geodata/commands/atlas-files';
import type { Atlas } from '../../src/lib/atlas/atlas';
import { claimOn } from '../../src/lib/atlas/lens';
import type { Lens } from '../../src/lib/atlas/types';
import { holdingInWords } from '../../src/lib/atlas/words';
import { dayFromIso } from '../../src/lib/time/day';

const root = join(import.meta.dirname, '../../geodata');
let atlas: Atlas;
let locator: Locator;
const through = new Map<string, { lens: Lens; seen: Atlas }>();

beforeAll(async () => {
  atlas = await openAtlas({ root, print: () => undefined, tell: () => undefined });
  locator = new Locator(exactPartition(root));
  for (const lens of atlas.bundle.lenses) through.set(lens.id, { lens, seen: atlas.through(lens) });
}, 240_000);

/** [lon, lat] */
const PLACES = {
  'Addis Ababa': [38.75, 9.02],
  Breslau: [17.03, 51.11],
  Canton: [113.26, 23.13],
  Chisinau: [28.86, 47.01],
  Cluj: [23.59, 46.77],
  Cologne: [6.96, 50.94],
  Czernowitz: [25.94, 48.29],
  Danzig: [18.65, 54.35],
  Karlsbad: [12.87, 50.23],
  Koenigsberg: [20.51, 54.71],
  Lhasa: [91.13, 29.65],
  Leipzig: [12.37, 51.34],
  Lwow: [24.03, 49.84],
  Mukden: [123.43, 41.8],
  Poznan: [16.93, 52.41],
  Prague: [14.42, 50.09],
  Riga: [24.1, 56.95],
  Taipei: [121.56, 25.04],
  Tallinn: [24.75, 59.44],
  Tiflis: [44.79, 41.69],
  'Ulan Bator': [106.92, 47.92],
  Vienna: [16.37, 48.21],
  Vilnius: [25.28, 54.69],
  Warsaw: [21.01, 52.23],
  'Yuzhno-Sakhalinsk': [142.74, 46.96],
  Zagreb: [15.98, 45.81],
} as const;

function seenFrom(capital: string, place: keyof typeof PLACES, iso: string) {
  const { lens, seen } = through.get(capital)!;
  const [lon, lat] = PLACES[place];
  const region = locator.regionAt(lon, lat);
  const day = dayFromIso(iso);
  const words = holdingInWords(seen, seen.holdingOn(region, day), day);
  return { words, claim: claimOn(lens, region, day) };
}

// The day before a claim begins, or on which it has ended, stands beside the days on which it holds. Units of an occupant are named,
// units of a state whose law is not recognised there are not.
test.each([
  ['london', 'Tallinn', '1940-08-05', 'Estonia, occupied by Soviet Union'],
  ['london', 'Tallinn', '1943-01-01', 'Estonia, occupied by Germany (Reichskommissariat Ostland)'],
  ['london', 'Tallinn', '1947-06-01', 'Estonia, occupied by Soviet Union'],
  ['washington', 'Riga', '1955-12-31', 'Latvia, occupied by Soviet Union'],
  ['moscow', 'Riga', '1941-01-01', 'Soviet Union (Latvian SSR)'],
  ['moscow', 'Riga', '1943-01-01', 'Soviet Union, occupied by Germany (Reichskommissariat Ostland)'],
  ['berlin', 'Riga', '1941-02-01', 'Soviet Union, annexed (Latvian SSR)'],
  ['washington', 'Tallinn', '1922-07-27', 'Russia, in the hands of Estonia'],
  ['washington', 'Tallinn', '1922-07-28', 'Estonia'],
  ['washington', 'Tiflis', '1921-01-30', 'Russia, in the hands of Georgia'],
  ['washington', 'Chisinau', '1933-06-30', 'Russia, occupied by Romania'],
  ['washington', 'Chisinau', '1933-07-01', 'Romania'],
  ['moscow', 'Chisinau', '1930-06-01', 'Soviet Union, occupied by Romania'],
  ['moscow', 'Chisinau', '1920-11-01', 'Soviet Russia, occupied by Romania'],
  ['london', 'Chisinau', '1930-06-01', 'Romania'],
  ['london', 'Czernowitz', '1940-09-05', 'Romania, occupied by Soviet Union'],
  ['london', 'Czernowitz', '1944-09-12', 'Soviet Union, annexed (Ukrainian SSR)'],
  ['london', 'Cluj', '1941-01-01', 'Romania, occupied by Hungary'],
  ['moscow', 'Vilnius', '1926-09-28', 'Lithuania, occupied by Poland'],
  ['london', 'Vilnius', '1926-09-28', 'Poland'],
  ['london', 'Vilnius', '1939-12-01', 'Poland, occupied by Lithuania'],
  ['london', 'Lwow', '1923-03-14', 'Allied Powers, occupied by Poland'],
  ['london', 'Lwow', '1923-03-15', 'Poland'],
  ['london', 'Lwow', '1940-05-01', 'Poland, occupied by Soviet Union'],
  ['london', 'Lwow', '1946-02-05', 'Soviet Union (Ukrainian SSR)'],
  ['moscow', 'Lwow', '1940-05-01', 'Soviet Union (Ukrainian SSR)'],
  ['washington', 'Poznan', '1940-05-01', 'Poland, occupied by Germany'],
  ['moscow', 'Poznan', '1941-07-29', 'Germany, annexed (Reichsgau Wartheland)'],
  ['moscow', 'Poznan', '1941-07-30', 'Poland, occupied by Germany'],
  ['moscow', 'Warsaw', '1940-05-01', 'Germany, zone or administration (General Government)'],
  ['berlin', 'Warsaw', '1940-05-01', 'Germany, zone or administration (General Government)'],
  ['london', 'Warsaw', '1940-05-01', 'Poland, occupied by Germany (General Government)'],
  ['london', 'Prague', '1939-09-01', 'Czechoslovakia, occupied by Germany'],
  ['berlin', 'Prague', '1939-09-01', 'Germany, protectorate or puppet state'],
  ['london', 'Karlsbad', '1942-08-04', 'Germany, annexed (Reichsgau Sudetenland)'],
  ['london', 'Karlsbad', '1942-08-05', 'Czechoslovakia, occupied by Germany'],
  ['berlin', 'Karlsbad', '1942-08-05', 'Germany (Reichsgau Sudetenland)'],
  ['washington', 'Vienna', '1943-10-31', 'Germany, annexed'],
  ['washington', 'Vienna', '1943-11-01', 'Austria, occupied by Germany'],
  ['london', 'Vienna', '1943-11-01', 'Austria, occupied by Germany'],
  ['london', 'Zagreb', '1943-01-01', 'Yugoslavia, in the hands of Independent State of Croatia'],
  ['london', 'Breslau', '1947-06-01', 'Germany (Allied occupation), administered by Poland'],
  ['washington', 'Breslau', '1950-09-01', 'Germany as a whole, administered by Poland'],
  ['moscow', 'Breslau', '1950-09-01', 'Poland'],
  ['london', 'Koenigsberg', '1947-06-01', 'Germany (Allied occupation), administered by Soviet Union'],
  ['moscow', 'Koenigsberg', '1947-06-01', 'Soviet Union (Russian SFSR)'],
  ['london', 'Danzig', '1947-06-01', 'Free City of Danzig, administered by Poland'],
  ['washington', 'Leipzig', '1950-09-01', 'Germany as a whole, administered by Soviet Union'],
  ['moscow', 'Leipzig', '1950-09-01', 'East Germany'],
  ['moscow', 'Cologne', '1950-09-01', 'Germany as a whole, administered by United Kingdom'],
  ['moscow', 'Cologne', '1955-09-13', 'West Germany'],
  ['london', 'Addis Ababa', '1938-11-15', 'Ethiopia, occupied by Italy'],
  ['london', 'Addis Ababa', '1938-11-16', 'Italy, annexed (Italian East Africa)'],
  ['washington', 'Addis Ababa', '1938-11-16', 'Ethiopia, occupied by Italy'],
  ['berlin', 'Addis Ababa', '1936-12-01', 'Italy, annexed (Italian East Africa)'],
  ['washington', 'Mukden', '1933-03-01', 'China, occupied by Japan'],
  ['moscow', 'Mukden', '1941-04-12', 'China, occupied by Japan'],
  ['berlin', 'Mukden', '1938-05-12', 'Manchukuo, under the protection of Japan'],
  ['london', 'Canton', '1950-01-05', "China, in the hands of People's Republic of China"],
  ['london', 'Canton', '1950-01-06', "People's Republic of China"],
  ['washington', 'Canton', '1955-12-31', "China, in the hands of People's Republic of China"],
  ['moscow', 'Taipei', '1950-09-01', "People's Republic of China, in the hands of China"],
  ['london', 'Taipei', '1947-06-01', 'Japan, administered by China'],
  ['london', 'Taipei', '1955-02-04', 'Sovereignty undetermined, administered by China'],
  ['washington', 'Taipei', '1950-06-26', 'China'],
  ['washington', 'Lhasa', '1948-07-01', 'China, in the hands of Tibet'],
  ['london', 'Ulan Bator', '1936-05-11', "China, in the hands of Mongolian People's Republic"],
  ['moscow', 'Ulan Bator', '1936-05-11', "Mongolian People's Republic"],
  ['washington', 'Yuzhno-Sakhalinsk', '1950-09-01', 'Japan, occupied by Soviet Union'],
  ['washington', 'Yuzhno-Sakhalinsk', '1953-01-01', 'Sovereignty undetermined, occupied by Soviet Union'],
] as const)('%s sees %s on %s as %s', (capital, place, iso, words) => {
  expect(seenFrom(capital, place, iso).words).toBe(words);
});

test('what a lens says of a place it says with a source', () => {
  const { claim } = seenFrom('london', 'Tallinn', '1947-06-01');
  expect(claim?.says).toMatch(/never recognised the annexation in law/);
  expect(atlas.sources.get(claim!.source)?.URL).toMatch(/^https:\/\/api\.parliament\.uk\/historic-hansard\//);
});

describe.each(['london', 'washington', 'moscow', 'berlin'])('every claim of %s', (capital) => {
  test('names land, ends after it begins and changes what is seen or says why not', () => {
    const { lens, seen } = through.get(capital)!;
    for (const claim of lens.claims) {
      const { regions, from = 0, to = Infinity, says } = claim;
      expect(regions.length, says).toBeGreaterThan(0);
      expect(to, says).toBeGreaterThan(from);
      const differs = regions.some((region) => {
        const rows = (of: Atlas) =>
          JSON.stringify(of.historyOf(region).map(({ holding: { change: _, ...rest } }) => rest));
        return rows(seen) !== rows(atlas);
      });
      expect(differs, says).toBe(true);
    }
  });

  test('no name of a state stands on a day on which that state has no land', () => {
    const { seen } = through.get(capital)!;
    for (const iso of [
      '1919-06-01',
      '1930-06-01',
      '1940-11-01',
      '1943-01-01',
      '1947-06-01',
      '1950-09-01',
      '1955-12-01',
    ]) {
      const day = dayFromIso(iso);
      const holders = new Set(seen.regions.map((_, region) => seen.holdingOn(region, day).holder));
      const named = seen.bundle.labels.filter(
        ({ of, from = 0, to = Infinity }) => of === 'holder' && from <= day && day < to,
      );
      for (const { polity } of named)
        expect(holders.has(polity), `${seen.nameOn(polity, day)} on ${iso}`).toBe(true);
    }
  });
});
