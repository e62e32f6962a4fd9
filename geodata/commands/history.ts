import { parseArgs } from 'node:util';
import { isoFromDay } from '../../src/lib/time/day';
import { openAtlas } from './atlas-files';
import { UsageError, type Command } from './command';
import { holdingFacts, holdingOrigin } from './holding-facts';

/** `cordon history REGION`: every holding of a region, in order. */
export const history: Command = {
  usage: ['history REGION', 'everybody who held a region, from when to when, and by which change, as JSON'],
  async run(args, around) {
    const [id] = parseArgs({ args: [...args], allowPositionals: true }).positionals;
    if (id === undefined)
      throw new UsageError('a region is missing: expected an id such as wilno (see geodata/regions/)');
    const atlas = await openAtlas(around);
    const region = atlas.regionIndex(id);
    if (region === undefined) {
      const near = atlas.regions
        .filter((candidate) => candidate.id.includes(id) || id.includes(candidate.id))
        .slice(0, 5);
      const hint =
        near.length > 0
          ? near.map((candidate) => candidate.id).join(', ')
          : 'an id from geodata/regions/, such as wilno';
      throw new UsageError(`no region "${id}": expected ${hint}`);
    }
    const rows = atlas.historyOf(region).map(({ holding, to, change }) => ({
      from: isoFromDay(holding.from),
      to: to === null ? null : isoFromDay(to),
      ...holdingFacts(atlas, holding, holding.from),
      ...holdingOrigin(atlas, holding),
      changeTitle: change?.title ?? null,
      precision: holding.precision,
    }));
    around.print(
      JSON.stringify(
        {
          region: id,
          regionName: atlas.regions[region]?.name,
          km2: atlas.regions[region]?.km2,
          history: rows,
        },
        null,
        2,
      ),
    );
    return 0;
  },
};
