// The first minutes: language, consent, registration; everything that can come in between.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { inviteStaff } from '../../../engine/programmes/invitations.ts';
import { by, Host, IIN, unwrap } from './host.ts';

let host: Host;
beforeEach(async () => {
  host = await Host.open();
});
afterEach(() => host.stage.close());

describe('a newcomer', () => {
  it('chooses the language first, whatever was sent', async () => {
    const chat = host.chat('1');
    await chat.say('Здравствуйте');
    expect(chat.keys).toEqual(['common:welcome.greeting']);
    await chat.say('Қазақша');
    expect(chat.turn?.language).toBe('kk');
    expect(chat.words).toContain('Әлеуметтік студенттік кредит');
  });

  it('is led to registration from every credit dialogue', async () => {
    const chat = host.chat('1');
    await chat.say('/start');
    await chat.tap('ru');
    const dialogues = ['find', 'book', 'interviews', 'accept', 'decline', 'cancel-interview', 'identity'];
    for (const id of [...dialogues, 'report-hours', 'send-report', 'status', 'request-recredit', 'leave']) {
      await chat.tapRaw(`go:credit.${id}:whatever`);
      expect([id, chat.keys]).toEqual([id, ['credit:register.needed']]);
      expect(chat.buttonKeys).toEqual(['credit:button.register', 'common:button.menu']);
    }
    await chat.say('/menu');
    expect(chat.buttonKeys).toEqual([
      'credit:button.register',
      'common:button.language',
      'common:button.help',
    ]);
    await chat.say('/mydata');
    expect(chat.keys).toEqual(['common:my-data.nothing']);
  });

  it('is told what declining consent means, and nothing is kept', async () => {
    const chat = host.chat('1');
    await chat.say('/start');
    await chat.tap('en');
    await chat.tap('credit.register');
    await chat.tap('no');
    expect(chat.keys).toEqual(['credit:register.declined']);
    expect(await personOfChat(host.stage.ctx, 'participant.telegram.1')).toBeNull();
  });

  it('goes back, hints, pauses and changes the language without losing an answer', async () => {
    const chat = host.chat('1');
    await chat.say('/start');
    await chat.tap('ru');
    await chat.tap('credit.register');
    await chat.say('да');
    expect(chat.keys[0]).toBe('common:dialogue.tap-to-decide');
    await chat.tap('yes');
    const consent = chat.shown.at(-2);
    await chat.sendSticker();
    expect(chat.keys).toContain('common:input.sticker');
    await chat.say('Айгүл');
    expect(chat.words).toContain('хотя бы фамилия и имя');
    await chat.say('Үлгі Айгүл');
    await chat.tap('yes', consent);
    expect(chat.turn?.toast?.key).toBe('common:dialogue.stale-button');
    await chat.tap('mysal');
    await chat.tap('!back');
    expect(chat.keys).toContain('credit:register.which-university');
    await chat.say('Университет «Үлгі»');
    await chat.say('/lang');
    await chat.tap('Қазақша');
    expect(chat.keys).toEqual([
      'common:language.changed',
      'common:dialogue.back-to-it',
      'common:dialogue.progress',
      'credit:register.which-year',
    ]);
    expect(chat.words).toContain('Нешінші курста');
    await chat.say('/help');
    await chat.say('/start');
    expect(chat.keys[0]).toBe('common:dialogue.draft-kept');
    await chat.tap('3-курс');
    await chat.tap('common:button.next');
    await chat.tap('common:button.previous');
    await chat.say('Астана');
    await chat.say('87012');
    expect(chat.words).toContain('Нөмірде 11 цифр болады');
    await chat.send({ kind: 'contact', phone: '77012345678', own: true });
    expect(chat.keys).toContain('register:which-birth-date');
    await chat.say('14 мамыр');
    expect(chat.keys[0]).toBe('common:field.birth-date.no-year');
    await chat.say('былтыр');
    expect(chat.keys[0]).toBe('common:field.birth-date.unreadable');
    await chat.say('14.05.2031');
    expect(chat.keys[0]).toBe('common:field.date.in-future');
    await chat.say('2005 ж. 14 мамыр');
    expect(chat.words).toContain('«Үлгі» университеті, 3-курс');
    await chat.tap('credit:button.register');
    expect(chat.keys).toEqual(['credit:register.done']);
    const person = await personOfChat(host.stage.ctx, 'participant.telegram.1');
    expect(person).toMatchObject({
      name: 'Үлгі Айгүл',
      language: 'kk',
      region: '71',
      phone: '+77012345678',
      student: { universityId: 'ulgi', year: 3 },
    });
  });

  it('registers once, and may cancel before', async () => {
    const chat = host.chat('1');
    await chat.say('/start');
    await chat.tap('ru');
    await chat.tap('credit.register');
    await chat.say('/cancel');
    expect(chat.keys).toEqual(['common:dialogue.cancelled', 'credit:menu.guest']);
    const student = await host.student('2');
    await student.tapRaw('go:credit.register:');
    expect(student.keys).toEqual(['common:reason.already-registered']);
  });

  it('never leaves a personal number in the chat', async () => {
    const chat = await host.student();
    await chat.tap('credit.find');
    await chat.say(`мой ИИН ${IIN}`);
    expect(chat.turn?.removeOwn).toBe(true);
    expect(chat.keys).toEqual([
      'common:sensitive.removed',
      'common:dialogue.progress',
      'credit:find.which-direction',
    ]);
  });
});

