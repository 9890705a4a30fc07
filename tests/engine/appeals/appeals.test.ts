// Appeals in every programme: against a decision that stands, heard by somebody who did not take it, in the decision's own trail.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Appealable } from '../../../engine/appeals/appealable.ts';
import { decideAppeal } from '../../../engine/appeals/decide.ts';
import { openAppeal } from '../../../engine/appeals/open.ts';
import { appealsRecord, eraseAppeals } from '../../../engine/appeals/personal.ts';
import { appealOf } from '../../../engine/appeals/store.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { decideApplication, participationOf } from '../../../engine/programmes/badge/programme.ts';
import { decideAdmission, nominationOf } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { students as creditStudents } from '../../../engine/programmes/credit/store.ts';
import { undoHours } from '../../../engine/programmes/credit/use-cases/undo-hours.ts';
import { decideEvidence, evidenceOf, sendEvidence } from '../../../engine/programmes/grant/programme.ts';
import { receiptsAgain } from '../../../engine/programmes/receipts.ts';
import { appealsOf, reviewKindsOf } from '../../../engine/programmes/rooms.ts';
import { openCard } from '../../../engine/reviews/card.ts';
import { queueOf } from '../../../engine/reviews/queue.ts';
import { audits } from '../../../engine/store/audit.ts';
import { newApplicant, newBadgeStaff, newYoungPerson } from '../../support/badge/cast.ts';
import { college, departmentOf, officerOf, nominee as proposed } from '../../support/contest/people.ts';
import {
  codesOf,
  newCommand,
  newHost,
  newProject,
  newStaff,
  newStudent,
  unwrap,
} from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import { agreedProject, evidenceFor, newPhoto } from '../../support/grant/cast.ts';
import { carryOn } from '../../support/transcript/carry-on.ts';

const engine = withEngine('file', { start: '2026-09-02T06:00:00Z' });
const WHY = { uphold: false, reason: 'Дәлел жеткілікті.' } as const;

interface Decided {
  readonly kind: string;
  readonly subject: string;
  /** Whom it is about, who took it, and who hears the appeal. */
  readonly person: Actor;
  readonly decider: Actor;
  readonly hearing: Actor;
  readonly state: () => Promise<string>;
  readonly before: string;
  readonly after: string;
  readonly document: string;
}

const declared = (kind: string): Appealable<EngineContext> => {
  const found = appealsOf(engine.ctx).get(kind);
  if (!found) throw new Error(`${kind} is not declared`);
  return found;
};
const opened = ({ kind, subject, person }: Decided, by = person) =>
  openAppeal(engine.ctx, declared(kind), newCommand(by), { subject, words: 'Шешім дұрыс емес.' });
const heard = (
  { kind, hearing }: Decided,
  id: string,
  how: { uphold: boolean; reason: string },
  by = hearing,
) => decideAppeal(engine.ctx, declared(kind), newCommand(by), id, how);

let host: Awaited<ReturnType<typeof newHost>>;
let accreditor: Actor;
let students = 0;

async function returnedHours(): Promise<Decided> {
  const { ctx } = engine;
  students += 1;
  const person = await newStudent(ctx, `student-${students}`);
  const interview = unwrap(await bookInterview(ctx, newCommand(person), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interview));
  unwrap(await acceptInvitation(ctx, newCommand(person), { interviewId: interview, target: 20 }));
  const hours = {
    date: localDate(ctx.clock.now()),
    start: '08:00',
    minutes: 60,
    what: 'Кітап оқыдық',
    media: [],
  };
  const subject = unwrap(await reportHours(ctx, newCommand(person), hours));
  const wish = { entryId: subject, confirm: false, reason: 'Күні қате.' } as const;
  unwrap(await decideHours(ctx, newCommand(host.coordinator), wish));
  const entry = async () =>
    (await creditStudents.on(ctx.db).findById(person.id).lean())?.credits[0]?.entries[0]?.state ?? '';
  return {
    ...{ kind: 'hours', subject, person, decider: host.coordinator, hearing: accreditor, state: entry },
    ...{ before: 'returned', after: 'confirmed', document: `credit_students/${person.id}` },
  };
}

