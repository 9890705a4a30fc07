// Hours, the report, where one stands, leaving: from the first working day to the last answer.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purge } from '../../../engine/jobs/purge.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { media } from '../../../engine/media/store.ts';
import { decideRecredit, settlePayout } from '../../../engine/programmes/credit/programme.ts';
import { centre, Host, registrar, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

const work = 'Решали задачи с учениками';

describe('photos of hours', () => {
  it('stay while they are in a draft or a report, and go with answers that were thrown away', async () => {
    const { ctx, clock } = host.stage;
    const chat = await host.working();
    clock.set('2026-10-08T12:00:00Z');
    const kept = async () => media.on(ctx.db).countDocuments();
    const later = async (days: number) => {
      clock.advance(days * DAY);
      await purge(ctx);
      return kept();
    };
    const begin = async () => {
      await chat.tapRaw('go:credit.report-hours:');
      await chat.say(work);
      await chat.sendPhoto();
    };
    await begin();
    await chat.say('/menu');
    // The draft waits: a week later it is taken up again.
    expect(await later(7)).toBe(1);
    await chat.tapRaw('go:credit.report-hours:');
    await chat.say('/cancel');
    expect(await kept()).toBe(1);
    expect(await later(1)).toBe(1);
    expect(await later(3)).toBe(0);
    await begin();
    await chat.tap('common:button.done');
    await chat.tap('Сегодня');
    await chat.say('07:00-09:00');
    await chat.tap('credit:button.send');
    expect(chat.keys[0]).toBe('credit:hours.sent');
    expect(await later(30)).toBe(1);
  });
});

describe('reporting hours', () => {
  it('hints each answer where it was refused, and keeps the rest', async () => {
    const chat = await host.working();
    host.stage.clock.set('2026-10-08T12:00:00Z');
    await chat.tapRaw('go:credit.report-hours:');
    await chat.say('коротко');
    expect(chat.words).toContain('нужно не меньше 10 знаков');
    await chat.say('я'.repeat(4_200));
    expect(chat.keys[0]).toBe('common:input.too-long');
    await chat.say(work);
    await chat.sendPhoto({ kind: 'voice' });
    expect(chat.keys[0]).toBe('common:dialogue.wrong-kind-of-file');
    await chat.sendPhoto({ group: 'album' });
    await chat.sendPhoto({ group: 'album' });
    expect(chat.words).toContain('Получено 2 из 5');
    await chat.tap('common:button.done');
    await chat.tap('Сегодня');
    await chat.say('с утра');
    expect(chat.keys[0]).toBe('common:field.time.unreadable');
    await chat.say('16:00-20:00');
    await chat.tap('credit:button.send');
    expect(chat.keys).toEqual([
      'credit:reason.hours-in-future',
      'common:dialogue.progress',
      'credit:hours.which-time',
    ]);
    await chat.say('09:00-19:00');
    await chat.tap('credit:button.send');
    expect(chat.keys[0]).toBe('credit:reason.hours-in-future');
    await chat.say('07:00-16:30');
    await chat.tap('credit:button.send');
    expect(chat.words).toContain('не больше 8 ч. На 8 октября осталось 8 ч');
    await chat.tap('!back');
    await chat.say('04.10');
    await chat.say('09:00-10:00');
    await chat.tap('credit:button.send');
    expect(chat.keys[0]).toBe('credit:reason.hours-before-start');
    await chat.say('25.12');
    await chat.say('14:00 2:30');
    expect(chat.words).toContain(
      'День: четверг, 25 декабря 2025 г.\nНачало: 14:00, длительность: 2 ч 30 мин',
    );
    await chat.tap('credit:button.send');
    expect(chat.keys[0]).toBe('credit:reason.hours-before-start');
    await chat.tap('Вчера');
    await chat.say('09:00-13:00');
    expect(chat.words).toContain(
      `День: среда, 7 октября\nНачало: 09:00, длительность: 4 ч\n${work}\nФото: 2`,
    );
    await chat.tap('credit:button.send');
    expect(chat.words).toContain('ждёт подтверждения 4 ч');
    await host.reportHours(chat, '07.10', '12:00-14:00');
    expect(chat.keys[0]).toBe('credit:reason.hours-overlap');
    expect(chat.words).toContain('7 октября, начало в 09:00, 4 ч');
  });

  it('hears what became of them', async () => {
    const chat = await host.working();
    host.stage.clock.set('2026-10-08T12:00:00Z');
    await host.reportHours(chat, '07.10', '09:00-13:00');
    await host.decideHours('Укажите класс');
    expect(chat.newest).toContain('Причина: Укажите класс');
    await chat.tap('credit:button.report-again');
    expect(chat.words).toContain(`День: среда, 7 октября\nНачало: 09:00, длительность: 4 ч\n${work}`);
    await chat.tap('common:button.change');
    await chat.tap('credit:change.time');
    await chat.say('09:00-13:30');
    expect(chat.words).toContain('Начало: 09:00, длительность: 4 ч 30 мин');
    await chat.tap('credit:button.send');
    await host.decideHours(null);
    expect(chat.newest).toContain('▰▰▱▱▱▱▱▱▱▱');
    expect(chat.newest).toContain('Подтверждено 4 ч 30 мин из 20 ч, осталось 15 ч 30 мин');
    await chat.say('/status');
    expect(chat.keys).toEqual([
      'credit:status.progress',
      'credit:status.next-hours',
      'credit:status.no-account',
    ]);
    expect(chat.buttonKeys).toEqual([
      'credit:button.report-hours',
      'credit:button.identity',
      'credit:button.leave',
      'common:button.menu',
    ]);
    await chat.tapRaw('go:credit.send-report:');
    expect(chat.keys).toEqual(['credit:report.hours-short']);
  });

  it('sees what came back in menu and status until it is written anew', async () => {
    const chat = await host.working();
    host.stage.clock.set('2026-10-08T12:00:00Z');
    await host.reportHours(chat, '07.10', '09:00-13:00');
    await host.decideHours('Укажите класс');
    for (const command of ['/menu', '/status']) {
      await chat.say(command);
      expect(chat.keys).toContain('credit:status.hours-returned');
      expect(chat.words).toContain('4 ч за 7 октября вернули: Укажите класс');
      expect(chat.buttonKeys[0]).toBe('credit:button.correct-hours');
    }
    await chat.tap('credit:button.correct-hours');
    expect(chat.words).toContain(`День: среда, 7 октября\nНачало: 09:00, длительность: 4 ч\n${work}`);
    await chat.tap('credit:button.send');
    await chat.say('/status');
    expect(chat.keys).not.toContain('credit:status.hours-returned');
    expect(chat.buttonKeys).not.toContain('credit:button.correct-hours');
    expect((await host.record()).credits[0]?.entries).toMatchObject([
      { state: 'returned' },
      { state: 'reported', corrects: (await host.record()).credits[0]?.entries[0]?.id },
    ]);
  });

  it('goes on after a day and a glance at the status', async () => {
    const chat = await host.working();
    host.stage.clock.set('2026-10-08T12:00:00Z');
    await chat.tapRaw('go:credit.report-hours:');
    await chat.say(work);
    host.stage.clock.set('2026-10-09T12:00:00Z');
    await chat.say('/status');
    await chat.tap('!skip', chat.shown.at(-2));
    expect(chat.keys).toContain('credit:hours.which-date');
    await chat.say('/menu');
    expect(chat.buttonKeys).toContain('common:button.resume');
    await chat.tap('common:button.resume');
    await chat.tap('Сегодня');
    await chat.say('09-13');
    expect(chat.words).toContain('пятница, 9 октября');
  });
});

describe('a double tap', () => {
  it('reports once: its other half is silent, and a tap of later finds the button stale', async () => {
    const chat = await host.working();
    host.stage.clock.set('2026-10-08T12:00:00Z');
    await chat.tapRaw('go:credit.report-hours:');
    await chat.say(work);
    await chat.tap('!skip');
    await chat.sayAll('07.10', '09:00-13:00');
    const review = chat.shown.at(-1);
    await chat.tap('credit:button.send', review);
    await chat.tap('credit:button.send', review);
    expect(chat.turn?.replies).toEqual([]);
    expect(chat.turn?.toast).toBeNull();
    await chat.tap('credit:button.send', review, 10_000);
    expect(chat.turn?.toast?.key).toBe('common:dialogue.stale-button');
    expect(chat.keys).toEqual(['common:dialogue.stale-button', 'credit:menu.working']);
    expect((await host.record()).credits[0]?.entries).toHaveLength(1);
  });
});

describe('the report', () => {
  it('is returned, revised and approved; money and credits have their setbacks', async () => {
    const chat = await host.completed();
    expect(chat.shown.slice(-3).map((each) => each.message.texts[0]?.key)).toEqual([
      'credit:notice.hours-confirmed',
      'credit:notice.hours-confirmed',
      'credit:notice.hours-complete',
    ]);
    await host.giveIdentity();
    expect(chat.buttonKeys).toEqual(['credit:button.send-report']);
    await chat.tap('credit.send-report');
    await chat.say('Мало');
    expect(chat.words).toContain('не меньше 50 знаков');
    const report = 'Два месяца занимались с шестиклассниками <алгеброй>, оценки стали выше.';
    await chat.say(report);
    await chat.tap('!skip');
    expect(chat.words).toContain(report);
    await chat.tap('credit:button.send');
    await chat.tapRaw('go:credit.report-hours:');
    expect(chat.keys).toEqual(['credit:reason.hours-closed']);
    await chat.tapRaw('go:credit.send-report:');
    expect(chat.keys).toEqual(['credit:reason.report-already-sent']);
    await host.decideReport('Добавьте, сколько было учеников');
    expect(chat.newest).toContain('Комментарий: Добавьте, сколько было учеников');
    await chat.say('/status');
    expect(chat.words).toContain('↩ Отчёт вернули на доработку');
    await chat.tap('credit.send-report');
    expect(chat.words).toContain(report);
    await chat.tap('common:button.change');
    expect(chat.buttonKeys).not.toContain('credit:change.no-photos');
    await chat.tap('credit:change.report');
    await chat.say(`${report} Было двенадцать учеников.`);
    expect(chat.words).toContain('Было двенадцать учеников.');
    await chat.tap('credit:button.send');
    const creditId = await host.decideReport(null);
    const { ctx } = host.stage;
    await unwrap(settlePayout(ctx, centre(), { creditId, paid: false, reason: 'Счёт закрыт' }));
    await host.stage.carryOn();
    expect(chat.newest).toContain('Причина: Счёт закрыт');
    expect(chat.buttonKeys).toEqual(['credit:button.identity']);
    await chat.say('/status');
    expect(chat.keys[0]).toBe('credit:status.complete');
    expect(chat.buttonKeys.slice(1, 3)).toEqual(['credit:button.request-recredit', 'credit:button.identity']);
    await chat.tap('credit.request-recredit');
    await chat.tapRaw(`go:credit.request-recredit:${creditId}`);
    expect(chat.keys).toEqual(['credit:reason.recredit-requested']);
    await unwrap(decideRecredit(ctx, registrar(), { creditId, confirm: false, reason: 'Нет копии приказа' }));
    await host.stage.carryOn();
    expect(chat.newest).toContain('Причина: Нет копии приказа');
    await chat.tap('credit.request-recredit');
    expect(chat.keys).toEqual(['credit:recredit.sent']);
    await chat.tapRaw('go:credit.request-recredit:nonsense');
    expect(chat.keys).toEqual(['credit:recredit.none']);
  });
});

describe('leaving', () => {
  it('says first what is lost', async () => {
    const chat = await host.working();
    await chat.tapRaw('go:credit.leave:');
    expect(chat.words).toContain('не оплатят');
    await chat.say('/cancel');
    await chat.say('/menu');
    expect(chat.keys).toEqual(['credit:menu.working']);
    await chat.tapRaw('go:credit.leave:');
    await chat.tap('credit:button.leave');
    expect(chat.keys).toEqual(['credit:leave.done']);
    await host.stage.carryOn();
    expect(chat.newest).toContain('место освободилось');
    await chat.say('/status');
    expect(chat.words).toContain('Вы вышли из этого проекта');
    for (const id of ['leave', 'report-hours', 'send-report']) {
      await chat.tapRaw(`go:credit.${id}:`);
      expect(chat.keys).toEqual(['credit:reason.no-participation']);
    }
    await chat.say('/menu');
    expect(chat.keys).toEqual(['credit:menu.free']);
  });
});
