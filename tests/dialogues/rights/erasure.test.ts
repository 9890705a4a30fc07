// Invariant 15: an erased person is gone except for lawful stubs, in every channel: nothing that names them is left in any
// collection, nor in what others were shown. The person comes back as somebody new.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { people } from '../../../engine/people/store.ts';
import {
  decideHours,
  decideReport,
  registerStudent,
  reportHours,
  sendReport,
} from '../../../engine/programmes/credit/programme.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { checkInvariants } from '../../reliability/model/invariants/check.ts';
import { newCommand, newHost, newProject, personOf, unwrap } from '../../support/credit/cast.ts';
import { dumpOf, traces } from '../../support/dump.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import { openWorld, sideStoryKinds, type World } from '../../support/world/world.ts';
import { begin, type Troupe, troupeOf } from '../story/troupe.ts';

const NAME = 'Канарейка-Сынақова Айсұлу';
const PHONE = '+77015550142';
const TELLTALE = 'Көрші әжейге канарейкасын бағуға көмектестім';
const IDENTITY = { iin: validIin(77), iban: validIban(77) };

describe.each(sideStoryKinds)('erasure over %s', (kind) => {
  let world: World;
  let troupe: Troupe;
  let secrets: readonly string[];

  beforeEach(async () => {
    world = await openWorld(kind);
    const { ctx } = world;
    const host = await newHost(ctx, (name) => world.chatKeyOf(name, 'staff'));
    const chat = world.chatKeyOf('student', 'participant');
    const study = { universityId: 'mysal', year: 2, region: '71', phone: PHONE, birthDate: '2005-01-15' };
    unwrap(await registerStudent(ctx, newCommand(), { chat, name: NAME, language: 'kk', ...study }));
    const project = await newProject(ctx, host.head, { places: 1 });
    troupe = await troupeOf(world, host, await personOf(ctx, chat), project);
    secrets = [NAME, NAME.toLowerCase(), PHONE, TELLTALE, IDENTITY.iin, IDENTITY.iban];
    // A web chat's key is random; in a messenger it is somebody's account.
    if (kind !== 'web') secrets = [...secrets, chat];
    await troupe.student.say('/menu');
    await troupe.student.hears('credit:menu.free');
  }, 60_000);
  afterEach(() => world.close());

  const found = async () => traces(await dumpOf(world.ctx.db), secrets);

  async function workToTheReport(): Promise<string> {
    const { ctx } = world;
    const { pupil, student, coordinator, host } = troupe;
    const creditId = await begin(world, troupe);
    await world.clock.advance(DAY);
    await student.say('/status');
    await student.hears('credit:status.progress');
    await student.tap('credit:button.report-hours');
    await student.hears('credit:hours.what');
    await student.say(TELLTALE);
    await student.hears('credit:hours.photos');
    await student.sendPhoto();
    await student.hears('common:dialogue.files-so-far');
    await student.tap('common:button.done');
    await student.hears('credit:hours.which-date');
    await student.tap('common:day.today');
    await student.hears('credit:hours.which-time');
    await student.say('06:00–10:00');
    await student.hears('credit:hours.review');
    await student.tap('credit:button.send');
    await student.hears('credit:hours.sent');
    await coordinator.hears('credit-staff:card.hours-ahead');
    await coordinator.tap('credit-staff:button.confirm-hours');
    await student.hears('credit:notice.hours-confirmed');
    await world.clock.advance(DAY);
    for (const minutes of [480, 480]) {
      await world.clock.advance(DAY);
      const date = localDate(new Date(ctx.clock.now().getTime() - DAY / 2));
      const hours = { date, start: '08:00', minutes, what: TELLTALE, media: [] };
      const entryId = unwrap(await reportHours(ctx, newCommand(pupil), hours));
      unwrap(await decideHours(ctx, newCommand(host.coordinator), { entryId, confirm: true }));
    }
    await world.fillIdentity(ctx.links.form(await openIdentityForm(ctx, pupil.id)), IDENTITY);
    unwrap(await sendReport(ctx, newCommand(pupil), { text: `${TELLTALE}. ${TELLTALE}.`, media: [] }));
    return creditId;
  }

  async function deleteMyself(): Promise<void> {
    const { student } = troupe;
    await student.say('/delete');
    await student.hears('common:erase.explain');
    await student.tap('common:button.delete-data');
    await student.hears('common:erase.really');
    expect((await people.on(world.ctx.db).findById(troupe.pupil.id).lean())?.erasure).toBeUndefined();
    await student.tap('common:button.delete-for-good');
    await student.hears('common:erase.asked');
  }

  const isDone = async () =>
    (await people.on(world.ctx.db).findById(troupe.pupil.id).lean())?.erasure?.doneAt != null;

  it('waits while the payout is under way; after it nothing is left but the stubs', async () => {
    const { ctx } = world;
    const { student, host, financialCentre, registrar } = troupe;
    const creditId = await workToTheReport();
    unwrap(await decideReport(ctx, newCommand(host.head), { creditId, approve: true }));
    await financialCentre.hears('credit-staff:card.payout');
    await student.say('/delete');
    await student.hears('credit:reason.payout-under-way');
    await financialCentre.tap('credit-staff:button.paid');
    await financialCentre.hears('credit-staff:ask-reason.bank-reference');
    await financialCentre.say('KZ-0077');
    await financialCentre.hears('credit-staff:sure.paid');
    await financialCentre.tap('credit-staff:button.paid');
    await financialCentre.hears('credit-staff:done.paid');
    await student.hears('credit:notice.payout-paid');
    await student.say('/status');
    await student.hears('credit:payout.paid');
    await student.tap('credit:button.request-recredit');
    await registrar.hears('credit-staff:card.recredit-ahead');
    expect((await found()).length).toBeGreaterThan(0);
    await deleteMyself();
    await expect.poll(isDone, { timeout: 30_000 }).toBe(true);
    await expect.poll(found, { timeout: 15_000 }).toEqual([]);
    const { db } = ctx;
    const payout = await db.collection('credit_payouts').findOne();
    expect(payout).toMatchObject({
      amount: 20_000,
      bankReference: 'KZ-0077',
      state: 'paid',
      studentId: troupe.pupil.id,
    });
    expect(await db.collection('credit_recredits').findOne()).toMatchObject({
      academicCredits: 2,
      state: 'available',
    });
    expect(await db.collection('erasures').find().toArray()).toMatchObject([
      { _id: troupe.pupil.id, iinHash: ctx.sealer.hash(IDENTITY.iin) },
    ]);
    for (const name of ['media', 'media_files.files', 'media_files.chunks'])
      expect([name, await db.collection(name).countDocuments()]).toEqual([name, 0]);
    for (const document of [`people/${troupe.pupil.id}`, `credit_students/${troupe.pupil.id}`])
      await expect.poll(() => auditFaults(ctx, document)).toEqual([]);
    await expect.poll(() => checkInvariants(db, { atRest: true }), { timeout: 15_000 }).toEqual([]);
  }, 90_000);

  it('ends what runs, tells the organisation, and greets who comes back as a newcomer', async () => {
    const { ctx } = world;
    const { student, coordinator } = troupe;
    await workToTheReport();
    await deleteMyself();
    await coordinator.hears('credit-staff:notice.project-left');
    await expect.poll(isDone, { timeout: 30_000 }).toBe(true);
    await expect.poll(found, { timeout: 15_000 }).toEqual([]);
    expect((await ctx.db.collection('erasures').findOne())?.iinHash).toBeNull();
    await student.say('/start');
    await student.hears('common:welcome.greeting');
    await student.tap('common:language.kk');
    await student.hears('credit:welcome');
    await student.tap('credit:button.register');
    await student.hears('credit:register.consent');
  }, 90_000);
});
