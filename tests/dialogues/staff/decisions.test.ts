// Decisions on cards: each kind, by the right person and by a wrong one, late, twice, and by two at once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../../engine/people/store.ts';
import { requestRecredit, sendReport } from '../../../engine/programmes/credit/programme.ts';
import { participantDesk } from '../../support/credit/desks.ts';
import {
  bookedInterview,
  type Cast,
  command,
  confirmedHours,
  names,
  openCast,
  reportedHours,
  startedCredit,
  value,
} from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

/** Figures and their units are joined by spaces that do not break. */
const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

const last = (turn: { readonly replies: readonly { readonly place: string }[] }) => turn.replies.at(-1);

async function sentReport(): Promise<string> {
  const id = await startedCredit(cast);
  await confirmedHours(cast);
  value(await sendReport(cast.stage.ctx, command(cast.student), { text: 'Есеп мәтіні', media: [] }));
  await cast.stage.carryOn();
  return id;
}

async function approvedReport(): Promise<string> {
  const id = await sentReport();
  await cast.chats.head.tap(`credit.report-approve:${id}`);
  await cast.chats.head.tap('yes');
  await cast.stage.carryOn();
  return id;
}

describe('an appeal', () => {
  it('begins at the notice of returned hours, and comes back to the student decided anew', async () => {
    await startedCredit(cast);
    const { stage, chats } = cast;
    const student = stage.talkTo(participantDesk, '501');
    const entry = await reportedHours(cast, '2026-10-06', 60);
    await chats.coordinator.tapRaw(`go:credit.hours-return:${entry}.r0`);
    await chats.coordinator.say('Күні қате');
    await chats.coordinator.tap('yes');
    await stage.carryOn();
    expect(student.buttonKeys).toContain('appeals:button.appeal');
    await student.tap('shared.appeal');
    expect(student.keys).toEqual(['credit:appealed', 'appeals:ask']);
    await student.say('Күні дұрыс, суретте көрінеді');
    await student.tap('yes');
    expect(student.keys).toContain('appeals:sent');
    await stage.carryOn();
    const hears = ({ shown }: { readonly shown: typeof chats.head.shown }) =>
      shown.some(({ message }) => message.texts.some(({ key }) => key === 'appeals:card.appeal'));
    expect([hears(chats.head), hears(chats.coordinator), hears(chats.accreditor)]).toEqual([
      false,
      false,
      true,
    ]);
    await chats.accreditor.tap('appeal-hours.anew');
    await chats.accreditor.say('Сурет дәлелдейді');
    await chats.accreditor.tap('yes');
    expect(chats.accreditor.keys).toContain('appeals:anew.done');
    const { told } = await stage.carryOn();
    const keys = told
      .filter(({ to }) => to === cast.student.id)
      .flatMap(({ message }) => message.texts.map(({ key }) => key));
    expect(keys.sort()).toEqual(['appeals:notice.overturned', 'credit:notice.hours-confirmed']);
    await student.tapRaw(`go:shared.appeal:hours.${entry}`);
    expect(student.keys).toEqual(['appeals:reason.nothing']);
  });
});

describe('interviews', () => {
  it('come to the head and both coordinators, once each', async () => {
    await bookedInterview(cast);
    for (const role of ['head', 'coordinator', 'second'] as const) {
      const cards = cast.chats[role].shown.filter((each) =>
        each.message.texts.some((text) => text.key === 'credit-staff:card.interview'),
      );
      expect(cards).toHaveLength(1);
    }
    expect(cast.chats.stranger.shown).toEqual([]);
  });

  it('are decided once: the second coordinator sees who was faster', async () => {
    const id = await bookedInterview(cast);
    await cast.chats.coordinator.tap('credit.invite');
    expect(cast.chats.coordinator.keys[0]).toBe('credit-staff:result.interview.invited');
    const turn = await cast.chats.second.tap(`credit.invite:${id}`);
    expect(last(turn)?.place).toBe('tapped');
    expect(cast.chats.second.keys.slice(0, 2)).toEqual([
      'reviews:stale.by',
      'credit-staff:result.interview.invited',
    ]);
    expect(cast.chats.second.words).toContain(names.coordinator);
    expect(cast.chats.second.buttonKeys).toEqual(['reviews:button.next']);
  });

  it('are decided once when two tap at the same moment', async () => {
    await bookedInterview(cast);
    await Promise.all([cast.chats.coordinator.tap('credit.invite'), cast.chats.second.tap('credit.invite')]);
    const { told } = await cast.stage.carryOn();
    const keys = [cast.chats.coordinator.keys[0], cast.chats.second.keys[0]];
    expect(keys.filter((key) => key === 'credit-staff:result.interview.invited')).toHaveLength(1);
    expect(told.filter((each) => each.to === cast.student.id)).toHaveLength(1);
  });

  it('end without an invitation only with a reason', async () => {
    await bookedInterview(cast);
    await cast.chats.coordinator.tap('credit.not-invite');
    await cast.chats.coordinator.say('Набор этой группы завершён');
    expect(cast.chats.coordinator.keys).toContain('credit-staff:sure.not-invited');
    await cast.chats.coordinator.tap('yes');
    expect(cast.chats.coordinator.keys).toEqual(['credit-staff:done.not-invited']);
    await cast.chats.second.tap('credit.not-invite');
    expect(cast.chats.second.keys.slice(0, 2)).toEqual([
      'reviews:stale.by',
      'credit-staff:result.interview.not-invited',
    ]);
  });
});

