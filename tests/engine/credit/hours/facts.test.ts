// Sums over a student's document: which entries, credits and interviews count, and which no longer do.
import { expect, it } from 'vitest';
import type { Person } from '../../../../engine/people/store.ts';
import {
  activeCredits,
  completionFacts,
  confirmedMinutes,
  openInterviews,
  participationFacts,
  reportedMinutes,
  studentFacts,
  yearHoursCommitted,
} from '../../../../engine/programmes/credit/facts.ts';
import {
  activeCreditStates,
  type CreditState,
  creditStates,
  interviewStates,
  openInterviewStates,
} from '../../../../engine/programmes/credit/states.ts';
import type { CreditStudent } from '../../../../engine/programmes/credit/store.ts';
import { aCredit, anEntry } from '../../../support/credit/credits.ts';

const entries = [
  ...[anEntry({ minutes: 61, state: 'confirmed' }), anEntry({ minutes: 59, state: 'confirmed' })],
  ...[anEntry({ minutes: 30, state: 'reported' }), anEntry({ minutes: 7, state: 'reported' })],
  anEntry({ minutes: 400, state: 'returned' }),
];

it('minutes are those of entries in their state', () => {
  const credit = aCredit({ entries });
  expect(confirmedMinutes(credit)).toBe(120);
  expect(reportedMinutes(credit)).toBe(37);
  expect(confirmedMinutes(aCredit())).toBe(0);
});

it('a completion is told of as it is', () => {
  const credit = aCredit({ entries, target: 50 });
  for (const [approved, accredited] of [
    [true, false],
    [false, true],
  ] as const)
    expect(completionFacts(credit, approved, accredited)).toEqual({
      'credit.targetHours': 50,
      'credit.confirmedMinutes': 120,
      'credit.headApprovedReport': approved,
      'credit.organisationAccredited': accredited,
    });
});

it.each(creditStates.map((state): [CreditState, number] => [state, state === 'left' ? 20 : 70]))(
  'a credit that is %s makes %d hours of the year',
  (state, hours) => {
    const credits = [aCredit(), aCredit({ target: 50, state }), aCredit({ year: 2025, target: 50 })];
    expect(yearHoursCommitted({ credits } as unknown as CreditStudent, 2026)).toBe(hours);
  },
);

const NOW = new Date('2026-10-05T06:00:00Z');
const consent = {
  ...{ purpose: 'credit', textVersion: '1', thirdParties: [], withdrawnAt: null },
  ...{ givenAt: new Date('2026-09-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') },
};
const person = {
  ...{ student: { universityId: 'mysal', year: 2 }, birthDate: '2000-01-01', consents: [consent] },
} as unknown as Person;
const student = {
  interviews: interviewStates.map((state, index) => ({ id: String(index), state })),
  credits: creditStates.map((state) => aCredit({ state })),
} as unknown as CreditStudent;

it('open interviews and active credits are those in such a state', () => {
  expect(openInterviews(student).map((each) => each.state)).toEqual(openInterviewStates);
  expect(activeCredits(student).map((each) => each.state)).toEqual(activeCreditStates);
});

it.each<{ who: string; told: Person | null; studies: boolean; consents: boolean }>([
  { who: 'a student', told: person, studies: true, consents: true },
  { who: 'nobody', told: null, studies: false, consents: false },
  { who: 'a person who does not study', told: { ...person, student: null }, studies: false, consents: true },
  { who: 'who never consented', told: { ...person, consents: [] }, studies: true, consents: false },
  {
    who: 'who consented to something else',
    told: { ...person, consents: [{ ...consent, purpose: 'badge' }] },
    studies: true,
    consents: false,
  },
])('$who is told of as they are', ({ told, studies, consents }) => {
  expect(studentFacts(told, student, NOW)).toEqual({
    'credit.isUniversityStudent': studies,
    'credit.consentGiven': consents,
    'credit.openInterviews': 4,
    'credit.activeParticipations': 3,
  });
});

it('who would begin a credit is told of with the hours of the year and of a former life', () => {
  expect(participationFacts(person, student, 50, 2026, NOW, 20)).toEqual({
    'credit.isUniversityStudent': true,
    'credit.consentGiven': true,
    'credit.activeParticipations': 3,
    'credit.targetHours': 50,
    'credit.yearHoursCommitted': 4 * 20 + 20,
  });
});
