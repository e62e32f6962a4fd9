import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** Runs `cordon` on the atlas of the repository, as a user would. */
function cordon(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'geodata/cli.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

const LONG_MS = 120_000;

test('where tells holder, controller and change of a place', { timeout: LONG_MS }, () => {
  const { status, stdout } = cordon('where', '49.84', '24.03', '1939-09-23');
  expect(status).toBe(0);
  const place = JSON.parse(stdout) as Record<string, unknown>;
  expect(place).toMatchObject({ holder: 'poland', controller: 'soviet-union', status: 'occupied' });
  expect(place['kmToBorder']).toBeGreaterThan(0);
});

test('where reads a file, one line of JSON for each row, with nulls at sea', { timeout: LONG_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-'));
  try {
    const file = join(folder, 'places.csv');
    writeFileSync(file, 'lat,lon,date\n54.69,25.28,1939-10-28\n57.5,19.9,1930-01-01\n');
    const { status, stdout } = cordon('where', '--input', file);
    expect(status).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ holder: 'lithuania' });
    expect(rows[1]).toMatchObject({ region: null, holder: null, controller: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('at gives the states of a day as GeoJSON', { timeout: LONG_MS }, () => {
  const { status, stdout } = cordon('at', '1921-03-18');
  expect(status).toBe(0);
  const map = JSON.parse(stdout) as GeoJSON.FeatureCollection;
  expect(map.type).toBe('FeatureCollection');
  const poland = map.features.find(({ properties }) => properties?.['holder'] === 'poland');
  expect(poland?.properties).toMatchObject({ holderName: 'Poland' });
  expect(poland?.geometry.type).toMatch(/Polygon$/);
});

test('history and changes are lists in order of time', { timeout: LONG_MS }, () => {
  const history = JSON.parse(cordon('history', 'wilno').stdout) as unknown;
  expect(JSON.stringify(history)).toMatch(/1939-10-10/);
  const changes = JSON.parse(
    cordon('changes', '--from', '1939-08-23', '--to', '1939-09-28', '--theme', 'partition-of-poland').stdout,
  ) as { date: string }[];
  expect(changes.length).toBeGreaterThan(10);
  const dates = changes.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
});

test.each([
  [['at', '1939-02-30'], /1939-02-30/],
  [['at', '1916-01-01'], /1917/],
  [['history', 'atlantis'], /atlantis/],
  [['where', '--input', 'nowhere.csv'], /nowhere\.csv/],
  [['fly'], /fly/],
])('%j is refused in one line', { timeout: LONG_MS }, (args, named) => {
  const { status, stdout, stderr } = cordon(...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(named);
});