describe('hours', () => {
  it('show progress after approval and are confirmed in place', async () => {
    await startedCredit(cast);
    await reportedHours(cast, '2026-10-06', 480);
    expect(plain(cast.chats.coordinator.newest)).toContain('После подтверждения будет 8 ч из 20 ч.');
    expect(cast.chats.coordinator.newest).toContain('Ойын өткіздік <балалармен> & $t(x)');
    await cast.chats.coordinator.tap('credit.hours-confirm');
    expect(cast.chats.coordinator.keys[0]).toBe('credit-staff:result.hours.confirmed');
    expect(plain(cast.chats.coordinator.newest)).toContain('Подтверждено 8 ч из 20 ч.');
  });

  it('tell by whom and when they were decided', async () => {
    await startedCredit(cast);
    const id = await reportedHours(cast, '2026-10-06', 480);
    await cast.chats.coordinator.tap('credit.hours-return');
    await cast.chats.coordinator.say('Укажите, что именно сделано');
    expect(cast.chats.coordinator.keys).toContain('credit-staff:sure.hours-returned');
    await cast.chats.coordinator.tap('yes');
    expect(cast.chats.coordinator.keys).toEqual(['credit-staff:done.hours-returned']);
    await cast.chats.second.tap('credit.hours-confirm');
    expect(cast.chats.second.words).toContain(`Уже решено: ${names.coordinator}, 6 октября, 20:00`);
    await cast.chats.coordinator.tapRaw(`go:credit.hours-confirm:${id}.r0`);
    expect(cast.chats.coordinator.keys[0]).toBe('reviews:stale.self');
  });

  it('are not for coordinators of other organisations, nor for anyone unknown', async () => {
    await startedCredit(cast);
    const id = await reportedHours(cast, '2026-10-06', 480);
    for (const role of ['stranger', 'centre', 'registrar', 'accreditor', 'operator'] as const) {
      for (const go of ['credit.hours-confirm', 'credit.hours-return', 'staff.open']) {
        await cast.chats[role].tapRaw(`go:${go}:${go === 'staff.open' ? `hours.${id}` : id}`);
        expect(cast.chats[role].keys).toEqual(['common:reason.not-allowed']);
      }
    }
  });

  it('wait for the head where there is no coordinator', async () => {
    await startedCredit(cast);
    const { ctx } = cast.stage;
    await people.on(ctx.db).updateMany({ 'grants.role': 'coordinator' }, { $set: { grants: [] } });
    await reportedHours(cast, '2026-10-06', 60);
    expect(cast.chats.head.buttonKeys).toContain('credit-staff:button.confirm-hours');
  });
});

