// The agreement: signed by the participant, under 18 by the representative as well, and how each signature is proven.
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { addDays, endOfDay, instantOf } from '../../../../engine/kernel/calendar.ts';
import { MINUTE } from '../../../../engine/kernel/clock.ts';
import { keptSms } from '../../../../engine/notify/sms/send.ts';
import { sendPhoneCode, takePhoneCode } from '../../../../engine/people/phone-code.ts';
import { people } from '../../../../engine/people/store.ts';
import {
  applyForLevel,
  confirmGuardian,
  decideApplication,
  participationOf,
  signAgreement,
  signAsGuardian,
} from '../../../../engine/programmes/badge/programme.ts';
import { reviews } from '../../../../engine/reviews/store.ts';
import {
  applicationFor,
  newBadgeStaff,
  newGuardian,
  newYoungPerson,
  type Staff,
  withdrawFor,
} from '../../../support/badge/cast.ts';
import { codesOf, newCommand, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';
import { carryOn } from '../../../support/transcript/carry-on.ts';

const stage = withEngine();
let staff: Staff;
let minor: Actor;
let guardian: Actor;
let id: string;

const MINOR_BORN = '2010-03-01';
/** What somebody was told, without the heading that names the programme among several. */
const keysTo = (told: Awaited<ReturnType<typeof carryOn>>['told'], who: Actor) =>
  told
    .filter(({ to }) => to === who.id)
    .flatMap(({ message }) => message.texts.map(({ key }) => key))
    .filter((key) => key !== 'common:programmes.heading');

const applied = async (person: Actor) =>
  unwrap(await applyForLevel(stage.ctx, newCommand(person), applicationFor('bronze', staff.mentor)));
const accept = (given = id) =>
  decideApplication(stage.ctx, newCommand(staff.operator), { id: given, accept: true });

async function minorApplied() {
  minor = await newYoungPerson(stage.ctx, 'minor', MINOR_BORN);
  guardian = await newGuardian(stage.ctx, minor, 'guardian');
  id = await applied(minor);
}

describe('somebody of age', () => {
  it('B-18: is not accepted before signing, and needs nobody beside them', async () => {
    staff = await newBadgeStaff(stage.ctx);
    const adult = await newYoungPerson(stage.ctx, 'adult', '2008-10-05');
    const given = await applied(adult);
    expect(codesOf(await accept(given))).toEqual(['badge.agreement-not-signed']);
    unwrap(await signAgreement(stage.ctx, newCommand(adult), given));
    expect(codesOf(await accept(given))).toEqual([]);
    const { agreement, admission, state } = await participationOf(stage.ctx, given);
    expect(agreement.participant).toMatchObject({ person: adult.id, how: 'account' });
    expect([state, agreement.guardian, admission === null]).toEqual(['accepted', null, false]);
  });
});

describe('a code to a telephone', () => {
  const prove = async (phone: string, typed?: string) => {
    const { ctx } = stage;
    stage.clock.advance(1_000);
    const sent = await sendPhoneCode(ctx, { person: guardian.id, phone, language: 'kk' });
    if (!sent.ok) return sent;
    const [sms] = await keptSms(ctx, 1);
    expect(sms).toMatchObject({ to: phone, words: { key: 'guardian:phone.sms' } });
    const code = typed ?? String(sms?.words.params?.code);
    return takePhoneCode(ctx, newCommand(guardian), { phone, code });
  };

  it('B-52: proves the representative, before or after they sign; the minor’s own telephone does not', async () => {
    const { ctx } = stage;
    staff = await newBadgeStaff(ctx);
    await minorApplied();
    await people.on(ctx.db).updateOne({ _id: minor.id }, { $set: { phone: '+77010000001' } });
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id));
    expect(codesOf(await accept())).toEqual(['badge.guardian-not-signed']);
    expect(codesOf(await prove('+77010000001'))).toEqual(['guardian.minors-phone']);
    expect(codesOf(await prove('+77010000002', '12'))).toEqual(['guardian.code-wrong']);
    unwrap(await prove('+77010000002'));
    await carryOn(ctx);
    const { agreement } = await participationOf(ctx, id);
    expect(agreement.guardian).toMatchObject({ person: guardian.id, how: 'code' });
    expect(codesOf(await accept())).toEqual([]);
    // The code is over after ten minutes, and five a day are the most.
    stage.clock.advance(11 * MINUTE);
    expect(
      codesOf(await takePhoneCode(ctx, newCommand(guardian), { phone: '+77010000002', code: '1' })),
    ).toEqual(['guardian.code-over']);
    for (let sent = 3; sent <= 5; sent += 1) await prove('+77010000002', '12');
    expect(codesOf(await prove('+77010000002'))).toEqual(['guardian.many-codes']);
  });
});

