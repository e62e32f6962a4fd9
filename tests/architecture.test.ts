import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Source texts by path from the repository's root, with forward slashes. */
type Sources = ReadonlyMap<string, string>;

/** The folders of src/lib. */
const LIBRARY = ['time', 'atlas', 'session', 'map', 'ui', 'export'];

/** Areas of the house, and which other areas each may import. Importing within an area is always allowed. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  time: [],
  atlas: ['time'],
  session: ['time', 'atlas'],
  map: ['time', 'atlas'],
  ui: ['time', 'atlas'],
  export: ['time', 'atlas'],
  routes: LIBRARY,
  app: [],
  geodata: ['time', 'atlas'],
};

/** Areas that know neither Svelte nor the browser. */
const PURE = ['time', 'atlas'];
const MAX_LINES = 320;

/** The area a path lies in; a folder that has no rule yet is named by its path. */
function areaOf(path: string): string {
  const [top = '', second = '', third = ''] = path.split('/');
  if (top !== 'src') return top;
  if (second === 'lib') return LIBRARY.includes(third) ? third : `src/lib/${third}`;
  return second === 'routes' ? 'routes' : 'app';
}

/** Every module a source names: imports, re-exports, dynamic imports, with types, and `import.meta.glob` patterns. */
function importsOf(path: string, source: string): string[] {
  const scripts = path.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
    : [source];
  return scripts.flatMap((script) => [
    ...ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...script.matchAll(/import\.meta\.glob\(\s*['"`]([^'"`]+)/g)].map((match) => match[1] ?? ''),
  ]);
}

/** A module's path from the repository's root, or undefined when it is a package or a module of the framework. */
function ownPath(importer: string, name: string): string | undefined {
  if (name === '$lib' || name.startsWith('$lib/')) return posix.join('src/lib', name.slice('$lib'.length));
  if (name.startsWith('/')) return name.slice(1);
  return name.startsWith('.') ? posix.join(posix.dirname(importer), name) : undefined;
}

/** The source file that an import of `path` reads, if it is one of ours. */
function fileOf(path: string, sources: Sources): string | undefined {
  const stem = path.replace(/\.js$/, '');
  return [path, `${stem}.ts`, `${path}.svelte`, `${path}/index.ts`].find((candidate) =>
    sources.has(candidate),
  );
}

function packageFault(area: string, name: string): string | undefined {
  if (/^maplibre-gl(\/|$)/.test(name) && area !== 'map') return `imports ${name}: only src/lib/map may`;
  if (PURE.includes(area) && /^(svelte|maplibre-gl|node:|\$)/.test(name)) {
    return `imports ${name}: ${area} is plain TypeScript`;
  }
  return undefined;
}

function pathFault(area: string, target: string): string | undefined {
  const targetArea = areaOf(target);
  if (targetArea === area) return undefined;
  if (area === 'routes' && /^geodata\/dist\/[^/]+\.json\?url(&no-inline)?$/.test(target)) return undefined;
  if (target === 'package.json') return undefined;
  if (area === 'routes' && /^src\/[^/]+\.css$/.test(target)) return undefined;
  return MAY_IMPORT[area]?.includes(targetArea)
    ? undefined
    : `imports ${target}: ${area} may not use ${targetArea}`;
}

/** One round of imports for each cycle found, written from its first file in alphabetical order. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const round = trail.slice(start);
      const first = round.indexOf([...round].sort()[0] ?? file);
      cycles.add([...round.slice(first), ...round.slice(0, first), round[first]].join(' > '));
    } else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  return [...cycles];
}

/** Every breach of the house rules, as `path: what is wrong`. */
function faultsIn(sources: Sources): string[] {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, source] of sources) {
    const area = areaOf(path);
    const ownImports: string[] = [];
    graph.set(path, ownImports);

    if (!(area in MAY_IMPORT)) faults.push(`${path}: ${area} has no rule in tests/architecture.test.ts`);
    if (PURE.includes(area) && /\.svelte(\.ts)?$/.test(path))
      faults.push(`${path}: ${area} is plain TypeScript`);
    const lines = source.trimEnd().split('\n').length;
    if (lines > MAX_LINES) faults.push(`${path}: ${lines} lines, more than ${MAX_LINES}`);

    for (const name of importsOf(path, source)) {
      const target = ownPath(path, name);
      const fault = target === undefined ? packageFault(area, name) : pathFault(area, target);
      if (fault) faults.push(`${path}: ${fault}`);
      const file = target === undefined ? undefined : fileOf(target, sources);
      if (file) ownImports.push(file);
    }
  }
  return [...faults, ...cyclesIn(graph).map((cycle) => `imports go round: ${cycle}`)];
}

function repositorySources(): Sources {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = ['src', 'geodata']
    .flatMap((top) =>
      readdirSync(posix.join(root, top), { recursive: true }).map((path) => `${top}/${String(path)}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^src\/.*\.(ts|svelte)$|^geodata\/(?!dist\/).*\.ts$/.test(path));
  return new Map(paths.sort().map((path) => [path, readFileSync(posix.join(root, path), 'utf8')]));
}

test('the house keeps its rules', () => {
  const sources = repositorySources();
  expect(sources.size).toBeGreaterThan(0);
  expect(faultsIn(sources)).toEqual([]);
});

describe('the rules notice', () => {
  const cases: [rule: string, path: string, source: string, fault: RegExp][] = [
    [
      'time using atlas',
      'src/lib/time/day.ts',
      `import type { A } from '../atlas/a';`,
      /time may not use atlas/,
    ],
    [
      'atlas using session',
      'src/lib/atlas/a.ts',
      `export * from '$lib/session/s';`,
      /atlas may not use session/,
    ],
    [
      'atlas using Svelte',
      'src/lib/atlas/a.ts',
      `import { SvelteMap } from 'svelte/reactivity';`,
      /plain TypeScript/,
    ],
    ['runes in atlas', 'src/lib/atlas/a.svelte.ts', `export const a = $state(1);`, /plain TypeScript/],
    [
      'map using session',
      'src/lib/map/m.ts',
      `const s = await import('../session/s');`,
      /map may not use session/,
    ],
    [
      'ui using map',
      'src/lib/ui/U.svelte',
      `<script lang="ts">import M from '$lib/map/M.svelte';</script>`,
      /ui may not use map/,
    ],
    ['export using ui', 'src/lib/export/e.ts', `import { U } from '../ui/u';`, /export may not use ui/],
    ['session using map', 'src/lib/session/s.ts', `import { M } from '../map/m';`, /session may not use map/],
    [
      'lib using routes',
      'src/lib/ui/u.ts',
      `import P from '../../routes/+page.svelte';`,
      /ui may not use routes/,
    ],
    ['ui using MapLibre', 'src/lib/ui/u.ts', `import * as m from 'maplibre-gl';`, /only src\/lib\/map may/],
    [
      'src using the pipeline',
      'src/routes/a.ts',
      `import '../../geodata/build/read';`,
      /routes may not use geodata/,
    ],
    [
      'ui loading the bundle',
      'src/lib/ui/u.ts',
      `import u from '/geodata/dist/a.json?url';`,
      /ui may not use geodata/,
    ],
    ['geodata using ui', 'geodata/cli.ts', `import { U } from '../src/lib/ui/u';`, /geodata may not use ui/],
    ['use of tests', 'geodata/cli.ts', `import { t } from '../tests/t';`, /geodata may not use tests/],
    [
      'a glob over tests',
      'src/routes/a.ts',
      `import.meta.glob('../../tests/*.ts');`,
      /routes may not use tests/,
    ],
    ['a folder without a rule', 'src/lib/utils/u.ts', ``, /src\/lib\/utils has no rule/],
    ['a file beside the folders', 'src/lib/u.ts', ``, /has no rule/],
    ['a long file', 'geodata/cli.ts', 'a;\n'.repeat(MAX_LINES + 1), /321 lines/],
  ];
  test.each(cases)('%s', (_rule, path, source, fault) => {
    const faults = faultsIn(new Map([[path, source]]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  test('a cycle, once', () => {
    const sources = new Map([
      ['src/lib/time/a.ts', `import './b';`],
      ['src/lib/time/b.ts', `export { c } from './c.js';`],
      ['src/lib/time/c.ts', `import type { A } from './a';`],
    ]);
    const round = 'src/lib/time/a.ts > src/lib/time/b.ts > src/lib/time/c.ts > src/lib/time/a.ts';
    expect(faultsIn(sources)).toEqual([`imports go round: ${round}`]);
  });

  test('nothing where nothing is wrong', () => {
    const sources = new Map([
      ['src/lib/time/day.ts', `// import '../atlas/a'\nexport const day = "import '../atlas/a'";`],
      ['src/lib/atlas/a.ts', `import { day } from '../time/day';`],
      ['src/lib/map/M.svelte', `<script lang="ts">import { Map } from 'maplibre-gl';</script>`],
      ['src/routes/+page.svelte', `<script>import url from '../../geodata/dist/atlas.json?url';</script>`],
      ['geodata/cli.ts', `import { day } from '../src/lib/time/day.ts';`],
    ]);
    expect(faultsIn(sources)).toEqual([]);
  });
});
