/** Told to the user in one line, with exit code 2: the command was given something it cannot use. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a command needs from the outside, so that tests can run it without a terminal. */
export interface Surroundings {
  /** Folder of facts, absolute. */
  readonly root: string;
  /** Writes the result. */
  readonly print: (text: string) => void;
  /** Tells about progress and faults: never part of the result. */
  readonly tell: (text: string) => void;
}

/**
 * A command of `cordon`: reads its arguments, prints its result and returns the exit code: 0 when all is well, 1 when the atlas has
 * faults.
 * @throws UsageError when the arguments are wrong
 */
export interface Command {
  /** Arguments and what it does, one line each, for `--help`. */
  readonly usage: readonly string[];
  run(args: readonly string[], around: Surroundings): Promise<number>;
}
