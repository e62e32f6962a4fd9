import { join } from 'node:path';
import { anchors } from './commands/anchors';
import { at } from './commands/at';
import { build, check } from './commands/build';
import { changes } from './commands/changes';
import { UsageError, type Command } from './commands/command';
import { history } from './commands/history';
import { where } from './commands/where';

const COMMANDS: Readonly<Record<string, Command>> = { check, build, at, where, history, changes, anchors };

const HELP = [
  'cordon: the facts of the atlas, on the command line',
  '',
  'usage: cordon COMMAND [ARGUMENTS]',
  '',
  ...Object.values(COMMANDS).flatMap(({ usage: [synopsis, ...about] }) => [
    `  ${synopsis}`,
    ...about.map((line) => `      ${line}`),
  ]),
  '',
  'DATE is YYYY-MM-DD from 1917-01-01 to 1955-12-31. Results go to stdout, progress and faults to stderr.',
  'The facts are read from the folder that CORDON_GEODATA names, else from geodata/ of this repository.',
  'Exit code: 0 all is well, 1 the facts have faults, 2 the command cannot be understood.',
].join('\n');

/** Runs one command and returns the exit code. */
export async function main([name, ...args]: readonly string[]): Promise<number> {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const tell = (text: string) => process.stderr.write(`${text}\n`);
  if (
    name === undefined ||
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    args.includes('--help')
  ) {
    print(HELP);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(`no command "${name}": expected ${Object.keys(COMMANDS).join(', ')}`);
    return await command.run(args, {
      root: process.env['CORDON_GEODATA'] ?? join(import.meta.dirname, '.'),
      print,
      tell,
    });
  } catch (error) {
    const isUsage =
      error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    tell(`cordon: ${(error as Error).message.split('\n')[0]}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
