// The states of a nomination and the edges along which it moves, from the proposal to the list of laureates. Nothing moves
// any other way. Source: 002_1dd1149605db5bb7, «Этапы и порядок реализации проекта».

/** The stages of an edition at which somebody decides. */
export const stages = ['college', 'region', 'republic'] as const;
export type Stage = (typeof stages)[number];

/** The five grounds of the regulation, (a) to (e). */
export const grounds = ['leader', 'skills', 'achievement', 'policy', 'organisation'] as const;
export type Ground = (typeof grounds)[number];

/** What nominees are scored by; an edition says which of them count at a stage, and how much. */
export const criteria = ['study', 'achievements', 'community', 'personality'] as const;
export type CriterionId = (typeof criteria)[number];

export const nominationStates = [
  /** Waits for the college's responsible person to confirm the student and the marks. */
  'proposed',
  /** The college does not confirm it: no student of theirs, or the documents do not hold. */
  'not-admitted',
  /** Before the college's commission. */
  'at-college',
  /** Chosen by the college's commission; not sent yet. */
  'chosen',
  /** Ranked by the college's commission behind its seats. */
  'reserve',
  /** A seat of the college is being taken. */
  'sending',
  /** Holds a seat of the college: with the region. */
  'sent',
  /** Before the region's commission. */
  'at-region',
  /** Ranked by the region's commission behind its seats. */
  'not-passed',
  /** A seat of the region is being taken. */
  'passing',
  /** Holds a seat of the region: a winner of the region, with the republic. */
  'passed',
  'laureate',
  'withdrawn',
] as const;
export type NominationState = (typeof nominationStates)[number];

const edges: Readonly<Record<NominationState, readonly NominationState[]>> = {
  proposed: ['at-college', 'not-admitted', 'withdrawn'],
  // Before the commission after all, on the nominee's appeal.
  'not-admitted': ['proposed', 'at-college'],
  // Back to the college's responsible person, who takes the confirmation back.
  'at-college': ['chosen', 'reserve', 'proposed', 'withdrawn'],
  // Back to the commission where a closed case was reopened.
  chosen: ['sending', 'at-college', 'withdrawn'],
  reserve: ['sending', 'at-college', 'withdrawn'],
  sending: ['sent', 'chosen', 'reserve', 'withdrawn'],
  sent: ['at-region', 'withdrawn'],
  'at-region': ['passing', 'not-passed', 'withdrawn'],
  'not-passed': ['passing', 'at-region', 'withdrawn'],
  passing: ['passed', 'not-passed', 'withdrawn'],
  passed: ['laureate', 'at-region', 'withdrawn'],
  laureate: ['passed', 'withdrawn'],
  withdrawn: ['proposed'],
};

export const mayTransition = (from: NominationState, to: NominationState): boolean =>
  edges[from].includes(to);

/** Those that hold a seat of the college, or are about to. */
export const collegeSeatStates: readonly NominationState[] = [
  ...(['sending', 'sent', 'at-region', 'not-passed', 'passing', 'passed', 'laureate'] as const),
];

/** Those that hold a seat of the region, or are about to. */
export const regionSeatStates: readonly NominationState[] = ['passing', 'passed', 'laureate'];

/** Those that reached the regional stage: what a department sees. */
export const atRegionStates: readonly NominationState[] = [
  ...(['sent', 'at-region', 'not-passed', 'passing', 'passed', 'laureate'] as const),
];

/** Winners of a region: those of whom the republican stage tells. */
export const winnerStates: readonly NominationState[] = ['passed', 'laureate'];

/** What is over for good in its edition. */
export const endedStates: readonly NominationState[] = ['not-admitted', 'withdrawn'];
