// The states of the badge programme and the edges along which they move. Nothing moves any other way.
// Source: 003_ea03123abfc26413, §3.1 to §3.3 and §4.3.

export const levels = ['bronze', 'silver', 'gold'] as const;
export type Level = (typeof levels)[number];

/** In the order of §3.1. */
export const directions = [
  'sport',
  'talent',
  'reading',
  'heritage',
  'volunteering',
  'tourism',
  'work',
] as const;
export type Direction = (typeof directions)[number];

/** Taken only with an authorised provider (§3.1). */
export const providedDirections: readonly Direction[] = ['volunteering', 'tourism'];

/** How a direction may be taken; only these three have forms (§3.1). */
export const forms = {
  sport: ['section', 'organisation', 'own'],
  talent: [
    ...['circle', 'course', 'training', 'seminar', 'contest'],
    ...['olympiad', 'exhibition', 'competition', 'own-work'],
  ],
  heritage: ['national-sport', 'national-culture', 'extra-book'],
} as const satisfies Partial<Record<Direction, readonly string[]>>;

/** Fields of work that take precedence; any other may be named (§3.1). */
export const priorityFields = [
  ...(['it', 'education', 'upbringing', 'mentoring', 'research'] as const),
  ...(['farming', 'zhasyl-el', 'student-brigades'] as const),
] as const;

/** Where somebody studies; `none` for whoever neither goes to school nor studies. */
export const studies = ['school', 'college', 'university', 'none'] as const;
export type Study = (typeof studies)[number];

/**
 * `applied` waits for the operator; `accepted` for the mentor's activation; `active` keeps a journal; `complete` may be
 * nominated; `expired`: the term passed before the level was complete.
 */
export const participationStates = [
  'applied',
  'refused',
  'accepted',
  'active',
  'complete',
  'nominated',
  'awarded',
  'not-awarded',
  'withdrawn',
  'expired',
] as const;
export type ParticipationState = (typeof participationStates)[number];

/** A level counts as under way until its journal is complete or it ended otherwise. */
export const underWayStates: readonly ParticipationState[] = ['applied', 'accepted', 'active'];
/** A mentor has to do with these. */
export const mentoredStates: readonly ParticipationState[] = ['accepted', 'active', 'complete', 'nominated'];

/** Whoever was refused, withdrew or ran out of time may apply for the level again; it is the same document, a round later. */
const participationEdges: Readonly<Record<ParticipationState, readonly ParticipationState[]>> = {
  applied: ['refused', 'accepted', 'withdrawn'],
  // Accepted after all, on the applicant's appeal.
  refused: ['applied', 'accepted'],
  accepted: ['active', 'withdrawn'],
  active: ['complete', 'withdrawn', 'expired'],
  // A rule or a decision that is undone may reopen what was complete.
  complete: ['nominated', 'active', 'withdrawn'],
  nominated: ['awarded', 'not-awarded', 'complete', 'withdrawn'],
  awarded: [],
  'not-awarded': ['nominated', 'withdrawn'],
  withdrawn: ['applied'],
  expired: ['applied'],
};

/** `accepted` waits for the centre's agreement; signed too late, the right is `lapsed` (§3.3). */
export const centreStates = ['applied', 'refused', 'accepted', 'active', 'lapsed', 'closed'] as const;
export type CentreState = (typeof centreStates)[number];

const centreEdges: Readonly<Record<CentreState, readonly CentreState[]>> = {
  applied: ['refused', 'accepted'],
  refused: ['applied'],
  accepted: ['active', 'lapsed'],
  active: ['closed'],
  lapsed: [],
  closed: [],
};

export const mayTransition = {
  participation: (from: ParticipationState, to: ParticipationState): boolean =>
    participationEdges[from].includes(to),
  centre: (from: CentreState, to: CentreState): boolean => centreEdges[from].includes(to),
};
