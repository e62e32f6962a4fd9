import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Fault } from '../build/fault';

const Exception = v.strictObject({
  /** Rule whose fault is tolerated. */
  rule: v.string(),
  /** Path below geodata of the file the fault is in. */
  file: v.string(),
  /** A piece of the fault's message: what exactly is tolerated. */
  match: v.string(),
  why: v.pipe(v.string(), v.minLength(20, 'say why in a sentence')),
  source: v.optional(v.string()),
});

const Exceptions = v.array(Exception);

export type ExceptionFacts = v.InferOutput<typeof Exception>;

/** Reads `exceptions.json`: the only way to tolerate a fault. */
export function readExceptions(root: string, faults: Fault[]): ExceptionFacts[] {
  const path = join(root, 'exceptions.json');
  if (!existsSync(path)) return [];
  const report = (message: string) =>
    faults.push({ file: 'exceptions.json', line: 0, rule: 'schema', message });
  try {
    const result = v.safeParse(Exceptions, JSON.parse(readFileSync(path, 'utf8')));
    if (result.success) return result.output;
    for (const issue of result.issues) report(`${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  } catch (error) {
    report(`not valid JSON: ${(error as Error).message}`);
  }
  return [];
}

/** Leaves out tolerated faults; an exception that tolerates nothing is itself a fault. */
export function withoutExceptions(faults: readonly Fault[], exceptions: readonly ExceptionFacts[]): Fault[] {
  const used = new Set<ExceptionFacts>();
  const left = faults.filter((fault) => {
    const exception = exceptions.find(
      ({ rule, file, match }) => rule === fault.rule && file === fault.file && fault.message.includes(match),
    );
    if (exception) used.add(exception);
    return !exception;
  });
  for (const exception of exceptions) {
    if (used.has(exception)) continue;
    const message = `the exception for ${exception.rule} in ${exception.file} ("${exception.match}") is no longer needed: remove it`;
    left.push({ file: 'exceptions.json', line: 0, rule: 'exception', message });
  }
  return left;
}
