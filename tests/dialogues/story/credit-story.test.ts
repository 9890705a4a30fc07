// The credit story from the first word to the re-credit, over grammY, Telegraf and the web chat, each in other
// languages, against real MongoDB and Redis. What it leaves behind is checked against the invariants.
import { afterEach, describe, expect, it } from 'vitest';
import { auditFaults } from '../../../engine/store/audit.ts';
import { openWorld, type World, type WorldKind } from '../../support/world/world.ts';
import { openCast, type StoryLanguages } from './cast.ts';
import * as chapter from './chapters.ts';

const performances: readonly (readonly [WorldKind, StoryLanguages])[] = [
  ['grammY', { student: 'kk', staff: 'ru' }],
  ['Telegraf', { student: 'ru', staff: 'kk' }],
  ['web', { student: 'en', staff: 'en' }],
];

let world: World;
afterEach(() => world.close());

describe.each(performances)('the credit story over %s (%o)', (kind, languages) => {
  it('goes from registration to payout and re-credit', async () => {
    world = await openWorld(kind);
    const cast = await openCast(world, languages);
    await cast.operator.say('/start');
    await cast.operator.hears('credit-staff:menu.calm');
    await chapter.join(cast, cast.accreditor, 'accreditor', [
      { kk: 'Астана', ru: 'Астана', en: 'Astana' }[languages.staff],
    ]);
    await chapter.join(cast, cast.financialCentre, 'financial-centre', []);
    await chapter.join(cast, cast.registrar, 'registrar', [
      { kk: 'Мысал', ru: 'Мысал', en: 'Mysal' }[languages.staff],
    ]);
    await chapter.organisationIsAccredited(cast);
    await chapter.coordinatorJoins(cast);
    await chapter.projectIsPublished(cast);
    await chapter.studentRegisters(world, cast);
    await chapter.studentBooks(cast);
    await chapter.studentIsInvited(cast);
    await chapter.twentyHours(world, cast);
    await chapter.reportIsApproved(cast);
    await chapter.moneyIsPaid(cast);
    await chapter.creditsAreReCredited(cast);

    await cast.student.say('/status');
    await cast.student.hears('credit:payout.paid');
    await cast.student.hears('credit:recredit.confirmed');
    expect(await cast.financialCentre.count('credit-staff:card.payout')).toBe(1);
    expect(await cast.registrar.count('credit-staff:notice.recredit-granted')).toBe(1);
    await expectOutcome(world);
  }, 120_000);
});

async function expectOutcome({ ctx }: World): Promise<void> {
  const { db } = ctx;
  const payouts = await db.collection('credit_payouts').find().toArray();
  expect(payouts).toMatchObject([{ amount: 20_000, state: 'paid', bankReference: 'KZ-0001' }]);
  const recredits = await db.collection('credit_recredits').find().toArray();
  expect(recredits).toMatchObject([{ academicCredits: 2, state: 'confirmed' }]);
  const [student] = await db.collection('credit_students').find().toArray();
  const [credit] = student?.credits ?? [];
  expect(credit).toMatchObject({ target: 20, state: 'approved' });
  const states = credit.entries.map((entry: { state: string; minutes: number }) => [
    entry.state,
    entry.minutes,
  ]);
  expect(states).toEqual([
    ['returned', 240],
    ['confirmed', 240],
    ['confirmed', 480],
    ['confirmed', 480],
  ]);
  expect(await auditFaults(ctx, `credit_students/${student?._id}`)).toEqual([]);
  expect(
    await db.collection('deliveries').countDocuments({ state: { $in: ['failed', 'gave-up', 'blocked'] } }),
  ).toBe(0);
  expect(await db.collection('inbox').countDocuments({ state: { $ne: 'done' } })).toBe(0);
}
