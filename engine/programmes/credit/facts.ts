// What the rules of the credit programme are told about a student. The names are fixed by rules/credit/facts.json.
import { liveConsent } from '../../people/consents.ts';
import type { Person } from '../../people/store.ts';
import type { Facts } from '../../rules/rule-book.ts';
import { CONSENT_PURPOSE } from './consent.ts';
import { activeCreditStates, openInterviewStates, type Target } from './states.ts';
import type { Credit, CreditStudent, Entry } from './store.ts';

/** Facts of someone who would book an interview or begin a credit. `year` is the calendar year of the day. */
export function studentFacts(person: Person | null, student: CreditStudent, now: Date): Facts {
  return {
    'credit.isUniversityStudent': person?.student != null,
    'credit.consentGiven': liveConsent(person, CONSENT_PURPOSE, now) !== null,
    'credit.openInterviews': openInterviews(student).length,
    'credit.activeParticipations': activeCredits(student).length,
  };
}

export function participationFacts(
  person: Person | null,
  student: CreditStudent,
  target: Target,
  year: number,
  now: Date,
  /** Hours of the year from before the person was erased and came back. */
  former: number,
): Facts {
  const { 'credit.openInterviews': _open, ...facts } = studentFacts(person, student, now);
  return {
    ...facts,
    'credit.targetHours': target,
    'credit.yearHoursCommitted': yearHoursCommitted(student, year) + former,
  };
}

export function completionFacts(credit: Credit, headApproved: boolean, accredited: boolean): Facts {
  return {
    'credit.targetHours': credit.target,
    'credit.confirmedMinutes': confirmedMinutes(credit),
    'credit.headApprovedReport': headApproved,
    'credit.organisationAccredited': accredited,
  };
}

/** The ledger's sum: minutes of confirmed entries, nothing else. */
/** Entries that came back and were not written anew, the oldest first; none where no hours are taken any more. */
export function returnedEntries({ state, entries }: Credit): readonly Entry[] {
  if (state !== 'working') return [];
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  return entries.filter(({ id, state: its }) => its === 'returned' && !corrected.has(id));
}

export const confirmedMinutes = (credit: Credit): number => minutesIn(credit, 'confirmed');

export const reportedMinutes = (credit: Credit): number => minutesIn(credit, 'reported');

const minutesIn = (credit: Credit, state: string): number =>
  credit.entries.reduce((sum, entry) => sum + (entry.state === state ? entry.minutes : 0), 0);

export const openInterviews = (student: CreditStudent) =>
  student.interviews.filter((interview) => openInterviewStates.includes(interview.state));

export const activeCredits = (student: CreditStudent) =>
  student.credits.filter((credit) => activeCreditStates.includes(credit.state));

export const yearHoursCommitted = (student: CreditStudent, year: number): number =>
  student.credits.reduce(
    (sum, credit) => sum + (credit.year === year && credit.state !== 'left' ? credit.target : 0),
    0,
  );
