// The staff desk besides decisions: joining, registering an organisation, projects, invitations, the queue, the menu.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '../../../engine/kernel/languages.ts';
import { openProjects } from '../../../engine/programmes/credit/programme.ts';
import { staffDesk } from '../../support/credit/desks.ts';
import {
  BIN,
  bookedInterview,
  type Cast,
  OTHER_BIN,
  openCast,
  publishedProject,
  reportedHours,
  startedCredit,
} from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

const linkIn = (words: string): string => /start=(\w+)/u.exec(words)?.[1] ?? '';

describe('joining', () => {
  it('by link: language, name, role and what comes next; the link works once', async () => {
    // The only role that a head gives, in the only place where they do.
    await cast.chats.head.tapRaw('go:staff.invite:');
    const secret = linkIn(cast.chats.head.words);
    expect(secret).toHaveLength(32);
    const newcomer = cast.stage.talkTo(staffDesk, '900', 'kk');
    await newcomer.say(`/start ${secret}`);
    await newcomer.tap('kk');
    expect(newcomer.keys).toEqual(['staff:join.offer', 'staff:join.name']);
    expect(newcomer.words).toContain('Демалыс орталығы');
    await newcomer.say('Жаңабаев Жаңа');
    expect(newcomer.keys).toEqual(['staff:join.done', 'credit-staff:next.coordinator']);
    await newcomer.tap('menu');
    expect(newcomer.buttonKeys).toContain('credit-staff:button.projects');
    expect(newcomer.buttonKeys).not.toContain('credit-staff:button.new-project');
    const late = cast.stage.talkTo(staffDesk, '901', 'en');
    await late.say(`/start ${secret}`);
    await late.tap('en');
    expect(late.keys).toEqual(['common:reason.link-used']);
  });

  it('does not ask the name of someone known', async () => {
    await cast.chats.operator.tapRaw('go:staff.invite:');
    await cast.chats.operator.tap('financial-centre');
    const secret = linkIn(cast.chats.operator.words);
    await cast.chats.stranger.say(`/start ${secret}`);
    expect(cast.chats.stranger.keys).toContain('credit-staff:next.financial-centre');
  });

  it('without a link offers to register an organisation', async () => {
    const newcomer = cast.stage.talkTo(staffDesk, '900', 'kk');
    await newcomer.say('/start');
    await newcomer.tap('kk');
    expect(newcomer.keys).toEqual(['credit-staff:about']);
    expect(newcomer.buttonKeys[0]).toBe('organisations:button.register');
  });
});

describe('an organisation', () => {
  it('is registered by a newcomer, who becomes its head', async () => {
    const newcomer = cast.stage.talkTo(staffDesk, '900', 'ru');
    await newcomer.say('/start');
    await newcomer.tap('ru');
    await newcomer.tap('organisations:button.register');
    expect(newcomer.keys).toContain('organisations:register.head-name');
    await newcomer.say('Новикова Новая');
    await newcomer.say('1234');
    expect(newcomer.keys[0]).toBe('common:reason.bin-length');
    await newcomer.sayAll(OTHER_BIN, 'Волонтёры примера');
    await newcomer.tap('volunteer');
    await newcomer.say('Астана');
    await newcomer.say('Астана, улица Примерная, 5');
    await newcomer.tap('!done');
    expect(newcomer.keys[0]).toBe('organisations:register.activities-none');
    await newcomer.tap('tutoring');
    await newcomer.say('4, 2');
    expect(newcomer.keys[0]).toBe('common:dialogue.choose-a-button');
    await newcomer.say('работа с пожилыми, репетиторство');
    await newcomer.tap('elderly');
    expect(newcomer.buttons.filter((each) => each.startsWith('✅'))).toEqual([]);
    await newcomer.tap('leisure');
    await newcomer.tap('common:button.done');
    await newcomer.say('sample@example.kz');
    expect(newcomer.words).toContain('Досуг детей');
    await newcomer.tap('organisations:button.send');
    expect(newcomer.keys).toEqual(['organisations:register.sent']);
    const { told } = await cast.stage.carryOn();
    expect(told.map((each) => each.message.texts[0]?.key)).toContain(
      'organisations:notice.no-accreditor.volunteer',
    );
    await newcomer.say('/menu');
    expect(newcomer.buttonKeys).toContain('credit-staff:button.new-project');
    await newcomer.tap('credit-staff:button.new-project');
    expect(newcomer.keys).toEqual(['credit-staff:project.none']);
  });

  it('is not registered twice', async () => {
    await cast.chats.stranger.tapRaw('go:org.register:');
    await cast.chats.stranger.sayAll(BIN, 'Самозванцы');
    await cast.chats.stranger.tap('local');
    await cast.chats.stranger.say('Алматы');
    await cast.chats.stranger.say('Алматы, Ойдан, 1');
    await cast.chats.stranger.tap('leisure');
    await cast.chats.stranger.tap('common:button.done');
    await cast.chats.stranger.say('sample@example.kz');
    await cast.chats.stranger.tap('organisations:button.send');
    expect(cast.chats.stranger.keys).toEqual(['organisations:register.bin-known']);
  });
});

