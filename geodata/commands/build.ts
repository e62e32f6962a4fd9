import { parseArgs } from 'node:util';
import { build as buildBundle } from '../build/build';
import { formatReport } from '../build/report';
import { formatFault, type Fault } from '../build/fault';
import type { Command, Surroundings } from './command';

/** `cordon build`: makes the bundle that the app loads. */
export const build: Command = {
  usage: [
    'build',
    'make the bundle in dist/ and print how exact it is (nothing is done when no file changed)',
  ],
  async run(args, around) {
    parseArgs({ args: [...args], options: {} });
    const started = performance.now();
    const { faults, report, fresh } = await buildBundle(around.root, (step) => around.tell(`${step} ...`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    around.print(formatReport(report));
    around.print(fresh ? `built in ${seconds} s` : `up to date (${seconds} s)`);
    return tellFaults(faults, around);
  },
};

/** `cordon check`: all rules, all faults. */
export const check: Command = {
  usage: ['check', 'run every rule over all facts and list every fault with its file and line'],
  async run(args, around) {
    parseArgs({ args: [...args], options: {} });
    const { faults, report } = await buildBundle(around.root, (step) => around.tell(`${step} ...`));
    if (faults.length === 0) {
      const { regions, changes, excerpts } = report.counts;
      around.print(`no fault in ${regions} regions, ${changes} changes and ${excerpts} excerpts`);
    }
    return tellFaults(faults, around);
  },
};

function tellFaults(faults: readonly Fault[], { tell }: Surroundings): number {
  if (faults.length === 0) return 0;
  const inOrder = [...faults].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
  for (const fault of inOrder) tell(formatFault(fault));
  tell(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  return 1;
}
