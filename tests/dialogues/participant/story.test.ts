// The whole story of a student: from the first hello to money and academic credits, as they read it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideRecredit, settlePayout } from '../../../engine/programmes/credit/programme.ts';
import { centre, Host, registrar, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

describe('a student', () => {
  it('goes from hello to payout and re-credit', async () => {
    const { stage } = host;
    await host.publish('Алгебра для шестых классов');
    const chat = host.chat('1');
    await chat.say('/start');
    expect(chat.keys).toEqual(['common:welcome.greeting']);
    expect(chat.buttons).toEqual(['Қазақша', 'Русский', 'English']);
    await chat.tap('Русский');
    expect(chat.keys).toEqual(['credit:welcome']);
    expect(chat.words.replaceAll('\u00a0', ' ')).toContain(
      'За 20 часов — 20 000 ₸ и 2 академических кредита в вузе, за 50 часов — 50 000 ₸ и 5 академических кредитов.',
    );

    await chat.tap('credit.register');
    expect(chat.keys).toEqual(['common:dialogue.progress', 'credit:register.consent']);
    expect(chat.words).toMatch(/^1\/8/);
    await chat.tap('yes');
    await chat.say('Үлгі Айгүл');
    await chat.tap('mysal');
    await chat.tap('2');
    await chat.tap('71');
    await chat.say('8 (701) 234-56-78');
    await chat.say('14.05.2005');
    expect(chat.words).toContain('Университет «Мысал», 2 курс\nАстана\nТелефон: +77012345678');
    await chat.tap('yes');
    expect(chat.keys).toEqual(['credit:register.done']);
    expect(chat.buttonKeys).toEqual(['common:button.open-form', 'credit:button.find', 'common:button.menu']);

    await chat.tap('credit.find');
    await chat.tap('tutoring');
    await chat.tap('Астана');
    expect(chat.words).toContain('Нашёлся 1 проект');
    expect(chat.buttons[0]).toBe('Алгебра для шестых классов · 5 мест');
    await chat.tap('Алгебра для шестых классов · 5 мест');
    expect(chat.words).toContain('Репетиторство для детей\nЦентр <Пример>');
    await chat.tap('вторник, 6 октября, 14:00');
    expect(chat.words).toContain('Записать Вас на собеседование?');
    await chat.tap('credit:button.book');
    expect(chat.keys).toEqual(['credit:book.done']);

    await host.invite();
    expect(chat.newest).toContain('Ответьте до 12 октября, 23:59');
    await chat.tap('credit.accept');
    expect(chat.buttons.slice(0, 2)).toEqual([
      '20 часов — 20 000 ₸ и 2 академических кредита',
      '50 часов — 50 000 ₸ и 5 академических кредитов',
    ]);
    await chat.tap('20');
    await chat.tap('credit:button.accept');
    expect(chat.keys).toEqual(['credit:invitation.accepted']);

    stage.clock.set('2026-10-12T15:00:00Z');
    await host.reportHours(chat, '08.10', '09:00–17:00');
    expect(chat.keys).toEqual(['credit:hours.sent']);
    await host.reportHours(chat, '9.10.2026', 'с 9 до 17');
    await host.reportHours(chat, '2026-10-10', '09:00 4 ч');
    await host.decideHours(null);
    expect(chat.newest).toContain('▰▰▰▰▰▰▰▰▰▰ 100');
    expect(chat.buttonKeys).toEqual(['credit:button.send-report']);

    await chat.tap('credit.send-report');
    expect(chat.keys).toEqual(['credit:reason.no-account']);
    await host.giveIdentity();
    expect(chat.newest).toContain('заканчивается на 0100');
    await chat.tap('credit.send-report');
    await chat.say('Два месяца занимались с шестиклассниками алгеброй, оценки стали заметно выше.');
    await chat.sendPhoto();
    await chat.tap('common:button.done');
    await chat.tap('credit:button.send');
    expect(chat.keys).toEqual(['credit:report.sent']);

    const credit = await host.decideReport(null);
    expect(chat.shown.slice(-3).map((each) => each.message.texts[0]?.key)).toEqual([
      'credit:notice.report-approved',
      'credit:notice.payout-ordered',
      'credit:notice.recredit-granted',
    ]);
    await chat.tap('credit.request-recredit');
    expect(chat.keys).toEqual(['credit:recredit.sent']);
    await unwrap(settlePayout(stage.ctx, centre(), { creditId: credit, paid: true, bankReference: 'BR-1' }));
    await unwrap(decideRecredit(stage.ctx, registrar(), { creditId: credit, confirm: true }));
    await stage.carryOn();
    const words = chat.shown.slice(-4).map((each) => each.message.texts[0]?.key);
    expect(words).toContain('credit:notice.payout-paid');
    expect(words).toContain('credit:notice.recredit-confirmed');
    expect(words).toContain('documents:notice.issued');
    await chat.say('/status');
    expect(chat.words).toContain('перечислена на Ваш счёт');
    expect(chat.words).toContain('Вуз перезачёл 2 академических кредита');
  }, 30_000);
});
