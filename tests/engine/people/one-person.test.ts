// Whoever talks to both desks from one chat of a messenger is one person: nobody confirms their own work by being a
// student at the one and the head at the other.
import { beforeAll, expect, it } from 'vitest';
import { organisationScope } from '../../../engine/organisations/accreditation.ts';
import { reachOf } from '../../../engine/people/reach.ts';
import {
  acceptInvitation,
  bookInterview,
  decideHours,
  inviteStudent,
  reportHours,
} from '../../../engine/programmes/credit/programme.ts';
import { acceptStaffInvitation, inviteStaff } from '../../../engine/programmes/invitations.ts';
import {
  BIN,
  codesOf,
  type Host,
  newCommand,
  newHost,
  newProject,
  newStudent,
  personOf,
  unwrap,
} from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const AT_STUDENTS = 'participant.telegram.7001';
const AT_STAFF = 'staff.telegram.7001';
const stage = withEngine('file');
let host: Host;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

async function joinAsCoordinator(chat: string): Promise<void> {
  const grant = { role: 'coordinator', scope: organisationScope(BIN) } as const;
  const secret = unwrap(await inviteStaff(stage.ctx, newCommand(host.head), grant));
  const merge = { secret, chat, name: 'Сынақ Студентов', language: 'ru' } as const;
  unwrap(await acceptStaffInvitation(stage.ctx, newCommand(), merge));
}

it('lets no student confirm their own hours as the coordinator whom they are at the other desk', async () => {
  const { ctx, clock } = stage;
  const student = await newStudent(ctx, 'both', AT_STUDENTS);
  await joinAsCoordinator(AT_STAFF);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), await newProject(ctx, host.head)));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  clock.set('2026-10-05T12:00:00Z');
  const hours = { date: '2026-10-05', start: '13:00', minutes: 60, what: 'Кітап оқыдым', media: [] };
  const entryId = unwrap(await reportHours(ctx, newCommand(student), hours));
  const self = await personOf(ctx, AT_STAFF);
  const confirmed = await decideHours(ctx, newCommand(self), { entryId, confirm: true });
  expect(codesOf(confirmed)).toEqual(['common.not-allowed']);
  expect(self.id).toBe(student.id);
});

it('reaches the person at each desk in its own chat', async () => {
  const { id } = await personOf(stage.ctx, AT_STAFF);
  expect((await reachOf(stage.ctx, id, 'participant'))?.chat).toBe(AT_STUDENTS);
  expect((await reachOf(stage.ctx, id, 'staff'))?.chat).toBe(AT_STAFF);
});

it('makes one person of two registrations at the same moment', async () => {
  await Promise.all([
    joinAsCoordinator('staff.telegram.7002'),
    newStudent(stage.ctx, 'at-once', 'participant.telegram.7002'),
  ]);
  const [staff, student] = await Promise.all(
    ['staff.telegram.7002', 'participant.telegram.7002'].map((chat) => personOf(stage.ctx, chat)),
  );
  expect(staff?.id).toBe(student?.id);
  expect(staff?.grants.map(({ role }) => role).sort()).toEqual(['coordinator', 'student']);
});
