import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { LineCounter, isMap, isScalar, parseDocument, type Document, type Node } from 'yaml';
import * as v from 'valibot';
import type { Fault } from './fault';

/** A parsed file that remembers on which line each of its values stands. */
export interface FactFile {
  /** Path below the geodata folder, with `/`. */
  readonly path: string;
  /** File name without folder and ending: the id of one-thing-per-file kinds. */
  readonly id: string;
  readonly value: unknown;
  /** Line (from 1) of the value at a path of keys, or of its nearest parent. */
  lineOf(keys: readonly PropertyKey[]): number;
}

/** All files below `folder` of `root` that end in `ending`, sorted by path. */
export function listFiles(root: string, folder: string, ending: string): string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) visit(path);
      else if (name.endsWith(ending)) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  try {
    visit(join(root, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found;
}

/** Reads one YAML file; what YAML itself finds wrong becomes faults. */
export function readYaml(root: string, path: string, faults: Fault[]): FactFile {
  const text = readFileSync(join(root, path), 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' });
  for (const problem of [...document.errors, ...document.warnings]) {
    faults.push({
      file: path,
      line: lines.linePos(problem.pos[0]).line,
      rule: 'yaml',
      message: (problem.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    });
  }
  const value: unknown = document.errors.length > 0 ? null : document.toJS();
  return {
    path,
    id: path.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
    value,
    lineOf(keys) {
      for (let length = keys.length; length > 0; length--) {
        const range = nodeAt(document, keys.slice(0, length))?.range;
        if (range) return lines.linePos(range[0]).line;
      }
      return 1;
    },
  };
}

/** The key of a value in a map, or a value in a list. */
function nodeAt(document: Document, keys: readonly PropertyKey[]): Node | undefined {
  const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
    return pair?.key as Node | undefined;
  }
  return document.getIn(keys, true) as Node | undefined;
}

/**
 * Checks a value against a schema. Returns it typed, or null after adding one fault per problem.
 * @param keys where the value stands in its file
 */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  file: FactFile,
  value: unknown,
  keys: readonly PropertyKey[],
  faults: Fault[],
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((step) => step.key as PropertyKey);
    const at = [...keys, ...path];
    faults.push({
      file: file.path,
      line: file.lineOf(at),
      rule: 'schema',
      message: isUnknownKey(issue) ? `there is no key "${String(at.at(-1))}" here` : `${at.join('.') || 'file'}: ${issue.message}`,
    });
  }
  return null;
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}