async function refusedApplication(): Promise<Decided> {
  const { ctx } = engine;
  const staff = await newBadgeStaff(ctx);
  const person = await newYoungPerson(ctx, 'applicant', '2004-03-01');
  const subject = await newApplicant(ctx, person, staff, 'bronze');
  unwrap(
    await decideApplication(ctx, newCommand(staff.operator), {
      id: subject,
      accept: false,
      reason: 'Сурет жоқ.',
    }),
  );
  const hearing = await newStaff(ctx, 'second-operator', [{ role: 'operator', scope: 'all' }]);
  return {
    ...{ kind: 'badge-application', subject, person, decider: staff.operator, hearing },
    state: async () => (await participationOf(ctx, subject)).state,
    ...{ before: 'refused', after: 'accepted', document: `badge_participations/${subject}` },
  };
}

const refusedNomination = () => refusedNominationOf('alpha');

async function refusedNominationOf(id: string): Promise<Decided> {
  const { ctx } = engine;
  await college(ctx, id);
  const subject = await proposed(ctx, { college: id });
  const { person } = await nominationOf(ctx, subject);
  const decider = officerOf(id);
  unwrap(
    await decideAdmission(ctx, newCommand(decider), {
      nomination: subject,
      admit: false,
      reason: 'Құжат жоқ.',
    }),
  );
  return {
    ...{ kind: 'nomination', subject, decider, person: { kind: 'person', id: person, grants: [] } },
    hearing: departmentOf('71'),
    state: async () => (await nominationOf(ctx, subject)).state,
    ...{ before: 'not-admitted', after: 'at-college', document: `contest_nominations/${subject}` },
  };
}

async function returnedEvidence(): Promise<Decided> {
  const { ctx } = engine;
  const { project, lead, grantors } = await agreedProject(ctx, 'appeal');
  const media = [await newPhoto(ctx, lead)];
  const subject = unwrap(
    await sendEvidence(ctx, newCommand(lead), evidenceFor(project, '4.2.4', { media, date: '2025-06-10' })),
  );
  const decider = grantors['grant-chief-manager'];
  const wish = { evidence: subject, accept: false, comment: 'Көрінбейді.' } as const;
  unwrap(await decideEvidence(ctx, newCommand(decider), wish));
  return {
    ...{ kind: 'grant-evidence', subject, person: lead, decider, hearing: grantors['grant-director'] },
    state: async () => (await evidenceOf(ctx, subject)).state,
    ...{ before: 'returned', after: 'accepted', document: `grant_evidence/${subject}` },
  };
}

const cases = {
  credit: returnedHours,
  badge: refusedApplication,
  contest: refusedNomination,
  grant: returnedEvidence,
};

beforeAll(async () => {
  host = await newHost(engine.ctx);
  accreditor = await newStaff(engine.ctx, 'second-accreditor', [{ role: 'accreditor', scope: 'region:71' }]);
});

