import * as v from 'valibot';
import { STATUSES } from '../../src/lib/atlas/types';
import { BASE_UNIT } from './line';
import { Id, Position, PublishedArea, Text } from './common';

const Start = v.union(
  [
    Id,
    v.strictObject({
      holder: Id,
      controller: v.optional(Id),
      status: v.optional(v.picklist(STATUSES)),
      unit: v.optional(Id),
    }),
  ],
  'expected a polity id or {holder, controller, status, unit}',
);

export const Region = v.pipe(
  v.strictObject({
    name: Text,
    names: v.optional(v.array(Text), []),
    seeds: v.optional(v.array(Position), []),
    units: v.optional(
      v.array(v.pipe(v.string(), v.regex(BASE_UNIT, 'expected a base unit such as POL or POL:Masovian'))),
      [],
    ),
    groups: v.optional(v.array(Id), []),
    start: Start,
    area: v.optional(PublishedArea),
    note: v.optional(Text),
  }),
  v.check((region) => region.seeds.length + region.units.length > 0, 'a region needs seeds or units'),
);

export const RegionFile = v.record(Id, Region);

export type RegionFacts = v.InferOutput<typeof Region>;
