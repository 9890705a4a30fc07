// Invitations at both desks: what one may give is offered where one acts, the link opens where the role acts, and the
// refusals say what to do.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { participantDesk } from '../../bot/dialogues/participant.ts';
import { staffDesk } from '../../bot/dialogues/staff.ts';
import type { Grant } from '../../engine/kernel/actor.ts';
import { keptMails } from '../../engine/notify/mail/send.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import { takeGrant } from '../../engine/people/staff.ts';
import { held, programmes } from '../engine/roles/fair.ts';
import { newCommand, newStaff } from '../support/credit/cast.ts';
import type { TranscriptChat } from '../support/transcript/chat.ts';
import { openStage, type Stage } from '../support/transcript/stage.ts';

const participants = await participantDesk(programmes);
const staff = await staffDesk(programmes);

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ programmes });
});
afterEach(() => stage.close());

const linkIn = (chat: TranscriptChat): string => /start=(\w+)/u.exec(chat.words)?.[1] ?? '';

/** Somebody with roles who talks at one of the desks. */
async function holder(at: 'staff' | 'participant', name: string, ...grants: readonly Grant[]) {
  await newStaff(stage.ctx, name, grants, (each) => `${at}.telegram.${each}`);
  return stage.talkTo(at === 'staff' ? staff : participants, name, 'en');
}

const grantsAt = async (chat: string) => (await personOfChat(stage.ctx, chat))?.grants;

describe('a leader at the participants’ desk', () => {
  it('invites from the menu; whoever is unknown joins there with their name', async () => {
    const leader = await holder('participant', '1', held('walk-leader', 'walk:dawn'));
    await leader.tapRaw('go:tiny.join:');
    await leader.say('To lead a walk');
    await leader.say('/menu');
    await leader.tap('staff:button.invite-as');
    expect(leader.keys).toEqual(['staff:invite.link']);
    expect(leader.words).toContain('https://qadam.example/participant?start=');
    const guide = stage.talkTo(participants, '2', 'en');
    await guide.say(`/start ${linkIn(leader)}`);
    await guide.tap('en');
    expect(guide.keys).toEqual(['staff:join.offer', 'staff:join.name']);
    expect(guide.words).toContain('Role: The walk\nWhere: dawn');
    await guide.say('Mysalov Kanat');
    expect(guide.keys).toEqual(['staff:join.done', 'staff:next.any']);
    expect(await grantsAt('participant.telegram.2')).toEqual([held('walk-guide', 'walk:dawn')]);
    await guide.tapRaw('go:staff.invite:');
    expect(guide.keys).toEqual(['common:reason.not-allowed']);
  });

  it('their link, opened at the staff desk, leads to the participants’', async () => {
    const leader = await holder('participant', '1', held('walk-leader', 'walk:dawn'));
    await leader.tapRaw('go:staff.invite:');
    const guide = await holder('staff', '2');
    await guide.say(`/start ${linkIn(leader)}`);
    expect(guide.keys).toEqual(['common:link.for-participants']);
    expect(guide.shown.at(-1)?.message.buttons?.[0]?.[0]?.action).toEqual({
      url: `https://qadam.example/participant?start=${linkIn(leader)}`,
    });
    // Nothing was spent on the way.
    const there = stage.talkTo(participants, '3', 'en');
    await there.say(`/start ${linkIn(leader)}`);
    await there.tap('en');
    expect(there.keys).toContain('staff:join.offer');
  });
});

describe('at the staff desk', () => {
  it('a place is chosen within one’s reach, and not asked for where there is one', async () => {
    const warden = await holder('staff', '1', held('walk-warden', 'region:75'));
    await warden.say('/menu');
    await warden.tap('staff:button.invite-as');
    expect(warden.keys).toEqual(['staff:invite.link']);
    const both = await holder(
      'staff',
      '2',
      held('walk-warden', 'region:75'),
      held('walk-warden', 'region:71'),
    );
    await both.tapRaw('go:staff.invite:');
    expect(both.buttons.slice(0, 2)).toEqual(['birch', 'oak']);
    await both.tap('oak');
    const school = stage.talkTo(staff, '3', 'en');
    await school.say(`/start ${linkIn(both)}`);
    await school.tap('en');
    await school.say('Mysalov Kanat');
    expect(await grantsAt('staff.telegram.3')).toEqual([held('walk-school', 'school:oak')]);
  });

  it('nobody chooses what is out of their reach: forged choices are refused', async () => {
    const warden = await holder(
      'staff',
      '1',
      held('walk-warden', 'region:75'),
      held('walk-warden', 'region:71'),
    );
    await warden.tapRaw('go:staff.invite-to:walk-school');
    const at = warden.shown.at(-1);
    await warden.tapRaw(`${at?.tag}:place:school:pine`);
    expect(warden.keys).toContain('common:dialogue.option-gone');
    await warden.tapRaw('go:staff.invite-to:walk-warden');
    expect(warden.keys).toEqual(['common:reason.not-allowed']);
  });

  it('an operator of one programme is offered its roles alone', async () => {
    const operator = await holder('staff', '1', held('operator', 'programme:tiny'));
    await operator.say('/menu');
    await operator.tap('staff:button.invite');
    expect(
      operator.shown
        .at(-1)
        ?.message.buttons?.flat()
        .flatMap(({ action }) => ('choice' in action ? [action.choice] : [])),
    ).toEqual([...['walk-guide', 'walk-warden', 'walk-school', '!cancel']]);
  });

  it('one’s own invitation is not for oneself, and a role apart is refused in words', async () => {
    const operator = await holder('staff', '1', held('operator', 'all'));
    await operator.tapRaw('go:staff.invite-to:financial-centre');
    const secret = linkIn(operator);
    await operator.say(`/start ${secret}`);
    expect(operator.keys).toEqual(['staff:join.offer', 'common:reason.own-invitation']);
    const accreditor = await holder('staff', '2', held('accreditor', 'region:75'));
    await accreditor.say(`/start ${secret}`);
    expect(accreditor.keys).toEqual(['staff:join.offer', 'common:reason.roles-apart']);
    expect(accreditor.words).toContain('«аккредитация организаций»');
    const centre = await holder('staff', '3');
    await centre.say(`/start ${secret}`);
    expect(centre.keys).toEqual([
      'staff:join.offer',
      'staff:join.done',
      'credit-staff:next.financial-centre',
    ]);
    expect(centre.words).toContain('Где: Социальный студенческий кредит');
  });
});