describe('somebody under 18', () => {
  it('B-52 B-53: starts nothing before the representative signed from their own account, and that is proven', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    expect(codesOf(await accept())).toEqual(['badge.guardian-not-signed']);
    // The minor holds the link; their own account is no representative's.
    expect(codesOf(await signAsGuardian(ctx, newCommand(minor), id))).toEqual(['common.not-allowed']);
    expect(codesOf(await signAsGuardian(ctx, newCommand(staff.mentor), id))).toEqual(['common.not-allowed']);
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id));
    expect(codesOf(await accept())).toEqual(['badge.guardian-not-signed']);
    unwrap(await confirmGuardian(ctx, newCommand(staff.head), id));
    expect((await participationOf(ctx, id)).agreement.guardian).toMatchObject({
      ...{ person: guardian.id, how: 'centre', confirmedBy: staff.head.id },
    });
    expect(codesOf(await accept())).toEqual([]);
  });

  it('is vouched for by nobody but head and mentor of the centre, once', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    expect(codesOf(await confirmGuardian(ctx, newCommand(staff.head), id))).toEqual([
      'badge.guardian-signature-missing',
    ]);
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id));
    for (const nobody of [minor, guardian, staff.operator])
      expect(codesOf(await confirmGuardian(ctx, newCommand(nobody), id))).toEqual(['common.not-allowed']);
    unwrap(await confirmGuardian(ctx, newCommand(staff.mentor), id));
    expect(codesOf(await confirmGuardian(ctx, newCommand(staff.head), id))).toEqual(['common.already-done']);
  });

  it('is proven by an electronic signature as well; the record says which', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id, 'signature'));
    expect((await participationOf(ctx, id)).agreement.guardian?.how).toBe('signature');
    expect(codesOf(await accept())).toEqual([]);
  });

  it('from the 18th birthday on asks for nobody else', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx, clock } = stage;
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    clock.set(instantOf('2028-02-29', '23:59').toISOString());
    expect(codesOf(await accept())).toEqual(['badge.guardian-not-signed']);
    clock.set(instantOf('2028-03-01', '00:00').toISOString());
    expect(codesOf(await signAsGuardian(ctx, newCommand(guardian), id))).toEqual(['badge.grown-up']);
    expect(codesOf(await accept())).toEqual([]);
  });

  it('B-56: ends with the representative’s consent; nothing goes on', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id, 'signature'));
    unwrap(await accept());
    await carryOn(ctx);
    await withdrawFor(ctx, guardian, minor.id);
    const { told } = await carryOn(ctx);
    expect((await participationOf(ctx, id)).state).toBe('withdrawn');
    expect(keysTo(told, staff.mentor)).toContain('badge-staff:notice.withdrawn');
  });
});

describe('the operator', () => {
  it('gets the card once both have signed, and everybody hears of the decision', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    unwrap(await signAgreement(ctx, newCommand(minor), id));
    unwrap(await signAsGuardian(ctx, newCommand(guardian), id));
    const before = await carryOn(ctx);
    expect(keysTo(before.told, staff.operator)).not.toContain('badge-staff:card.application');
    expect(keysTo(before.told, staff.head)).toContain('badge-staff:notice.confirm-guardian');
    expect(keysTo(before.told, minor)).toContain('badge:notice.applied');
    unwrap(await confirmGuardian(ctx, newCommand(staff.head), id));
    const ready = await carryOn(ctx);
    expect(keysTo(ready.told, staff.operator)).toContain('badge-staff:card.application');
    unwrap(await accept());
    const { told, settled } = await carryOn(ctx);
    expect(settled.map(({ settles }) => settles)).toContain(`badge-application/${id}`);
    expect(keysTo(told, minor)).toEqual(['badge:notice.accepted']);
    expect(keysTo(told, guardian)).toEqual(['badge:notice.ward-accepted']);
    expect(keysTo(told, staff.mentor)).toEqual(['badge-staff:notice.new-participant']);
  });

  it('B-20: refuses with a reason only; the person reads it and may apply again', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    const refuse = (reason: string) =>
      decideApplication(ctx, newCommand(staff.operator), { id, accept: false, reason });
    expect(codesOf(await refuse('  '))).toEqual(['badge.reason-missing']);
    unwrap(await refuse('Сурет анық емес'));
    const { told } = await carryOn(ctx);
    const notice = told.find(({ to }) => to === minor.id && to);
    expect(notice?.message.texts.at(-1)).toMatchObject({ key: expect.stringMatching(/^badge:notice\./) });
    expect(told.flatMap(({ message }) => message.texts)).toContainEqual({
      key: 'badge:notice.refused',
      params: { level: 'bronze', reason: 'Сурет анық емес' },
    });
    expect(codesOf(await refuse('Тағы'))).toEqual(['common.already-decided']);
    expect(await applied(minor)).toBe(id);
    const again = await participationOf(ctx, id);
    expect([again.state, again.round, again.decision, again.agreement.participant]).toEqual([
      ...['applied', 2, null, null],
    ]);
  });

  it('is nobody else, and never decides on themselves', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx } = stage;
    for (const nobody of [minor, guardian, staff.head, staff.mentor])
      expect(codesOf(await decideApplication(ctx, newCommand(nobody), { id, accept: true }))).toEqual([
        'common.not-allowed',
      ]);
    const both = { ...staff.operator, id: minor.id };
    expect(codesOf(await decideApplication(ctx, newCommand(both), { id, accept: true }))).toEqual([
      'common.not-allowed',
    ]);
  });

  it('B-19 B-105: has the application in the queue with its due date, and is alerted once it has passed', async () => {
    staff = await newBadgeStaff(stage.ctx);
    await minorApplied();
    const { ctx, clock } = stage;
    await carryOn(ctx);
    const item = () => reviews.on(ctx.db).findById(`badge-application/${id}`).lean();
    const due = endOfDay('2026-10-23');
    expect(await item()).toMatchObject({ state: 'open', due });
    clock.set(due.toISOString());
    expect(keysTo((await carryOn(ctx)).told, staff.operator)).toEqual([]);
    clock.set(instantOf(addDays('2026-10-23', 1), '00:00').toISOString());
    const { told } = await carryOn(ctx);
    expect(keysTo(told, staff.operator)).toEqual(['badge-staff:notice.application-late']);
  });
});
