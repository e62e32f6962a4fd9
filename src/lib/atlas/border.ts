import type { Holding } from './types';

/**
 * What runs between two neighbouring regions on a day: a `frontier` between holders; a `front` where one power's troops face another's
 * on land of one holder that is fought over; a `zone` limit between administrations; a `demarcation` between occupied and free; an
 * `inner` border between administrative units; or nothing.
 */
export const BORDER_KINDS = ['none', 'inner', 'zone', 'demarcation', 'front', 'frontier'] as const;
export type BorderKind = (typeof BORDER_KINDS)[number];

/** The border between two holdings of one day; the sea has no holding. */
export function borderBetween(a: Holding | null, b: Holding | null): BorderKind {
  if (!a || !b) return 'none';
  if (a.holder !== b.holder) return 'frontier';
  if (a.controller !== b.controller) {
    if (a.status === 'contested' || b.status === 'contested') return 'front';
    return a.status === 'administered' && b.status === 'administered' ? 'zone' : 'demarcation';
  }
  return a.unit === b.unit ? 'none' : 'inner';
}
