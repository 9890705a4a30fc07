// The states of a nomination and the edges along which they move. Nothing moves any other way. Source: 003_ea03123abfc26413, §4.3.

/** `interviewed` may be decided; `withdrawn`: the participation ended before the commission decided. */
export const awardStates = [
  'nominated',
  'interview-set',
  'interviewed',
  'awarded',
  'not-awarded',
  'withdrawn',
] as const;
export type AwardState = (typeof awardStates)[number];

/** The commission has to do with these. */
export const openAwardStates: readonly AwardState[] = ['nominated', 'interview-set', 'interviewed'];

const edges: Readonly<Record<AwardState, readonly AwardState[]>> = {
  nominated: ['interview-set', 'withdrawn'],
  'interview-set': ['interview-set', 'interviewed', 'withdrawn'],
  interviewed: ['awarded', 'not-awarded', 'withdrawn'],
  awarded: [],
  // A later nomination is the next round of the same document: one badge a person and level.
  'not-awarded': ['nominated'],
  withdrawn: ['nominated'],
};

export const mayMove = (from: AwardState, to: AwardState): boolean => edges[from].includes(to);