describe('a project', () => {
  it('is published in words and buttons, and can be found', async () => {
    await cast.stage.carryOn();
    await cast.chats.accreditor.tap('org.accredit');
    await cast.stage.carryOn();
    const { head } = cast.chats;
    await head.tap('credit.project-new');
    expect(head.buttons.slice(0, 2)).toEqual(['Досуг детей', 'Работа с пожилыми людьми']);
    await head.tap(`${BIN}.elderly`);
    await head.sayAll('Помощь рядом', 'Студенты помогают пожилым людям по дому.');
    await head.tap('75');
    await head.sayAll('Алматы, Примерная, 7', '12.10.2026', '01.10.2026');
    expect(head.keys[0]).toBe('common:field.date.in-past');
    await head.say('11.10.2026');
    expect(head.keys[0]).toBe('credit-staff:project.to-before-from');
    await head.sayAll('30.11.2026', '3');
    expect(head.keys.at(-1)).toBe('credit-staff:project.slots');
    await head.say('завтра в три');
    expect(head.keys[0]).toBe('credit-staff:project.slot-unreadable');
    await head.say('08.10.2026 15:00 4\n07.10.2026 14:00 5');
    await head.say('07.10.2026 14:00 5');
    expect(head.keys).toContain('credit-staff:project.slot-twice');
    await head.say('09.10.2026 10:00 2');
    await head.tap('credit-staff:button.remove-last');
    await head.tap('credit-staff:button.done');
    expect(head.words).toContain('первое — 7 октября, 14:00');
    await head.tap('credit-staff:button.publish');
    expect(head.keys).toEqual(['credit-staff:project.published']);
    const [found] = await openProjects(cast.stage.ctx, { direction: 'elderly' });
    expect(found).toMatchObject({ title: 'Помощь рядом', placesLeft: 3, from: '2026-10-12' });
    expect(found?.slots.map((slot) => slot.left)).toEqual([5, 4]);
    await head.tap('org.projects');
    expect(head.words).toContain('Свободно мест: 3 из 3');
    await cast.chats.stranger.tapRaw('go:org.projects:');
    expect(cast.chats.stranger.keys).toEqual(['credit-staff:project.own-none']);
  });

  it('is the head’s to publish', async () => {
    await publishedProject(cast);
    for (const role of ['coordinator', 'operator', 'accreditor'] as const) {
      await cast.chats[role].tapRaw(`go:credit.project-new:${BIN}`);
      expect(cast.chats[role].keys).toEqual(['credit-staff:project.none']);
    }
  });
});

