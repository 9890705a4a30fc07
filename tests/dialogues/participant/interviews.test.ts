// Finding a project, booking, calling off, and answering an invitation.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declineStudent } from '../../../engine/programmes/credit/programme.ts';
import { BIN, by, Host, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

describe('finding and booking', () => {
  it('leads on where nothing is found', async () => {
    await host.publish('Далёкий', { region: '75' });
    const chat = await host.student();
    await chat.tap('credit.find');
    await chat.tap('elderly');
    await chat.tap('any');
    expect(chat.keys).toEqual([
      'credit:find.none',
      'common:dialogue.progress',
      'credit:find.which-direction',
    ]);
    await chat.tap('tutoring');
    await chat.tap('71');
    expect(chat.keys[0]).toBe('credit:find.none-here');
    await chat.tap('other');
    await chat.tap('75');
    expect(chat.keys).toContain('credit:find.which-project');
    await chat.tap('!back');
    expect(chat.keys).toContain('credit:find.which-region');
  });

  it('chooses another time when the last seat went to someone faster', async () => {
    const project = await host.publish('Алгебра');
    const slow = await host.student('1');
    const fast = await host.student('2');
    await slow.tapRaw(`go:credit.book:${project}`);
    await slow.tap('среда, 7 октября, 14:00');
    await host.book(fast, project, 1);
    expect(fast.keys).toEqual(['credit:book.done']);
    await slow.tap('credit:button.book');
    expect(slow.keys).toEqual(['credit:reason.slot-full', 'credit:book.card']);
    expect(slow.buttons[0]).toBe('вторник, 6 октября, 14:00');
    expect(slow.buttons).toHaveLength(2);
  });

  it('says at the start that three interviews are enough, and calls one off', async () => {
    const chat = await host.student();
    for (const title of ['Первый', 'Второй', 'Третий']) await host.book(chat, await host.publish(title));
    await chat.tapRaw('go:credit.find:');
    expect(chat.keys).toEqual(['credit:book.limit']);
    expect(chat.words).toContain('3 собеседования, больше одновременно нельзя');
    await chat.tap('credit.interviews');
    expect(chat.words).toContain('Ваши собеседования: 3 из 3');
    expect(chat.buttonKeys).not.toContain('credit:button.find');
    const list = chat.shown.at(-1);
    await chat.tap('Не приду: Второй');
    expect(chat.words).toContain('Второй');
    await chat.tap('credit:button.cancel-interview');
    expect(chat.keys).toEqual(['credit:interview.cancelled']);
    await chat.tap('Не приду: Второй', list);
    expect(chat.keys).toEqual(['credit:interview.over']);
    await chat.say('/menu');
    expect(chat.keys).toEqual(['credit:menu.interviews']);
    expect(chat.buttonKeys.slice(0, 3)).toEqual([
      'credit:button.find',
      'credit:button.interviews',
      'credit:button.identity',
    ]);
  });

  it('refuses a forged project, a forged interview and a second booking of one project', async () => {
    const project = await host.publish('Алгебра');
    const chat = await host.student();
    await chat.tapRaw('go:credit.book:nonsense');
    expect(chat.keys).toEqual(['credit:book.no-times']);
    await chat.tapRaw('go:credit.cancel-interview:nonsense');
    expect(chat.keys).toEqual(['credit:interview.over']);
    await host.book(chat, project, 0);
    await host.book(chat, project, 1);
    expect(chat.keys).toEqual(['credit:reason.already-booked']);
  });
});

describe('an invitation', () => {
  it('is accepted with chosen hours, naming what ends with it', async () => {
    const chat = await host.student();
    await host.book(chat, await host.publish('Запасной'));
    await host.book(chat, await host.publish('Алгебра'));
    await host.invite();
    const card = chat.shown.at(-1);
    await chat.tap('credit.accept');
    await chat.tap('50');
    expect(chat.words).toContain('запись на другое собеседование отменится: Запасной');
    await chat.tap('!back');
    await chat.tap('20');
    await chat.tap('credit:button.accept');
    const { settled } = await host.stage.carryOn();
    expect(settled.map((each) => each.message.texts[0]?.key)).toContain('credit:notice.card-accepted');
    expect(chat.newest).toContain('запись ещё на 1 собеседование отменена');
    await chat.tap('credit.accept', card);
    expect(chat.keys).toEqual(['credit:invitation.over']);
    await chat.tapRaw('go:credit.find:');
    expect(chat.keys).toEqual(['credit:book.busy']);
    expect((await host.record()).credits[0]?.target).toBe(20);
  });

  it('is declined, or lapses after a reminder', async () => {
    const chat = await host.student();
    await host.book(chat, await host.publish('Алгебра'));
    await host.invite();
    await chat.tap('credit.decline');
    await chat.tap('credit:button.decline');
    expect(chat.keys).toEqual(['credit:invitation.declined']);
    await host.book(chat, await host.publish('Геометрия'));
    await host.invite();
    await chat.say('/menu');
    expect(chat.keys).toEqual(['credit:menu.invited']);
    expect(chat.words).toContain('Ответьте до 12 октября, 23:59, потом место освободится.');
    await chat.tapRaw('go:credit.interviews:');
    expect(chat.buttonKeys).toContain('credit:button.decline-of');
    expect(chat.buttonKeys).not.toContain('credit:button.cancel-of');
    host.stage.clock.set('2026-10-12T10:00:00Z');
    await host.stage.carryOn();
    expect(chat.newest).toContain('Ответьте на приглашение в проект «Геометрия» до 12 октября, 23:59');
    host.stage.clock.set('2026-10-13T00:00:00Z');
    const { settled } = await host.stage.carryOn();
    expect(chat.newest).toContain('осталось без ответа');
    expect(settled.map((each) => each.message.texts[0]?.key)).toContain('credit:notice.card-lapsed');
    await chat.tap('credit.accept');
    expect(chat.keys).toEqual(['credit:invitation.over']);
  });

  it('may not come: the reason is told; before the interview there is a reminder', async () => {
    const chat = await host.student();
    await host.book(chat, await host.publish('Алгебра'), 1);
    host.stage.clock.set('2026-10-06T10:00:00Z');
    await host.stage.carryOn();
    expect(chat.newest).toContain('Скоро собеседование');
    const [interview] = (await host.record()).interviews;
    const command = by('head', { role: 'head', scope: `organisation:${BIN}` });
    const decision = { interviewId: interview?.id ?? '', reason: 'Нужен <опыт> с детьми' };
    await unwrap(declineStudent(host.stage.ctx, command, decision));
    await host.stage.carryOn();
    expect(chat.newest).toContain('Причина: Нужен <опыт> с детьми');
    expect(chat.buttonKeys).toEqual(['credit:button.find']);
  });

  it('offers other hours when the same were taken this year', async () => {
    const chat = await host.completed();
    await host.giveIdentity();
    await chat.tapRaw('go:credit.send-report:');
    await chat.say('Два месяца занимались с шестиклассниками алгеброй, оценки стали выше.');
    await chat.tap('!skip');
    await chat.tap('credit:button.send');
    await host.decideReport(null);
    host.stage.clock.set('2026-10-05T07:00:00Z');
    await host.book(chat, await host.publish('Второй проект'));
    await host.invite();
    await chat.tap('credit.accept');
    await chat.tap('20');
    await chat.tap('credit:button.accept');
    expect(chat.keys[0]).toBe('rules:credit.same-target-again');
    expect(chat.keys).toContain('credit:invitation.which-target');
    await chat.tap('50');
    await chat.tap('credit:button.accept');
    expect(chat.keys).toEqual(['credit:invitation.accepted']);
  });
});
