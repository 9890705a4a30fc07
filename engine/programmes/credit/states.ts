// The states of the credit programme and the edges along which they move. Nothing moves any other way.
// Source: 000_32f13c67970d34ff, «Пошаговая инструкция студента-участника».

export { type Direction, directions } from '../../organisations/directions.ts';

/** Hours of a credit: what a student chooses. */
export const targets = [20, 50] as const;
export type Target = (typeof targets)[number];

export const projectStates = ['draft', 'published', 'closed'] as const;
export type ProjectState = (typeof projectStates)[number];
const projectEdges: Readonly<Record<ProjectState, readonly ProjectState[]>> = {
  draft: ['published'],
  published: ['closed'],
  closed: [],
};

export const interviewStates = [
  'pending',
  'booked',
  'inviting',
  'invited',
  'accepted',
  'declined',
  'not-invited',
  'cancelled',
  'lapsed',
  'unavailable',
] as const;
export type InterviewState = (typeof interviewStates)[number];

/** An interview counts as open until the student or the organisation has the last word. */
export const openInterviewStates: readonly InterviewState[] = ['pending', 'booked', 'inviting', 'invited'];

const interviewEdges: Readonly<Record<InterviewState, readonly InterviewState[]>> = {
  pending: ['booked', 'unavailable', 'cancelled'],
  booked: ['inviting', 'not-invited', 'cancelled'],
  inviting: ['invited', 'booked', 'cancelled'],
  // Back to booked: whoever invited takes it back at once.
  invited: ['accepted', 'declined', 'lapsed', 'cancelled', 'booked'],
  accepted: [],
  declined: [],
  'not-invited': [],
  cancelled: [],
  lapsed: [],
  unavailable: [],
};

/** Interviews that hold a slot of the calendar; those that hold a place of the project. */
export const slotStates: readonly InterviewState[] = [
  'pending',
  'booked',
  'inviting',
  'invited',
  'accepted',
  'declined',
  'not-invited',
  'lapsed',
];
export const placeStates: readonly InterviewState[] = ['inviting', 'invited', 'accepted'];

export const creditStates = ['working', 'report-sent', 'report-returned', 'approved', 'left'] as const;
export type CreditState = (typeof creditStates)[number];

/** A participation is active until the head has approved its report or the student has left. */
export const activeCreditStates: readonly CreditState[] = ['working', 'report-sent', 'report-returned'];

const creditEdges: Readonly<Record<CreditState, readonly CreditState[]>> = {
  working: ['report-sent', 'left'],
  'report-sent': ['report-returned', 'approved', 'left'],
  'report-returned': ['report-sent', 'left'],
  approved: [],
  left: [],
};

export const entryStates = ['reported', 'confirmed', 'returned'] as const;
export type EntryState = (typeof entryStates)[number];
const entryEdges: Readonly<Record<EntryState, readonly EntryState[]>> = {
  reported: ['confirmed', 'returned'],
  // Back to reported: whoever decided takes it back at once.
  confirmed: ['reported'],
  // Confirmed after all, on the student's appeal.
  returned: ['reported', 'confirmed'],
};

export const payoutStates = ['ordered', 'paid', 'failed'] as const;
export type PayoutState = (typeof payoutStates)[number];
const payoutEdges: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  ordered: ['paid', 'failed'],
  failed: ['paid'],
  paid: [],
};

export const recreditStates = ['available', 'requested', 'confirmed', 'refused'] as const;
export type RecreditState = (typeof recreditStates)[number];
const recreditEdges: Readonly<Record<RecreditState, readonly RecreditState[]>> = {
  available: ['requested'],
  requested: ['confirmed', 'refused', 'available'],
  refused: ['requested'],
  confirmed: [],
};

export const mayTransition = {
  project: (from: ProjectState, to: ProjectState): boolean => projectEdges[from].includes(to),
  interview: (from: InterviewState, to: InterviewState): boolean => interviewEdges[from].includes(to),
  credit: (from: CreditState, to: CreditState): boolean => creditEdges[from].includes(to),
  entry: (from: EntryState, to: EntryState): boolean => entryEdges[from].includes(to),
  payout: (from: PayoutState, to: PayoutState): boolean => payoutEdges[from].includes(to),
  recredit: (from: RecreditState, to: RecreditState): boolean => recreditEdges[from].includes(to),
};
