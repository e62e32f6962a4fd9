import type { LectureFile, StepFile } from '../atlas/lecture-schema';

/** A file that is no lecture, or one that this app is too old for; `message` says what to do, in words for the lecturer. */
export class LectureFileError extends Error {
  override readonly name = 'LectureFileError';
}

/** What could be read of a file. */
export interface ReadLecture {
  /** The lecture, with the steps that are whole. */
  readonly lecture: LectureFile;
  /** What is wrong with the rest, one line each; empty when the file is whole. */
  readonly faults: readonly string[];
}

/**
 * Reads a lecture from the text of a file, YAML or JSON. A step that is damaged is left out and told; everything else is kept.
 * @throws LectureFileError when the text is no lecture at all, holds no whole step, or is from a newer version
 */
export async function readLecture(text: string): Promise<ReadLecture> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { uniqueKeys: true, schema: 'core' });
  const [problem] = document.errors;
  if (problem) {
    const reason = (problem.message.split('\n')[0] ?? '').replace(/:$/, '');
    throw new LectureFileError(`This file is damaged: ${reason}. Nothing was changed.`);
  }
  return checkLecture(document.toJS() as unknown);
}

/**
 * Checks what a file, a link or this browser's store has for a lecture.
 * @throws LectureFileError as `readLecture`
 */
export async function checkLecture(value: unknown): Promise<ReadLecture> {
  const [v, schema] = await Promise.all([import('valibot'), import('../atlas/lecture-schema')]);
  if (!isRecord(value) || !Array.isArray(value['steps']))
    throw new LectureFileError(
      'This is no lecture: expected a file with a title and steps. Nothing was changed.',
    );
  const { version = schema.LECTURE_VERSION, steps, ...rest } = value;
  if (typeof version === 'number' && version > schema.LECTURE_VERSION) {
    throw new LectureFileError(
      `This lecture was written by a newer Cordon: it has version ${version}, this one reads version ${schema.LECTURE_VERSION}. ` +
        'Reload the page to get the newest Cordon. Nothing was changed.',
    );
  }
  const faults: string[] = [];
  const head = v.safeParse(schema.Head, { ...rest, version });
  if (!head.success) faults.push(...head.issues.map((issue) => faultOf(v.getDotPath(issue), issue.message)));
  const known = new Set(Object.keys(schema.Head.entries));
  for (const key of Object.keys(rest))
    if (!known.has(key)) faults.push(`"${key}" is not known and was left out.`);
  const whole: StepFile[] = [];
  (steps as unknown[]).forEach((step, at) => {
    const read = v.safeParse(schema.Step, step);
    if (read.success) whole.push(read.output);
    else
      for (const issue of read.issues)
        faults.push(`Step ${at + 1}: ${faultOf(v.getDotPath(issue), messageOf(issue))}`);
  });
  if (whole.length === 0 && steps.length > 0) {
    const why = faults.length > 0 ? ` ${faults.slice(0, 3).join(' ')}` : '';
    throw new LectureFileError(`This lecture has no step that can be read.${why} Nothing was changed.`);
  }
  const { title, author, language, abstract } = head.success ? head.output : headOf(rest);
  return {
    lecture: { version: schema.LECTURE_VERSION, title, author, language, abstract, steps: whole },
    faults,
  };
}

/** A lecture as the text of a file: YAML, which people can read and mend. */
export async function writeLecture(lecture: LectureFile): Promise<string> {
  const { stringify } = await import('yaml');
  return stringify(orderly(lecture), { lineWidth: 100, singleQuote: true });
}

/** The keys of a step in the order in which they are read best. */
const STEP_KEYS: readonly (keyof StepFile)[] = [
  'title',
  'date',
  'compare',
  'dim',
  'bounds',
  'camera',
  'selection',
  'theme',
  'lens',
  'layers',
  'names',
  'play',
  'predict',
  'caption',
  'notes',
  'excerpts',
];

function orderly({ version, title, author, language, abstract, steps }: LectureFile): object {
  const ordered = steps.map((step) =>
    Object.fromEntries(STEP_KEYS.filter((key) => step[key] !== undefined).map((key) => [key, step[key]])),
  );
  return { version, title, author, language, abstract, steps: ordered };
}

/** What can be saved of a damaged head. */
function headOf(
  rest: Readonly<Record<string, unknown>>,
): Pick<LectureFile, 'title' | 'author' | 'language' | 'abstract'> {
  const text = (key: string, otherwise: string) =>
    typeof rest[key] === 'string' && rest[key] ? rest[key] : otherwise;
  return {
    title: text('title', 'Lecture without a title'),
    author: text('author', ''),
    language: 'en',
    abstract: text('abstract', ''),
  };
}

const faultOf = (path: string | null, message: string): string =>
  path === null ? `${message}.` : `${path}: ${message}.`;

/** A key that a step does not know is told in other words than valibot's. */
const messageOf = (issue: { type: string; expected: string | null; message: string }): string =>
  issue.type === 'strict_object' && issue.expected === 'never' ? 'this key is not known' : issue.message;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