describe('invitations', () => {
  it('offer each role its own scope', async () => {
    const { operator } = cast.chats;
    const paths: readonly (readonly string[])[] = [
      ['head', BIN],
      ['accreditor', 'network:nvs'],
      ['accreditor', 'region:75'],
      ['registrar', 'university:sample'],
      ['operator', 'programme:credit'],
      ['financial-centre'],
    ];
    for (const [role = '', scope] of paths) {
      await operator.tapRaw('go:staff.invite:');
      await operator.tap(role);
      if (role === 'head') {
        await operator.say(OTHER_BIN);
        expect(operator.keys[0]).toBe('common:reason.organisation-unknown');
        await operator.say(scope ?? '');
      } else if (scope) await operator.tap(scope);
      expect(operator.keys).toEqual(['staff:invite.link']);
    }
  });

  it('are refused to those who may not give a role', async () => {
    for (const role of ['operator', 'financial-centre', 'student', 'nonsense', '']) {
      await cast.chats.head.tapRaw(`go:staff.invite-to:${role}`);
      expect([role, cast.chats.head.keys]).toEqual([role, ['common:reason.not-allowed']]);
    }
    for (const role of ['coordinator', 'accreditor', 'centre'] as const) {
      await cast.chats[role].tapRaw('go:staff.invite:');
      expect(cast.chats[role].keys).toEqual(['common:reason.not-allowed']);
    }
  });
});

describe('the queue', () => {
  it('counts what waits, opens it one by one and lets it wait', async () => {
    const id = await startedCredit(cast);
    const first = await reportedHours(cast, '2026-10-06', 60);
    const second = await reportedHours(cast, '2026-10-07', 60);
    cast.stage.clock.set('2026-10-14T06:00:00Z');
    const { coordinator } = cast.chats;
    await coordinator.say('/queue');
    expect(coordinator.keys).toEqual(['reviews:queue.title', 'reviews:queue.line-overdue']);
    expect(coordinator.words).toContain('Часы: 2, просрочено: 1');
    await coordinator.tap('staff.next');
    await coordinator.tap(`staff.later:hours.${first}`);
    expect(coordinator.turn?.replies[0]?.place).toBe('tapped');
    await coordinator.tap(`staff.next:hours.${first}`);
    await coordinator.tap(`credit.hours-confirm:${second}`);
    await coordinator.tap('staff.next');
    await coordinator.tap(`credit.hours-confirm:${first}`);
    await coordinator.tap('reviews:button.next');
    expect(coordinator.keys).toEqual(['reviews:queue.empty']);
    expect(id).not.toBe('');
  });

  it('is empty for those with nothing to decide, and shows no card of others', async () => {
    const id = await bookedInterview(cast);
    for (const role of ['stranger', 'operator', 'centre'] as const) {
      await cast.chats[role].say('/status');
      expect(cast.chats[role].keys).toEqual(['reviews:queue.empty']);
      await cast.chats[role].tapRaw(`go:staff.open:interview.${id}`);
      expect(cast.chats[role].keys).toEqual(['common:reason.not-allowed']);
    }
    await cast.chats.head.tapRaw('go:staff.open:nonsense');
    expect(cast.chats.head.keys).toEqual(['reviews:reason.gone']);
  });

  it('does not disturb what is under way', async () => {
    const id = await bookedInterview(cast);
    await cast.chats.head.tapRaw(`go:credit.project-new:${BIN}`);
    await cast.chats.head.tap(`${BIN}.leisure`);
    await cast.chats.head.tap(`credit.invite:${id}`);
    expect(cast.chats.head.keys[0]).toBe('credit-staff:result.interview.invited');
    await cast.chats.head.say('Игры во дворе школы');
    expect(cast.chats.head.keys.at(-1)).toBe('credit-staff:project.description');
  });
});

describe('the menu', () => {
  it('offers what the roles allow, in every language', async () => {
    const offered = async (role: keyof typeof cast.chats) => {
      await cast.chats[role].say('/menu');
      return cast.chats[role].buttonKeys.map((key) => key.replace(/^[\w-]+:button\./, ''));
    };
    expect(await offered('head')).toEqual([
      ...['queue', 'new-project', 'projects', 'invite-as', 'roles', 'languages'],
    ]);
    expect(await offered('accreditor')).toEqual(['queue', 'organisations', 'languages']);
    expect(await offered('centre')).toEqual(['queue', 'languages']);
    expect(await offered('operator')).toEqual(['invite', 'roles', 'languages']);
    for (const language of languages) {
      await cast.chats.head.tapRaw('go:shared.language:');
      await cast.chats.head.tap(language);
      await cast.chats.head.say('/help');
      expect(cast.chats.head.language).toBe(language);
    }
  });
});
