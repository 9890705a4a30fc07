// Every use-case of the credit programme and of the shared parts, and who may carry it out on which object: the API is not
// the only way in. Read by use-cases.test.ts. What is not said here is denied, and a denied wish changes nothing.
import type { Actor, Command } from '../../../engine/kernel/actor.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import { decideAccreditation } from '../../../engine/organisations/accreditation.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import * as credit from '../../../engine/programmes/credit/programme.ts';
import { inviteStaff, removeStaff } from '../../../engine/programmes/invitations.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { newProject } from '../resources/story.ts';
import { cast, type Member } from './cast.ts';
import type { Objects } from './objects.ts';

/** Whoever acts: the keys of the cast, and the students themselves. */
export type Doer = Member | 'personA' | 'personB' | 'personC';

export interface UseCase {
  readonly name: string;
  readonly run: (ctx: EngineContext, command: Command, of: Objects) => Promise<Result<unknown>>;
  /** Whose wish is heard: done, or refused by the rules alone. */
  readonly may: readonly Doer[];
}

const reason = 'Сынақ үшін';
const anyone: readonly Doer[] = [...(Object.keys(cast) as Member[]), 'personA', 'personB', 'personC'];

const ofStaff: readonly UseCase[] = [
  {
    name: 'decideHours at A',
    run: (ctx, command, of) => credit.decideHours(ctx, command, { entryId: of.entryA, confirm: true }),
    may: ['headA', 'coordinatorA'],
  },
  {
    name: 'decideHours at B',
    run: (ctx, command, of) =>
      credit.decideHours(ctx, command, { entryId: of.entryB, confirm: false, reason }),
    may: ['headB', 'coordinatorB'],
  },
  {
    name: 'decideReport at A',
    run: (ctx, command, of) => credit.decideReport(ctx, command, { creditId: of.creditA, approve: true }),
    may: ['headA'],
  },
  {
    name: 'decideReport at B',
    run: (ctx, command, of) => credit.decideReport(ctx, command, { creditId: of.creditB, approve: true }),
    may: ['headB'],
  },
  {
    name: 'inviteStudent at B',
    run: (ctx, command, of) => credit.inviteStudent(ctx, command, of.interviewC),
    may: ['headB', 'coordinatorB'],
  },
  {
    name: 'declineStudent at B',
    run: (ctx, command, of) => credit.declineStudent(ctx, command, { interviewId: of.interviewC, reason }),
    may: ['headB', 'coordinatorB'],
  },
  {
    name: 'publishProject at A',
    run: (ctx, command, of) =>
      credit.publishProject(ctx, command, { ...newProject(of.binA, '75'), slots: [] }),
    may: ['headA'],
  },
  {
    name: 'settlePayout',
    run: (ctx, command, of) =>
      credit.settlePayout(ctx, command, { creditId: of.creditA, paid: false, reason }),
    may: ['financialCentre'],
  },
  {
    name: 'decideRecredit',
    run: (ctx, command, of) => credit.decideRecredit(ctx, command, { creditId: of.creditA, confirm: true }),
    may: ['registrarAlpha'],
  },
  {
    name: 'decideAccreditation of A',
    run: (ctx, command, of) => decideAccreditation(ctx, command, of.binA, { accredit: false, reason }),
    may: ['accreditor75'],
  },
  {
    name: 'decideAccreditation of B',
    run: (ctx, command, of) => decideAccreditation(ctx, command, of.binB, { accredit: false, reason }),
    may: ['accreditorNvs'],
  },
  {
    name: 'inviteStaff: a coordinator of A',
    run: (ctx, command, of) =>
      inviteStaff(ctx, command, { role: 'coordinator', scope: `organisation:${of.binA}` }),
    may: ['headA', 'operator', 'operatorOfCredit'],
  },
  {
    name: 'removeStaff: a coordinator of A',
    run: (ctx, command, of) =>
      removeStaff(ctx, command, of.studentA, { role: 'coordinator', scope: `organisation:${of.binA}` }),
    may: ['headA', 'operator', 'operatorOfCredit'],
  },
  {
    name: 'inviteStaff: an operator',
    run: (ctx, command) => inviteStaff(ctx, command, { role: 'operator', scope: 'all' }),
    may: ['operator'],
  },
  {
    name: 'addUniversity',
    run: (ctx, command) =>
      addUniversity(ctx, command, { id: 'delta', kk: 'Дельта', ru: 'Дельта', en: 'Delta', region: '10' }),
    may: ['operator'],
  },
];

