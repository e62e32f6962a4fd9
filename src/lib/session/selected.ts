import type { Atlas } from '../atlas/atlas';
import type { Day } from '../time/day';
import type { Selection } from './view-state';

/** The regions that are outlined for a selection: the region, what a change moved, or all land of a state on a day. Indices. */
export function selectedRegions(atlas: Atlas, selection: Selection | null, day: Day): number[] {
  switch (selection?.kind) {
    case 'region': {
      const region = atlas.regionIndex(selection.id);
      return region === undefined ? [] : [region];
    }
    case 'change':
      return atlas.movedBy(atlas.changeIndex(selection.id) ?? -1).map(({ region }) => region);
    case 'state': {
      const state = atlas.polityIndex(selection.id);
      return [...atlas.regions.keys()].filter((region) => atlas.holdingOn(region, day).holder === state);
    }
    default:
      return [];
  }
}
