import type { AreaResult, GazetteerResult } from '../../src/lib/atlas/report';
import type { Bundle } from '../../src/lib/atlas/types';
import type { AtlasData } from '../build/atlas-data';
import type { Fault } from '../build/fault';
import type { Partition } from '../build/regions';
import { checkAnchors } from './anchors';
import { checkAreas } from './areas';
import { checkClaims } from './claims';
import { readExceptions, withoutExceptions } from './exceptions';
import { checkGazetteer } from './gazetteer';
import { checkGeometry } from './geometry';
import { checkKnownFrom } from './known-from';
import { checkLocators } from './locators';
import { checkLectures } from './lectures';
import { checkLenses } from './lenses';
import { checkOpenEnds } from './open-ends';
import { checkQuotes } from './quotes';
import { checkReferences } from './references';
import { checkShape } from './shape';
import { checkSupport } from './support';
import { checkUse } from './use';

export interface Ruled {
  readonly faults: Fault[];
  readonly gazetteer: GazetteerResult;
  readonly areas: readonly AreaResult[];
}

/** Runs every rule over the whole atlas and collects all faults; none stops another. */
export function runRules(data: AtlasData, bundle: Bundle, fine: Partition): Ruled {
  const faults: Fault[] = [];
  const exceptions = readExceptions(data.root, faults);
  const areas = checkAreas(data, bundle, faults);
  const gazetteer = checkGazetteer(data, faults);
  checkReferences(data, faults);
  checkLenses(data, faults);
  checkUse(data, faults);
  checkQuotes(data, faults);
  checkAnchors(data, faults);
  checkSupport(data, faults);
  checkLocators(data, faults);
  checkKnownFrom(data, faults);
  checkClaims(data, faults);
  checkOpenEnds(data, faults);
  checkGeometry(data, fine, faults);
  checkShape(data, faults);
  checkLectures(data, bundle, faults);
  return { faults: withoutExceptions(faults, exceptions), gazetteer, areas };
}