describe('a role is taken away in the chat', () => {
  it('by programme and name; it asks first, and the person hears of it', async () => {
    const operator = await holder('staff', '1', held('operator', 'all'));
    const warden = await holder(
      'staff',
      '2',
      held('walk-warden', 'region:75'),
      held('walk-warden', 'region:71'),
    );
    await operator.say('/roles');
    expect(operator.keys).toEqual(['common:dialogue.progress', 'staff:roles.section']);
    await operator.tap('tiny:title');
    expect(operator.keys).toEqual(['common:dialogue.progress', 'staff:roles.which']);
    expect(operator.buttons.slice(0, 2)).toEqual([
      expect.stringMatching(/^2 · Прогулка, .+/u),
      expect.stringMatching(/^2 · Прогулка, .+/u),
    ]);
    await operator.tap(String(operator.buttons[0]));
    expect(operator.keys.at(-1)).toBe('staff:roles.sure');
    expect(await grantsAt('staff.telegram.2')).toHaveLength(2);
    await operator.tap('staff:button.remove-role');
    expect(operator.keys).toEqual(['staff:roles.removed']);
    expect(await grantsAt('staff.telegram.2')).toHaveLength(1);
    await stage.carryOn();
    expect(warden.newest).toContain('С Вас снята роль: Прогулка');
  });

  it('not by those who may not give it, and never one’s own', async () => {
    const guide = await holder('staff', '1', held('walk-school', 'school:oak'));
    await guide.say('/roles');
    expect(guide.keys).toEqual(['common:reason.not-allowed']);
    const warden = await holder('staff', '2', held('walk-warden', 'region:75'));
    await holder('staff', '3', held('walk-school', 'school:birch'));
    await warden.say('/roles');
    expect(warden.buttons.slice(0, 1)).toEqual([expect.stringMatching(/^1 · .*oak$/u)]);
    expect(warden.buttons.join()).not.toContain('birch');
    const operator = await holder('staff', '4', held('operator', 'all'));
    await operator.say('/roles');
    await operator.tap('staff:section.operators');
    expect(operator.keys).toEqual(['staff:roles.nobody']);
  });

  it('that is gone meanwhile is said, and nothing else is taken', async () => {
    const operator = await holder('staff', '1', held('operator', 'programme:tiny'));
    await holder('staff', '2', held('walk-warden', 'region:75'), held('walk-warden', 'region:71'));
    await operator.say('/roles');
    await operator.tap(String(operator.buttons[0]));
    const person = await personOfChat(stage.ctx, 'staff.telegram.2');
    const [first] = person?.grants ?? [];
    const gone = operator.words.includes('Алматы') ? held('walk-warden', 'region:75') : first;
    await takeGrant(stage.ctx, newCommand(), person?._id ?? '', gone ?? held('walk-warden', 'region:75'));
    await operator.tap('staff:button.remove-role');
    expect(operator.keys).toEqual(['common:reason.role-gone']);
    expect(await grantsAt('staff.telegram.2')).toHaveLength(1);
  });
});

it('an invitation goes by e-mail from the chat; where no server is, it says so', async () => {
  const warden = await holder('staff', '1', held('walk-warden', 'region:75'));
  await warden.tapRaw('go:staff.invite:');
  await warden.tap('staff:button.by-mail');
  await warden.say('nobody');
  expect(warden.keys).toContain('common:reason.email-unreadable');
  await warden.say('oak@example.kz');
  expect(warden.keys).toEqual(['staff:mail.kept']);
  const [mail] = await keptMails(stage.ctx, 10);
  expect(mail).toMatchObject({ to: 'oak@example.kz', language: 'ru' });
  expect(JSON.stringify(mail?.texts)).toContain('https://qadam.example/staff?start=');
});

it('a newcomer at the staff desk is told where an invitation leads', async () => {
  const newcomer = stage.talkTo(staff, '9', 'en');
  await newcomer.tapRaw('go:staff.invited:');
  await newcomer.tap('en');
  await newcomer.tapRaw('go:staff.invited:');
  expect(newcomer.keys).toEqual(['staff:invited']);
});
