import { parseArgs } from 'node:util';
import { THEMES, type Theme } from '../../src/lib/atlas/types';
import { FIRST_DAY, LAST_DAY, isoFromDay } from '../../src/lib/time/day';
import { openAtlas, readDay } from './atlas-files';
import { UsageError, type Command } from './command';

/** `cordon changes`: what happened, with what moved and who says so. */
export const changes: Command = {
  usage: [
    `changes [--from DATE] [--to DATE] [--theme ${THEMES.join('|')}]`,
    'the changes of a span of days (both days included), as JSON',
  ],
  async run(args, around) {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' }, theme: { type: 'string' } },
    });
    const from = values.from === undefined ? FIRST_DAY : readDay(values.from);
    const to = values.to === undefined ? LAST_DAY : readDay(values.to);
    if (from > to)
      throw new UsageError(
        `--from ${values.from} is later than --to ${values.to}: expected the earlier day first`,
      );
    if (values.theme !== undefined && !THEMES.includes(values.theme as Theme)) {
      throw new UsageError(`"${values.theme}" is no theme: expected ${THEMES.join(', ')}`);
    }
    const atlas = await openAtlas(around);
    const found = atlas
      .changesBetween(from - 1, to)
      .filter((change) => values.theme === undefined || change.themes.includes(values.theme as Theme));
    const idOf = (polity: number) => atlas.polities[polity]?.id ?? '';
    const list = found.map((change) => ({
      id: change.id,
      day: isoFromDay(change.day),
      date: change.date,
      kind: change.kind,
      themes: change.themes,
      title: change.title,
      sentence: change.sentence,
      moves: atlas.movedBy(atlas.changeIndex(change.id) ?? -1).map(({ region, before, after }) => ({
        region: atlas.regions[region]?.id,
        km2: atlas.regions[region]?.km2,
        from: { holder: idOf(before.holder), controller: idOf(before.controller), status: before.status },
        to: { holder: idOf(after.holder), controller: idOf(after.controller), status: after.status },
      })),
      excerpts: change.excerpts.map(({ knownFrom, ...excerpt }) => ({
        ...excerpt,
        ...(knownFrom === undefined ? {} : { knownFrom: isoFromDay(knownFrom) }),
      })),
    }));
    around.print(JSON.stringify(list, null, 2));
    return 0;
  },
};
