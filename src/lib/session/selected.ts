import type { Atlas } from '../atlas/atlas';
import type { Found } from '../atlas/search';
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

/** What a search result selects: a region, a state, or for a town the land it lies in; null for a date. */
export function foundSelection(atlas: Atlas, { kind, id }: Found): Selection | null {
  if (kind === 'region' || kind === 'state') return { kind, id };
  const place = kind === 'place' ? atlas.places.find((candidate) => candidate.id === id) : undefined;
  const region = atlas.regions[place?.region ?? -1];
  return region ? { kind: 'region', id: region.id } : null;
}
