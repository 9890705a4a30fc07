// What if: the turns that a credit may take besides the straight way, each to its end: in the web chat, and in every channel in the campaigns.
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../engine/kernel/clock.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { decideReport, requestRecredit, sendReport } from '../../../engine/programmes/credit/programme.ts';
import { hoursAreReported } from '../../story/credit/chapters.ts';
import { newCommand, newProject, unwrap } from '../../support/credit/cast.ts';
import { withStory } from '../../support/fixtures/with-story.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import { sideStoryKinds } from '../../support/world/world.ts';
import { begin, book, invite, openTroupe, placesLeft, type Troupe, work } from './troupe.ts';

const report = { text: 'Қарттар үйінде жиырма сағат бойы кітап оқып, серуенге бірге шықтым.', media: [] };

describe.each(sideStoryKinds)('what if, over %s', (kind) => {
  const world = withStory(kind);
  let troupe: Troupe;

  beforeEach(async () => {
    troupe = await openTroupe(world);
    await troupe.student.say('/menu');
    await troupe.student.hears('credit:menu.free');
  });

  it('the student declines: the place is free, the search is open', async () => {
    const { student, coordinator } = troupe;
    await invite(world, troupe);
    await student.hears('credit:notice.invited');
    await student.tap('credit:button.decline');
    await student.hears('credit:invitation.decline');
    await student.tap('credit:button.decline');
    await student.hears('credit:invitation.declined');
    await coordinator.hears('credit-staff:notice.invitation-declined');
    await expect.poll(() => placesLeft(world, troupe)).toBe(1);
  });

  it('the invitation is not answered: it lapses after its days, and the place is free', async () => {
    const { student, coordinator } = troupe;
    await invite(world, troupe);
    await student.hears('credit:notice.invited');
    await world.clock.advance(7 * DAY);
    await student.hears('credit:notice.invitation-ends-soon');
    expect(await placesLeft(world, troupe)).toBe(0);
    await world.clock.advance(DAY);
    await student.hears('credit:notice.lapsed');
    await coordinator.hears('credit-staff:notice.invitation-lapsed');
    await expect.poll(() => placesLeft(world, troupe)).toBe(1);
  });

  it('the student cancels the interview: the card is settled, the time is free', async () => {
    const { student, coordinator, project } = troupe;
    await book(world, troupe);
    await coordinator.hears('credit-staff:card.interview-ahead');
    await student.say('/menu');
    await student.hears('credit:menu.interviews');
    await student.tap('credit:button.interviews');
    await student.hears('credit:interview.heading');
    await student.tap('credit:button.cancel-of');
    await student.hears('credit:interview.cancel-which');
    await student.tap('credit:button.cancel-interview');
    await student.hears('credit:interview.cancelled');
    await coordinator.hears('credit-staff:result.interview.cancelled');
    const slot = () =>
      world.ctx.db
        .collection('seats')
        .findOne({ _id: `credit.slot/${project.projectId}/${project.slotId}` as never });
    await expect.poll(async () => (await slot())?.left).toBe(10);
  });

  it('the organisation does not invite: the student reads why, and may go on', async () => {
    const { student, coordinator } = troupe;
    await book(world, troupe);
    await coordinator.hears('credit-staff:card.interview-ahead');
    await coordinator.tap('credit-staff:button.not-invite');
    await coordinator.hears('credit-staff:ask-reason.not-invite');
    await coordinator.say('Топ толып қалды');
    await coordinator.hears('credit-staff:sure.not-invited');
    await coordinator.tap('credit-staff:button.not-invite');
    await coordinator.hears('credit-staff:done.not-invited');
    const { text } = await student.hears('credit:notice.not-invited');
    expect(text).toContain('Топ толып қалды');
  });

  it('three interviews are open: the fourth is refused with the way on', async () => {
    const { student, host } = troupe;
    for (let count = 0; count < 3; count += 1) {
      const project = await newProject(world.ctx, host.head);
      await book(world, { ...troupe, project });
    }
    await student.say('/menu');
    await student.hears('credit:menu.interviews');
    await student.tap('credit:button.interviews');
    const { text } = await student.hears('credit:interview.heading');
    expect(text).toMatch(/3/);
  });

  it('the head returns the report with a comment: revised, sent again, approved', async () => {
    const { student, head } = troupe;
    await work(world, troupe);
    unwrap(await sendReport(world.ctx, newCommand(troupe.pupil), report));
    await head.hears('credit-staff:card.report-ahead');
    await head.tap('credit-staff:button.return');
    await head.hears('credit-staff:ask-reason.report-return');
    await head.say('Нәтижесін толығырақ жазыңыз');
    await head.hears('credit-staff:sure.report-returned');
    await head.tap('credit-staff:button.return');
    await head.hears('credit-staff:done.report-returned');
    const { text } = await student.hears('credit:notice.report-returned');
    expect(text).toContain('Нәтижесін толығырақ жазыңыз');
    await student.tap('credit:button.report-revise');
    expect((await student.hears('credit:report.review')).text).toContain(report.text);
    await student.tap('common:button.change');
    await student.hears('common:dialogue.change-which');
    await student.tap('credit:change.report');
    await student.hears('credit:report.text');
    await student.say(`${report.text} Тұрғындар енді бейнебайланысты өздері қосады.`);
    await student.hears('credit:report.review');
    await student.tap('credit:button.send');
    await student.hears('credit:report.sent');
    await head.hears('credit-staff:card.report-ahead');
    await head.tap('credit-staff:button.approve');
    await head.hears('credit-staff:sure.approved');
    await head.tap('credit-staff:button.approve');
    await head.hears('credit-staff:result.report.approved');
    await student.hears('credit:notice.report-approved');
    expect(await world.ctx.db.collection('credit_payouts').countDocuments()).toBe(1);
  }, 60_000);

  it('the payout fails: the student gives another account, and the second try is paid', async () => {
    const { student, financialCentre, host, pupil } = troupe;
    const creditId = await work(world, troupe);
    unwrap(await sendReport(world.ctx, newCommand(pupil), report));
    unwrap(await decideReport(world.ctx, newCommand(host.head), { creditId, approve: true }));
    await financialCentre.hears('credit-staff:card.payout');
    await financialCentre.tap('credit-staff:button.failed');
    await financialCentre.hears('credit-staff:ask-reason.payout-fail');
    await financialCentre.say('Шот жабылған');
    await financialCentre.hears('credit-staff:sure.failed');
    await financialCentre.tap('credit-staff:button.failed');
    await financialCentre.hears('credit-staff:done.failed');
    await student.hears('credit:notice.payout-failed');
    const secret = await openIdentityForm(world.ctx, pupil.id);
    expect(
      await world.fillIdentity(world.ctx.links.form(secret), { iin: validIin(7), iban: validIban(8) }),
    ).toBe(true);
    // The settled card holds the words of the new one.
    await expect.poll(() => financialCentre.count('credit-staff:result.payout.failed')).toBe(1);
    await financialCentre.say('/queue');
    await financialCentre.hears('reviews:queue.title');
    await financialCentre.tap('reviews:button.open-oldest');
    await financialCentre.hears('credit-staff:card.payout');
    await financialCentre.tap('credit-staff:button.paid');
    await financialCentre.hears('credit-staff:ask-reason.bank-reference');
    await financialCentre.say('KZ-0002');
    await financialCentre.hears('credit-staff:sure.paid');
    await financialCentre.tap('credit-staff:button.paid');
    await financialCentre.hears('credit-staff:done.paid');
    await student.hears('credit:notice.payout-paid');
  }, 60_000);

  it('the registrar refuses: the right stays, and a second request is confirmed', async () => {
    const { student, registrar, host, pupil } = troupe;
    const creditId = await work(world, troupe);
    unwrap(await sendReport(world.ctx, newCommand(pupil), report));
    unwrap(await decideReport(world.ctx, newCommand(host.head), { creditId, approve: true }));
    await student.hears('credit:notice.recredit-granted');
    unwrap(await requestRecredit(world.ctx, newCommand(pupil), creditId));
    await registrar.hears('credit-staff:card.recredit-ahead');
    await registrar.tap('credit-staff:button.refuse');
    await registrar.hears('credit-staff:ask-reason.recredit-refuse');
    await registrar.say('Өтінішті деканатқа да беріңіз');
    await registrar.hears('credit-staff:sure.recredit-refused');
    await registrar.tap('credit-staff:button.refuse');
    await registrar.hears('credit-staff:done.recredit-refused');
    await student.hears('credit:notice.recredit-refused');
    await student.tap('credit:button.request-recredit');
    await student.hears('credit:recredit.sent');
    await registrar.hears('credit-staff:card.recredit-ahead');
    await registrar.tap('credit-staff:button.confirm-recredit');
    await registrar.hears('credit-staff:sure.recredited');
    await registrar.tap('credit-staff:button.confirm-recredit');
    await student.hears('credit:notice.recredit-confirmed');
  }, 60_000);

  it('the student leaves the project: the place is free, the hours are not paid', async () => {
    const { student, coordinator } = troupe;
    await begin(world, troupe);
    await student.say('/status');
    await student.hears('credit:status.progress');
    await student.tap('credit:button.leave');
    await student.hears('credit:leave.sure');
    await student.tap('credit:button.leave');
    await student.hears('credit:leave.done');
    await coordinator.hears('credit-staff:notice.project-left');
    await expect.poll(() => placesLeft(world, troupe)).toBe(1);
  });

  it('nobody decides on hours: the coordinator is reminded, then the operator is told', async () => {
    const { student, coordinator } = troupe;
    await begin(world, troupe);
    await hoursAreReported({ student }, { time: '06:00–10:00' });
    await coordinator.hears('credit-staff:card.hours-ahead');
    await world.clock.advance(4 * DAY);
    await coordinator.hears('reviews:notice.remind');
  });
});
