import type { Day } from '../time/day';
import type { Bundle } from './types';

/** Days on which something came out that had been secret, in order. */
export function releaseDays(bundle: Pick<Bundle, 'changes' | 'spheres'>): readonly Day[] {
  const days = [
    ...bundle.changes.flatMap(({ knownFrom, excerpts }) => [knownFrom, ...excerpts.map((x) => x.knownFrom)]),
    ...bundle.spheres.map(({ knownFrom }) => knownFrom),
  ];
  return [...new Set(days.filter((day) => day !== undefined))].sort((a, b) => a - b);
}

/** The bundle as it was public on a day: without changes, texts, spheres and sites that were still secret. */
export function asKnownOn(bundle: Bundle, day: Day): Bundle {
  const isPublic = ({ knownFrom }: { readonly knownFrom?: Day }) =>
    knownFrom === undefined || knownFrom <= day;
  const indexAfter = new Map<number, number>();
  bundle.changes.forEach((change, at) => {
    if (isPublic(change)) indexAfter.set(at, indexAfter.size);
  });
  return {
    ...bundle,
    changes: bundle.changes
      .filter(isPublic)
      .map((change) =>
        change.excerpts.every(isPublic) ? change : { ...change, excerpts: change.excerpts.filter(isPublic) },
      ),
    holdings: bundle.holdings.map(([region, from, holder, controller, status, unit, precision, change]) => [
      region,
      from,
      holder,
      controller,
      status,
      unit,
      precision,
      indexAfter.get(change) ?? -1,
    ]),
    spheres: bundle.spheres.filter(isPublic),
  };
}
