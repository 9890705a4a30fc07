// What the Financial Centre and others type instead of tapping: nothing is marked as paid by a word that means a button.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sendReport } from '../../../engine/programmes/credit/programme.ts';
import { payouts } from '../../../engine/programmes/credit/store.ts';
import { type Cast, command, confirmedHours, openCast, reportedHours, startedCredit, value } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

async function orderedPayout(): Promise<string> {
  const id = await startedCredit(cast);
  await confirmedHours(cast);
  value(await sendReport(cast.stage.ctx, command(cast.student), { text: 'Есеп мәтіні', media: [] }));
  await cast.stage.carryOn();
  await cast.chats.head.tap(`credit.report-approve:${id}`);
  await cast.chats.head.say('подтвердить отчёт');
  expect(cast.chats.head.keys).toEqual(['credit-staff:done.approved']);
  await cast.stage.carryOn();
  return id;
}

it('a payout is not paid by «отмена», in any language, nor without the last confirmation', async () => {
  const id = await orderedPayout();
  const { centre } = cast.chats;
  const state = async () => (await payouts.on(cast.stage.ctx.db).findById(id).lean())?.state;
  for (const typed of ['отмена', 'Отмена.', 'болдырмау', 'cancel', '/отмена', '/cancel']) {
    await centre.tap(`credit.payout-paid:${id}`);
    expect(centre.keys).toEqual(['credit-staff:ask-reason.bank-reference']);
    await centre.say(typed);
    expect([typed, centre.keys[0]]).toEqual([typed, 'common:dialogue.cancelled']);
  }
  await centre.tap(`credit.payout-paid:${id}`);
  for (const typed of ['назад', 'пропустить', 'готово', 'Дайын', 'skip']) {
    await centre.say(typed);
    expect([typed, centre.keys[0]]).toEqual([typed, 'common:dialogue.not-here']);
  }
  await centre.say('ПП-000123');
  expect(centre.keys).toEqual(['credit-staff:card.payout', 'credit-staff:sure.paid']);
  expect(centre.words).toContain('Мысалбек Студент');
  expect(centre.words).toContain('ПП-000123');
  for (const typed of ['1', 'да', 'ок']) {
    await centre.say(typed);
    expect(centre.keys[0]).toBe('common:dialogue.tap-to-decide');
  }
  expect(await state()).toBe('ordered');
  await centre.say('Выплачено');
  expect(centre.keys).toEqual(['credit-staff:done.paid']);
  expect(await state()).toBe('paid');
});

it('«отмена» is no reason for returning hours', async () => {
  await startedCredit(cast);
  await reportedHours(cast, '2026-10-06', 480);
  const { coordinator } = cast.chats;
  await coordinator.tap('credit.hours-return');
  await coordinator.say('Отмена');
  expect(coordinator.keys[0]).toBe('common:dialogue.cancelled');
});

it('a double tap on «Open the oldest» does not decide the card that it opened', async () => {
  await startedCredit(cast);
  const entry = await reportedHours(cast, '2026-10-06', 480);
  const { coordinator } = cast.chats;
  await coordinator.say('/queue');
  await coordinator.tap('staff.next');
  await coordinator.tap(`credit.hours-confirm:${entry}`, undefined, 200);
  expect(coordinator.turn?.toast?.key).toBe('common:dialogue.tap-once-more');
  await coordinator.tap(`credit.hours-confirm:${entry}`, undefined, 400);
  expect(coordinator.keys[0]).toBe('credit-staff:result.hours.confirmed');
});