describe('a registered student', () => {
  it('opens the form, sees what is kept, switches the language of notices', async () => {
    const chat = await host.student();
    await chat.tapRaw('go:credit.identity:');
    expect(chat.keys).toEqual(['credit:identity.first']);
    await chat.say('/mydata');
    expect(chat.keys).toContain('common:my-data.no-numbers');
    await host.giveIdentity();
    expect(chat.newest).toContain('заканчивается на 0100');
    expect(chat.buttonKeys).toEqual(['credit:button.find']);
    await chat.tapRaw('go:credit.identity:');
    expect(chat.keys).toEqual(['credit:identity.again']);
    await chat.say('/mydata');
    expect(chat.words).toContain('Согласие дано 5 октября 2026');
    expect(chat.words).not.toContain(IIN);
    await chat.say('/lang');
    await chat.tap('kk');
    const person = await personOfChat(host.stage.ctx, 'participant.telegram.1');
    expect(person?.language).toBe('kk');
  });

  it('opens links that were meant for another place, and is told of spent ones', async () => {
    const chat = await host.student();
    await chat.say('/start unknown-secret');
    expect(chat.keys).toEqual(['common:reason.link-used']);
    const operator = by('operator', { role: 'operator', scope: 'all' });
    const grant = { role: 'registrar', scope: 'university:mysal' } as const;
    await chat.say(`/start ${await unwrap(inviteStaff(host.stage.ctx, operator, grant))}`);
    expect(chat.keys).toEqual(['common:link.for-staff']);
    const form = await openIdentityForm(host.stage.ctx, await host.personId('1'));
    await chat.say(`/start ${form}`);
    expect(chat.keys).toEqual(['common:link.form']);
    expect(chat.shown.at(-1)?.message.buttons?.[0]?.[0]?.action).toEqual({
      url: `https://qadam.example/forms/${form}`,
    });
    const newcomer = host.chat('7');
    await newcomer.say('/start unknown-secret');
    await newcomer.tap('ru');
    expect(newcomer.keys).toEqual(['common:reason.link-used']);
  });

  it('answers commands, unknown ones too', async () => {
    const chat = await host.student();
    await chat.say('/help');
    expect(chat.keys).toEqual(['credit:help', 'common:help.participant']);
    await chat.say('/nonsense');
    expect(chat.keys).toEqual(['common:dialogue.unknown-command']);
    await chat.say('что?');
    expect(chat.keys[0]).toBe('common:dialogue.not-understood');
    await chat.say('/cancel');
    expect(chat.keys[0]).toBe('common:dialogue.nothing-to-cancel');
  });
});
