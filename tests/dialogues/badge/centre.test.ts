// A programme centre in the chats: application, decision, agreement, mentors with their first login, trained staff.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personOfChat } from '../../../engine/people/reach.ts';
import { centreOf } from '../../../engine/programmes/badge/programme.ts';
import { CENTRE_BIN, newOperator } from '../../support/badge/cast.ts';
import { openBadgeStage, staffDesk } from '../../support/badge/desks.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import type { Stage } from '../../support/transcript/stage.ts';

let stage: Stage;
let operator: TranscriptChat;
let head: TranscriptChat;
beforeEach(async () => {
  stage = await openBadgeStage();
  await newOperator(stage.ctx);
  operator = stage.talkTo(staffDesk, 'operator', 'ru');
  head = stage.talkTo(staffDesk, '900', 'ru');
});
afterEach(() => stage.close());

const said = (chat: TranscriptChat): readonly string[] =>
  chat.keys.filter((key) => key !== 'common:dialogue.progress');
const linkIn = (chat: TranscriptChat): string => /start=([\w-]+)/.exec(chat.words)?.[1] ?? '';
const grantsOf = async (chat: string) =>
  (await personOfChat(stage.ctx, `staff.telegram.${chat}`))?.grants.map(({ role, scope }) => [role, scope]);

async function applies(): Promise<void> {
  await head.say('/start');
  await head.tap('ru');
  await head.tapRaw('go:badge.centre-apply:');
  await head.say('Басшы Мысалов');
  await head.tap('register:button.save');
  await head.sayAll(CENTRE_BIN, 'Центр «Мысал»');
  await head.tap('71');
  await head.sayAll('Астана, Примерная, 1', 'centre@example.kz', 'Ведём молодёжные клубы с 2015 года');
  await head.tap('badge-staff:button.send');
  expect(said(head)).toEqual(['badge-staff:centre.sent']);
  await stage.carryOn();
}

async function isActive(): Promise<void> {
  await applies();
  await operator.tap(`badge.centre-accept:${CENTRE_BIN}`);
  await operator.tap('badge-staff:button.accept-centre');
  await stage.carryOn();
  expect(head.newest).toContain('19 октября');
  await head.tap(`badge.centre-sign:${CENTRE_BIN}`);
  await head.tap('badge-staff:button.sign-centre');
  expect(said(head)).toEqual(['badge-staff:centre.signed']);
  await stage.carryOn();
}

describe('a centre', () => {
  it('B-89: applies, and reads why it was refused', async () => {
    await applies();
    expect(operator.newest).toContain('Центр «Мысал»');
    await operator.tap(`badge.centre-refuse:${CENTRE_BIN}`);
    await operator.say('Нет наставников');
    await operator.tap('badge-staff:button.refuse-centre');
    await stage.carryOn();
    expect(head.newest).toContain('Нет наставников');
    await head.tapRaw('go:badge.centres:');
    expect(head.buttonKeys).toContain('badge-staff:button.apply-centre');
  });

  it('B-57 B-92: gives its mentors their first login, and nobody else does', async () => {
    await isActive();
    await head.tap('staff.invite-to:mentor');
    const secret = linkIn(head);
    expect(secret).toHaveLength(32);
    const mentor = stage.talkTo(staffDesk, '901', 'ru');
    await mentor.say(`/start ${secret}`);
    await mentor.tap('ru');
    expect(mentor.words).toContain('Центр «Мысал»');
    await mentor.say('Тәлімгер Мысалова');
    expect(said(mentor)).toContain('badge-staff:next.mentor');
    expect(await grantsOf('901')).toEqual([['mentor', `centre:${CENTRE_BIN}`]]);
    await mentor.tapRaw('go:staff.invite-to:mentor');
    expect(said(mentor)).toEqual(['common:reason.not-allowed']);
    await mentor.tapRaw('go:badge.mentees:');
    expect(said(mentor)).toEqual(['badge-staff:mentee.none']);
  });

  it('B-93: records trainings', async () => {
    await isActive();
    await head.tapRaw(`go:badge.training:${CENTRE_BIN}`);
    await head.say('Тәлімгер Мысалова');
    await head.tap('mentor');
    await head.say('Как проверять журнал');
    await head.tap('common:day.yesterday');
    await head.tap('badge-staff:button.save');
    expect(said(head)).toEqual(['badge-staff:training.saved']);
    expect((await centreOf(stage.ctx, CENTRE_BIN)).trained).toMatchObject([
      { name: 'Тәлімгер Мысалова', role: 'mentor', on: '2026-10-04' },
    ]);
  });
});

describe('the operator', () => {
  it.each([
    ['expert', 'region:71'],
    ['regional-coordinator', 'region:71'],
  ])('B-103: invites to the role %s', async (role, scope) => {
    await operator.tapRaw(`go:staff.invite-to:${role}`);
    await operator.tap(scope);
    const secret = linkIn(operator);
    expect(secret).toHaveLength(32);
    const invited = stage.talkTo(staffDesk, '902', 'ru');
    await invited.say(`/start ${secret}`);
    await invited.tap('ru');
    await invited.say('Шақырылған Мысалова');
    expect(said(invited)).toContain(`badge-staff:next.${role}`);
    expect(await grantsOf('902')).toEqual([[role, scope]]);
  });
});
