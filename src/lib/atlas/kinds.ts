import type { ChangeKind } from './types';

/** Kinds of change in three groups, as the histogram colours them: by force, by agreement, by act of state. */
export const KIND_GROUPS = ['force', 'agreement', 'act'] as const;
export type KindGroup = (typeof KIND_GROUPS)[number];

export const KIND_GROUP_WORDS: Readonly<Record<KindGroup, string>> = {
  force: 'by force',
  agreement: 'by agreement',
  act: 'by act of state',
};

const FORCE: readonly ChangeKind[] = ['conquest', 'occupation', 'annexation', 'war'];
const AGREEMENT: readonly ChangeKind[] = [
  'cession',
  'transfer',
  'lease',
  'treaty',
  'pact',
  'recognition',
  'conference',
];

/** The group of a kind of change. */
export function groupOfKind(kind: ChangeKind): KindGroup {
  if (FORCE.includes(kind)) return 'force';
  return AGREEMENT.includes(kind) ? 'agreement' : 'act';
}