const ofStudents: readonly UseCase[] = [
  {
    name: 'bookInterview',
    run: async (ctx, command, of) => {
      const slotId = (await credit.projectView(ctx, of.projectA))?.slots[0]?.id ?? 'none';
      return credit.bookInterview(ctx, command, { projectId: of.projectA, slotId });
    },
    may: ['personA', 'personB', 'personC'],
  },
  {
    name: 'cancelInterview of C',
    run: (ctx, command, of) => credit.cancelInterview(ctx, command, of.interviewC),
    may: ['personC'],
  },
  {
    name: 'acceptInvitation of C',
    run: (ctx, command, of) =>
      credit.acceptInvitation(ctx, command, { interviewId: of.interviewC, target: 20 }),
    may: ['personC'],
  },
  {
    name: 'declineInvitation of C',
    run: (ctx, command, of) => credit.declineInvitation(ctx, command, of.interviewC),
    may: ['personC'],
  },
  {
    name: 'reportHours',
    run: (ctx, command) =>
      credit.reportHours(ctx, command, {
        date: '2026-09-10',
        start: '10:00',
        minutes: 30,
        what: reason,
        media: [],
      }),
    may: ['personA', 'personB', 'personC'],
  },
  {
    name: 'sendReport',
    run: (ctx, command) => credit.sendReport(ctx, command, { text: reason, media: [] }),
    may: ['personA', 'personB', 'personC'],
  },
  {
    name: 'requestRecredit of A',
    run: (ctx, command, of) => credit.requestRecredit(ctx, command, of.creditA),
    may: ['personA'],
  },
  {
    name: 'giveConsent',
    run: (ctx, command) => credit.giveConsent(ctx, command),
    may: ['personA', 'personB', 'personC'],
  },
  {
    name: 'leaveProject',
    run: (ctx, command) => credit.leaveProject(ctx, command),
    may: ['personA', 'personB', 'personC'],
  },
];

export const useCases: readonly UseCase[] = [...ofStaff, ...ofStudents];

/** What the programme gives besides: who may call it, in one word, and where that is kept. */
export const others: Readonly<Record<string, string>> = {
  registerStudent: 'anyone, for the chat in which they write',
  ...Object.fromEntries(
    [
      ...['payoutsSeenBy', 'payoutSeenBy', 'accountOfPayout', 'recreditsSeenBy', 'recreditSeenBy'],
      ...['participantsSeenBy', 'participantCard', 'decisionsAgain'],
      ...['projectsSeenBy', 'projectSeenBy'],
      ...['interviewsSeenBy', 'participationsSeenBy', 'reportsSeenBy', 'hoursSeenBy', 'refuseForeignCase'],
    ].map((name) => [name, 'takes the actor: matrix.test.ts and rows.test.ts']),
  ),
  ...Object.fromEntries(['projectsHostedBy'].map((name) => [name, 'takes the actor: tests/dialogues/staff'])),
  ...Object.fromEntries(
    [
      ...['personView', 'interviewItem', 'entryItem', 'reportItem'],
      ...['payoutItem', 'recreditItem', 'studentStatus', 'openProjects', 'projectView'],
      ...['returnedHours', 'returnedReport'],
    ].map((name) => [
      name,
      'checks no right: shown by scripts after `standing`, or to the student about themselves',
    ]),
  ),
};

export const actorOf = (doer: Doer, of: Objects): Actor => {
  const students: Readonly<Record<string, string>> = {
    personA: of.studentA,
    personB: of.studentB,
    personC: of.studentC,
  };
  const id = students[doer];
  return id === undefined ? cast[doer as Member] : { kind: 'person', id, grants: [] };
};

export const doers = anyone;
