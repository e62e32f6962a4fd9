import type { Day } from '../time/day';
import type { Atlas } from './atlas';
import type { Verdict } from './reading';
import type { ChangeKind, Difference, Holding, SourceKind, Stance, Status, Theme } from './types';

/** The ladder of control in words, as the legend and the panels use it. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  sovereign: 'own land',
  annexed: 'annexed',
  administered: 'zone or administration',
  leased: 'lease or base',
  protectorate: 'protectorate or puppet state',
  occupied: 'occupied',
  contested: 'disputed or fought over',
};

const CONTROL_WORDS: Readonly<Record<Status, string>> = {
  sovereign: 'held by',
  annexed: 'annexed by',
  administered: 'administered by',
  leased: 'leased to',
  protectorate: 'under the protection of',
  occupied: 'occupied by',
  contested: 'in the hands of',
};

export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  rapallo: 'Rapallo',
  'partition-of-poland': 'Partition of Poland',
  baltic: 'Baltic annexations',
  'buffer-states': 'Buffer states',
  wider: 'The wider war and peace',
};

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  primary: 'Document',
  scholarship: 'Scholarship',
  reference: 'Encyclopaedia',
  textbook: 'School text',
  essay: 'Essay-mill sample',
  notes: "Student's notes",
  polemic: 'Polemical blog',
};

/** On what sources differ, as a heading. */
export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  date: 'The date',
  place: 'The place, the land',
  actor: 'Who did it',
  act: 'What was done',
  word: 'Words and names',
  cause: 'Why, and in what order',
  number: 'How many, how much',
  gap: 'What is left out',
};

export const STANCE_WORDS: Readonly<Record<Exclude<Stance, 'agrees'>, string>> = {
  differs: 'Imprecise',
  mistaken: 'Wrong',
  opinion: 'A view',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  right: 'Right',
  imprecise: 'Imprecise',
  mistaken: 'Wrong',
  opinion: 'A view, not a fact',
  outside: 'Not in the atlas or without a reading',
};

/** What each verdict on a claim means. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  right: 'Documents or scholarship say the same, as far as the claim goes.',
  imprecise:
    'True in the main, but the date is missing or vague, the order or a word is loose, a figure is rounded, or something that matters is left out.',
  mistaken:
    'At least one thing that it says, a date, a place, a person, an act, a word or a cause, is contradicted by documents or scholarship, whatever else in it is right.',
  opinion: 'A judgment or a motive that no document decides; who judges otherwise stands beside it.',
  outside: 'The claim falls outside 1917 to 1955, or is answered by a layer of the map and not by a change.',
};

/** How far each kind of source can be trusted. */
export const SOURCE_WORTH_WORDS: Readonly<Record<SourceKind, string>> = {
  primary: 'A treaty, law, note or protocol: it shows what was agreed or ordered, not that it was done.',
  scholarship: 'Research that names its own sources and was read by others before it appeared.',
  reference: 'Edited and short: good for an overview, less so for a day or an article.',
  textbook: 'Written to be learned from: simplified, mostly without its own sources.',
  essay: 'A sample offered for copying: nobody answers for it.',
  notes: "One student's notes: useful as a list of topics, not as proof.",
  polemic: 'Written to persuade: here it never carries a change alone.',
};

export const CHANGE_KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  conquest: 'Conquest',
  occupation: 'Occupation',
  annexation: 'Annexation',
  cession: 'Cession',
  transfer: 'Transfer',
  independence: 'Independence',
  restoration: 'Restoration',
  union: 'Union',
  proclamation: 'Proclamation',
  administration: 'Administration',
  lease: 'Lease',
  withdrawal: 'Withdrawal',
  treaty: 'Treaty',
  pact: 'Pact',
  recognition: 'Recognition',
  conference: 'Conference',
  war: 'War',
  diplomacy: 'Diplomacy',
  clandestine: 'Clandestine',
  domestic: 'Domestic',
};

/** 'Poland, occupied by Germany (General Government)': a holding in words, with the names of the day. */
export function holdingInWords(atlas: Atlas, holding: Holding, day: Day): string {
  const holder = atlas.nameOn(holding.holder, day);
  const controller = atlas.nameOn(holding.controller, day);
  const unit = holding.unit === null ? '' : ` (${atlas.nameOn(holding.unit, day)})`;
  if (holding.controller !== holding.holder)
    return `${holder}, ${CONTROL_WORDS[holding.status]} ${controller}${unit}`;
  if (holding.status === 'sovereign') return `${holder}${unit}`;
  return `${holder}, ${STATUS_WORDS[holding.status]}${unit}`;
}

/** '13,459 km²', rounded to three figures where the lines are no more exact. */
export function areaInWords(km2: number): string {
  const figures = km2 < 100 ? 2 : 3;
  const rounded = Number(km2.toPrecision(figures));
  return `${rounded.toLocaleString('en-GB')} km²`;
}
