// Programme centres: application, decision, agreement within ten working days, mentors, trained staff.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { endOfDay, instantOf } from '../../../../engine/kernel/calendar.ts';
import {
  applyAsCentre,
  centreOf,
  decideCentre,
  recordTraining,
  signAsCentre,
  suggestedCentres,
} from '../../../../engine/programmes/badge/programme.ts';
import { reviews } from '../../../../engine/reviews/store.ts';
import {
  actorNow,
  applicationFor,
  CENTRE_BIN,
  centreWish,
  newApplicant,
  newBadgeStaff,
  newMentor,
  newOperator,
  newYoungPerson,
} from '../../../support/badge/cast.ts';
import { codesOf, newCommand, personOf, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';
import { validBin } from '../../../support/identity/numbers.ts';
import { carryOn } from '../../../support/transcript/carry-on.ts';

const stage = withEngine();
let operator: Actor;
let head: Actor;
const CHAT = 'staff.telegram.head';
/** What somebody was told, without the heading that names the programme among several. */
const keysTo = (told: Awaited<ReturnType<typeof carryOn>>['told'], who: Actor) =>
  told
    .filter(({ to }) => to === who.id)
    .flatMap(({ message }) => message.texts.map(({ key }) => key))
    .filter((key) => key !== 'common:programmes.heading');
const apply = (chat = CHAT) =>
  applyAsCentre(stage.ctx, newCommand(), {
    ...centreWish(),
    head: { chat, name: 'Басшы Мысалов', language: 'kk' },
  });
const decide = (accept: boolean, reason = '') =>
  decideCentre(
    stage.ctx,
    newCommand(operator),
    accept ? { centre: CENTRE_BIN, accept } : { centre: CENTRE_BIN, accept, reason },
  );
const sign = () => signAsCentre(stage.ctx, newCommand(head), CENTRE_BIN);

describe('a centre', () => {
  beforeEach(async () => {
    operator = await newOperator(stage.ctx);
    unwrap(await apply());
    head = await personOf(stage.ctx, CHAT);
  });

  it('B-89: applies to the operator and hears of the decision', async () => {
    const { ctx } = stage;
    expect(keysTo((await carryOn(ctx)).told, operator)[0]).toBe('badge-staff:card.centre');
    expect(await reviews.on(ctx.db).findById(`badge-centre/${CENTRE_BIN}`).lean()).toMatchObject({
      state: 'open',
    });
    expect(codesOf(await decide(false, ' '))).toEqual(['badge.reason-missing']);
    unwrap(await decide(false, 'Мекенжай қате'));
    expect(keysTo((await carryOn(ctx)).told, head)).toEqual(['badge-staff:notice.centre-refused']);
    expect(codesOf(await decide(true))).toEqual(['common.already-decided']);
    unwrap(await apply());
    unwrap(await decide(true));
    expect(keysTo((await carryOn(ctx)).told, head)).toEqual(['badge-staff:notice.centre-accepted']);
  });

  it('B-90: signs by the last second of the 10th working day', async () => {
    const { ctx, clock } = stage;
    unwrap(await decide(true));
    const { signBy } = await centreOf(ctx, CENTRE_BIN);
    // Ten working days after Monday, 5 October.
    expect(signBy).toEqual(endOfDay('2026-10-19'));
    clock.set(endOfDay('2026-10-19').toISOString());
    await carryOn(ctx);
    unwrap(await sign());
    expect((await centreOf(ctx, CENTRE_BIN)).state).toBe('active');
    expect(keysTo((await carryOn(ctx)).told, head)).toEqual(['badge-staff:notice.centre-signed']);
  });

  it('B-90 B-99: loses the right on the 11th, is told, and the operator sees it', async () => {
    const { ctx, clock } = stage;
    unwrap(await decide(true));
    await carryOn(ctx);
    clock.set(instantOf('2026-10-20', '00:00').toISOString());
    // Before anybody has looked at the due date.
    expect(codesOf(await sign())).toEqual(['badge.centre-right-lost']);
    const { told } = await carryOn(ctx);
    expect((await centreOf(ctx, CENTRE_BIN)).state).toBe('lapsed');
    expect(keysTo(told, head)).toContain('badge-staff:notice.centre-lapsed');
    expect(keysTo(told, operator)).toEqual(['badge-staff:notice.centre-lapsed-operator']);
    expect(codesOf(await sign())).toEqual(['badge.centre-right-lost']);
    expect(codesOf(await apply())).toEqual(['badge.centre-right-lost']);
  });

  it('is decided by an operator who is not its head, and signed by nobody but its head', async () => {
    const { ctx } = stage;
    const both = { ...operator, id: head.id };
    for (const nobody of [head, both])
      expect(
        codesOf(await decideCentre(ctx, newCommand(nobody), { centre: CENTRE_BIN, accept: true })),
      ).toEqual(['common.not-allowed']);
    unwrap(await decide(true));
    expect(codesOf(await signAsCentre(ctx, newCommand(operator), CENTRE_BIN))).toEqual([
      'common.not-allowed',
    ]);
  });

  it('takes the head’s role from whoever was refused, once somebody else applies', async () => {
    const { ctx } = stage;
    unwrap(await decide(false, 'Өкілеттік жоқ'));
    unwrap(await apply('staff.telegram.real-head'));
    await carryOn(ctx);
    expect((await actorNow(ctx, head.id)).grants).toEqual([]);
    const real = await personOf(ctx, 'staff.telegram.real-head');
    expect(real.grants).toEqual([{ role: 'centre-head', scope: `centre:${CENTRE_BIN}` }]);
  });

  it('B-93: records the training of its staff', async () => {
    const { ctx } = stage;
    const training = {
      person: null,
      name: 'Тәлімгер Мысалов',
      role: 'mentor' as const,
      topic: 'Күнделік',
      on: '2026-10-01',
    };
    const record = (over = {}, by = head) =>
      recordTraining(ctx, newCommand(by), CENTRE_BIN, { ...training, ...over });
    expect(codesOf(await record())).toEqual(['badge.centre-not-active']);
    unwrap(await decide(true));
    unwrap(await sign());
    expect(unwrap(await record())).toBe(1);
    expect(unwrap(await record({ role: 'expert' }))).toBe(2);
    expect(codesOf(await record({ on: '2026-10-06' }))).toEqual(['badge.training-in-future']);
    expect(codesOf(await record({ topic: '' }))).toEqual(['badge.training-incomplete']);
    expect(codesOf(await record({}, operator))).toEqual(['common.not-allowed']);
    expect((await centreOf(ctx, CENTRE_BIN)).trained.map(({ role, by }) => [role, by])).toEqual([
      ['mentor', head.id],
      ['expert', head.id],
    ]);
  });
});

describe('what somebody is offered', () => {
  it('B-16: centres of their residence first, then of their place of study, whoever has fewest participants first', async () => {
    const { ctx } = stage;
    const staff = await newBadgeStaff(ctx);
    const other = await newMentor(ctx, 'second-mentor');
    const STUDY = validBin(72);
    const chat = 'staff.telegram.study-head';
    const study = {
      ...centreWish(STUDY, '75'),
      head: { chat, name: 'Басшы Үлгіов', language: 'kk' as const },
    };
    unwrap(await applyAsCentre(ctx, newCommand(), study));
    unwrap(await decideCentre(ctx, newCommand(staff.operator), { centre: STUDY, accept: true }));
    const person = await newYoungPerson(ctx, 'young', '2000-01-01');
    const { page } = applicationFor('bronze', staff.mentor);
    const where = { ...page, study: { ...page.study, region: '75' } };
    const offered = async () =>
      (await suggestedCentres(ctx, person.id, where)).map(({ id, by, mentors }) => [
        ...[id, by, mentors.map(({ id: mentor, load }) => [mentor, load])],
      ]);
    const both = [staff.mentor.id, other.id].sort();
    expect(await offered()).toEqual([[CENTRE_BIN, 'residence', both.map((each) => [each, 0])]]);
    unwrap(await signAsCentre(ctx, newCommand(await personOf(ctx, chat)), STUDY));
    const studyMentor = await newMentor(ctx, 'study-mentor', STUDY);
    await newApplicant(ctx, await newYoungPerson(ctx, 'first', '2000-01-01'), staff);
    expect(await offered()).toEqual([
      [
        CENTRE_BIN,
        'residence',
        [
          [other.id, 0],
          [staff.mentor.id, 1],
        ],
      ],
      [STUDY, 'study', [[studyMentor.id, 0]]],
    ]);
  });
});
