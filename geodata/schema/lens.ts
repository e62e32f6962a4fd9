import * as v from 'valibot';
import { STATUSES } from '../../src/lib/atlas/types';
import { Selector } from './change';
import { Id, Locator, Period, Text } from './common';

/** How one capital's maps would have shown some land while it did not recognise who held it. */
export const Claim = v.strictObject({
  regions: v.pipe(v.array(Selector), v.minLength(1)),
  except: v.optional(v.array(Selector), []),
  /** The state to which that capital still, or already, counted the land. */
  holder: Id,
  /** Whom it counted as in control, and how; left out: whoever really was, as an occupant unless it is the holder. */
  controller: v.optional(Id),
  status: v.optional(v.picklist(STATUSES)),
  ...Period,
  says: Text,
  source: Id,
  locator: v.optional(Locator),
});

export const Lens = v.strictObject({
  /** As which it is named: 'As recognised by London'. */
  capital: Text,
  /** The state whose recognition is meant. */
  viewer: Id,
  about: Text,
  claims: v.pipe(v.array(Claim), v.minLength(1)),
});

export type LensFacts = v.InferOutput<typeof Lens>;