describe('reports, payouts and re-credit', () => {
  it('a report shows what it entitles to; approval orders the payout and grants the re-credit', async () => {
    await sentReport();
    expect(plain(cast.chats.head.newest)).toContain('выплата 20 000 ₸');
    await cast.chats.head.tap('credit.report-approve');
    expect(cast.chats.head.keys.at(-1)).toBe('credit-staff:sure.approved');
    expect(plain(cast.chats.head.words)).toContain('Мысалбек Студент');
    expect(plain(cast.chats.head.words)).toContain('выплата 20 000 ₸');
    await cast.chats.head.tap('yes');
    expect(cast.chats.head.keys).toEqual(['credit-staff:done.approved']);
    await cast.stage.carryOn();
    expect(cast.chats.centre.buttonKeys).toContain('credit-staff:button.paid');
    expect(cast.chats.registrar.shown.at(-1)?.message.texts[0]?.key).toBe(
      'credit-staff:notice.recredit-granted',
    );
  });

  it('a report is the head’s alone', async () => {
    const id = await sentReport();
    await cast.chats.coordinator.tapRaw(`go:credit.report-approve:${id}`);
    expect(cast.chats.coordinator.keys).toEqual(['common:reason.not-allowed']);
    await cast.chats.coordinator.tapRaw(`go:credit.report-return:${id}`);
    expect(cast.chats.coordinator.keys).toEqual(['common:reason.not-allowed']);
  });

  it('a report is returned with a comment', async () => {
    await sentReport();
    await cast.chats.head.tap('credit.report-return');
    await cast.chats.head.say('Добавьте фотографии');
    expect(cast.chats.head.keys).toContain('credit-staff:sure.report-returned');
    await cast.chats.head.tap('yes');
    expect(cast.chats.head.keys).toEqual(['credit-staff:done.report-returned']);
  });

  it('tells the operators when one person confirmed both hours and report', async () => {
    await startedCredit(cast);
    await confirmedHours(cast, 'head');
    value(await sendReport(cast.stage.ctx, command(cast.student), { text: 'Есеп', media: [] }));
    await cast.stage.carryOn();
    await cast.chats.head.tap('credit.report-approve');
    await cast.chats.head.tap('yes');
    await cast.stage.carryOn();
    expect(cast.chats.operator.newest).toContain(names.head);
  });

  it('a payout is marked as failed, then paid with the bank’s reference', async () => {
    const id = await approvedReport();
    await cast.chats.centre.tap('credit.payout-fail');
    await cast.chats.centre.say('Счёт закрыт');
    expect(cast.chats.centre.keys).toContain('credit-staff:sure.failed');
    await cast.chats.centre.tap('yes');
    expect(cast.chats.centre.keys).toEqual(['credit-staff:done.failed']);
    await cast.chats.centre.say('/queue');
    await cast.chats.centre.tap('staff.next');
    expect(cast.chats.centre.keys[0]).toBe('credit-staff:result.payout.failed');
    expect(cast.chats.centre.buttonKeys).toEqual(['credit-staff:button.paid', 'reviews:button.later']);
    await cast.chats.centre.tap('credit.payout-paid');
    await cast.chats.centre.say('ПП-000123');
    expect(cast.chats.centre.keys).toContain('credit-staff:sure.paid');
    await cast.chats.centre.tap('yes');
    expect(cast.chats.centre.keys).toEqual(['credit-staff:done.paid']);
    await cast.chats.centre.tapRaw(`go:credit.payout-fail:${id}`);
    expect(cast.chats.centre.keys[1]).toBe('credit-staff:result.payout.paid');
    expect(cast.chats.centre.words).toContain('ПП-000123');
  });

  it('a re-credit is refused with a reason, requested again and confirmed', async () => {
    const id = await approvedReport();
    value(await requestRecredit(cast.stage.ctx, command(cast.student), id));
    await cast.stage.carryOn();
    await cast.chats.registrar.tap('credit.recredit-refuse');
    await cast.chats.registrar.say('Нет заявления в деканате');
    expect(cast.chats.registrar.keys).toContain('credit-staff:sure.recredit-refused');
    await cast.chats.registrar.tap('yes');
    expect(cast.chats.registrar.keys).toEqual(['credit-staff:done.recredit-refused']);
    value(await requestRecredit(cast.stage.ctx, command(cast.student), id));
    await cast.stage.carryOn();
    await cast.chats.registrar.tap('credit.recredit-confirm');
    expect(cast.chats.registrar.keys.at(-1)).toBe('credit-staff:sure.recredited');
    await cast.chats.registrar.tap('yes');
    expect(cast.chats.registrar.keys).toEqual(['credit-staff:done.recredited']);
    await cast.chats.operator.tapRaw(`go:credit.recredit-confirm:${id}`);
    expect(cast.chats.operator.keys).toEqual(['common:reason.not-allowed']);
  });

  it('a card of something that never was leads to the queue', async () => {
    for (const go of [
      'credit.invite',
      'credit.hours-confirm',
      'credit.report-return',
      'credit.payout-fail',
    ]) {
      await cast.chats.head.tapRaw(`go:${go}:nothing`);
      expect(cast.chats.head.keys[0]).toMatch(/^(reviews:reason.gone|common:reason.not-allowed)$/u);
    }
  });
});
