// A consent allows processing from when it was given until it is withdrawn or its term is over; the record of it stays.
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { giveConsent, giverOf, liveConsent, withdrawConsent } from '../../../engine/people/consents.ts';
import { people } from '../../../engine/people/store.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { codesOf, newCommand, newHost, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const stage = withEngine('file');
beforeAll(async () => {
  await newHost(stage.ctx);
});

const recordOf = async ({ id }: Actor) => {
  const person = await people.on(stage.ctx.db).findById(id).lean();
  if (!person) throw new Error(`no person ${id}`);
  return person;
};
const liveOf = async (actor: Actor) => liveConsent(await recordOf(actor), 'credit', stage.ctx.clock.now());

const again = (actor: Actor) => ({
  person: actor.id,
  givenBy: actor.id,
  purpose: 'credit',
  textVersion: '2026-11',
  until: new Date(stage.ctx.clock.now().getTime() + 30 * DAY),
  thirdParties: ['financial-centre'],
});

it('is given by the person who registers, for that purpose only', async () => {
  const student = await newStudent(stage.ctx, 'registering');
  const person = await recordOf(student);
  const live = await liveOf(student);
  expect(live && giverOf(person, live)).toBe(student.id);
  expect(liveConsent(person, 'badge', stage.ctx.clock.now())).toBeNull();
});

it('allows nothing once it is withdrawn, keeps who withdrew it and when, and may be given anew', async () => {
  const { ctx, clock } = stage;
  const student = await newStudent(ctx, 'withdrawing');
  unwrap(await withdrawConsent(ctx, newCommand(student), { person: student.id, purpose: 'credit' }));
  expect(await liveOf(student)).toBeNull();
  const [kept] = (await recordOf(student)).consents;
  expect([kept?.withdrawnBy, kept?.withdrawnAt]).toEqual([student.id, clock.now()]);
  const repeated = await withdrawConsent(ctx, newCommand(student), { person: student.id, purpose: 'credit' });
  expect(codesOf(repeated)).toEqual(['common.no-live-consent']);
  unwrap(await giveConsent(ctx, newCommand(student), again(student)));
  expect((await liveOf(student))?.givenBy).toBe(student.id);
  expect((await recordOf(student)).consents).toHaveLength(2);
});

it('ends with its term, at that very instant', async () => {
  const { ctx, clock } = stage;
  const student = await newStudent(ctx, 'ageing');
  const { until } = (await liveOf(student)) ?? { until: new Date(0) };
  const before = new Date(until.getTime() - 1);
  expect(liveConsent(await recordOf(student), 'credit', before)).not.toBeNull();
  expect(liveConsent(await recordOf(student), 'credit', until)).toBeNull();
  expect(clock.now() < until).toBe(true);
});

it('is withdrawn once, however many do it at the same time, and the audit chain stays whole', async () => {
  const { ctx } = stage;
  const student = await newStudent(ctx, 'many-devices');
  const wishes = Array.from({ length: 4 }, () =>
    withdrawConsent(ctx, newCommand(student), { person: student.id, purpose: 'credit' }),
  );
  const answers = await Promise.all(wishes);
  expect(answers.filter((each) => each.ok)).toHaveLength(1);
  await relayOutbox(ctx, people as never, async () => undefined);
  expect(await auditFaults(ctx, `people/${student.id}`)).toEqual([]);
});

it('is nobody else’s to give in their own name', async () => {
  const { ctx } = stage;
  const student = await newStudent(ctx, 'spoken-for');
  const other = await newStudent(ctx, 'meddling');
  const given = await giveConsent(ctx, newCommand(other), again(student));
  expect(codesOf(given)).toEqual(['common.not-allowed']);
});

it('of a minor counts only where a guardian gave it, until their 18th birthday', async () => {
  const student = await newStudent(stage.ctx, 'minor');
  const own = { ...(await recordOf(student)), birthDate: '2009-03-01' };
  const [given] = own.consents;
  if (!given) throw new Error('no consent was kept');
  const guarded = { ...own, consents: [{ ...given, givenBy: 'guardian', asGuardian: true }, given] };
  const on = (day: string) => new Date(`${day}T00:00:00+05:00`);
  expect(liveConsent(own, 'credit', on('2027-02-28'))).toBeNull();
  expect(liveConsent(guarded, 'credit', on('2027-02-28'))?.givenBy).toBe('guardian');
  expect(liveConsent(own, 'credit', on('2027-03-01'))?.givenBy).toBe(student.id);
});