describe.each(Object.entries(cases))('an appeal in %s', (_programme, make) => {
  it('is heard by somebody else, who decides anew with a reason, in the same trail', async () => {
    const { ctx } = engine;
    const decided = await make();
    await carryOn(ctx);
    expect(codesOf(await opened(decided, decided.hearing))).toEqual(['appeals.nothing']);
    const id = unwrap(await opened(decided));
    expect(codesOf(await opened(decided))).toEqual(['appeals.already']);
    const told = await carryOn(ctx);
    const kind = reviewKindsOf(ctx).get(`appeal-${decided.kind}`);
    if (!kind) throw new Error('no kind hears it');
    const shown = await openCard(ctx, kind, id);
    expect(shown.texts.map(({ key }) => key)).toContain('appeals:card.words');
    expect(told.told.map(({ to }) => to)).not.toContain(decided.decider.id);
    for (const other of [decided.person, decided.decider])
      expect(codesOf(await heard(decided, id, WHY, other))).toEqual(['common.not-allowed']);
    expect((await queueOf(ctx, decided.decider)).map((each) => each.kind)).not.toContain(kind.id);
    expect((await queueOf(ctx, decided.hearing)).map((each) => each.kind)).toContain(kind.id);
    expect(codesOf(await heard(decided, id, { ...WHY, reason: '  ' }))).toEqual(['appeals.reason-missing']);
    expect(await decided.state()).toBe(decided.before);

    unwrap(await heard(decided, id, WHY));
    expect(await decided.state()).toBe(decided.after);
    expect(await appealOf(ctx, id)).toMatchObject({ state: 'overturned', reason: WHY.reason });
    const notices = await carryOn(ctx);
    expect(notices.told.filter(({ to }) => to === decided.person.id)).toContainEqual(
      expect.objectContaining({
        message: { texts: [expect.objectContaining({ key: 'appeals:notice.overturned' })] },
      }),
    );
    const trail = await audits.on(ctx.db).find({ document: decided.document }).sort({ seq: 1 }).lean();
    expect(trail.map(({ action }) => action)).toContain('decision appealed');
    expect(trail.at(-1)).toMatchObject({ command: `appeal/${id}`, actor: `person:${decided.hearing.id}` });
    expect(codesOf(await heard(decided, id, WHY))).toEqual(['common.already-decided']);
  });
});

it('stands beside receipts that the rules say the same of again, in every programme that keeps them', async () => {
  const { ctx } = engine;
  const operator = await newStaff(ctx, 'who-looks', [{ role: 'operator', scope: 'all' }]);
  const made = [await returnedHours(), { ...(await refusedNominationOf('beta')), kind: 'nomination' }];
  for (const { person } of made) {
    const found = await receiptsAgain(ctx, operator, person.id);
    expect(found.map(({ kind, again }) => [kind, again.intact, again.differences])).toEqual([
      ['admission', true, []],
    ]);
  }
  const [{ person } = { person: operator }] = made;
  await expect(receiptsAgain(ctx, person, person.id)).rejects.toMatchObject({ code: 'forbidden' });
});

it('is upheld with a reason: the decision stands, and its trail says so', async () => {
  const { ctx } = engine;
  const decided = await returnedHours();
  const id = unwrap(await opened(decided));
  await carryOn(ctx);
  const command = newCommand(decided.hearing);
  const uphold = { uphold: true, reason: 'Күні шынында қате.' };
  unwrap(await decideAppeal(ctx, declared('hours'), command, id, uphold));
  // A repeat of the same command answers the same.
  expect(unwrap(await decideAppeal(ctx, declared('hours'), command, id, uphold))).toBe(id);
  expect(await decided.state()).toBe('returned');
  expect(await appealOf(ctx, id)).toMatchObject({ state: 'upheld', reason: uphold.reason });
  await carryOn(ctx);
  const trail = await audits.on(ctx.db).find({ document: decided.document }).lean();
  expect(trail.filter(({ action }) => action === 'decision upheld on appeal')).toHaveLength(1);
});

it('has nothing to decide once the decision was taken back, and does not hold up an erasure', async () => {
  const { ctx } = engine;
  const decided = await returnedHours();
  const id = unwrap(await opened(decided));
  await carryOn(ctx);
  unwrap(await undoHours(ctx, newCommand(decided.decider), decided.subject));
  for (const uphold of [true, false])
    expect(codesOf(await heard(decided, id, { ...WHY, uphold }))).toEqual(['appeals.overtaken']);
  expect(await appealsRecord(ctx, decided.person.id)).toMatchObject([{ words: 'Шешім дұрыс емес.' }]);
  await eraseAppeals(ctx, decided.person.id);
  expect(await appealOf(ctx, id)).toMatchObject({ words: '', reason: null, state: 'withdrawn' });
});
