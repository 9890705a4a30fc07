// A student's telephone is asked for the organisation that they join: nobody else is told it, and nobody before that.
import { beforeAll, expect, it } from 'vitest';
import {
  acceptInvitation,
  bookInterview,
  inviteStudent,
  registerStudent,
} from '../../../engine/programmes/credit/programme.ts';
import { type Host, newCommand, newHost, newProject, personOf, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const PHONE = '+77010000000';
const stage = withEngine('file');
let host: Host;
beforeAll(async () => {
  host = await newHost(stage.ctx);
});

it('is told to the organisation when the invitation is accepted, and never before', async () => {
  const { ctx } = stage;
  const chat = 'participant.telegram.caller';
  const profile = {
    name: 'Айым Мысалқызы',
    language: 'kk',
    universityId: 'mysal',
    year: 2,
    birthDate: '2005-01-01',
    region: '71',
  } as const;
  unwrap(await registerStudent(ctx, newCommand(), { ...profile, chat, phone: PHONE }));
  const student = await personOf(ctx, chat);
  const project = await newProject(ctx, host.head);
  const interviewId = unwrap(await bookInterview(ctx, newCommand(student), project));
  unwrap(await inviteStudent(ctx, newCommand(host.coordinator), interviewId));
  expect(JSON.stringify(await stage.carryOn())).not.toContain(PHONE);
  unwrap(await acceptInvitation(ctx, newCommand(student), { interviewId, target: 20 }));
  const { told } = await stage.carryOn();
  const informed = told.filter((notice) => JSON.stringify(notice).includes(PHONE)).map((notice) => notice.to);
  expect(new Set(informed)).toEqual(new Set([host.head.id, host.coordinator.id]));
  const audit = await ctx.db.collection('audit').find().toArray();
  expect(JSON.stringify(audit)).not.toContain(PHONE);
});
