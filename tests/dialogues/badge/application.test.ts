// From «Өтініш беру» to «Қатысушы» in the chats: participant, operator, mentor; and a minor with a representative.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { giveGuardianConsent } from '../../../engine/people/guardian-consent.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { people } from '../../../engine/people/store.ts';
import { participationsOf } from '../../../engine/programmes/badge/programme.ts';
import { CENTRE_BIN, newBadgeStaff, type Staff } from '../../support/badge/cast.ts';
import { openBadgeStage, participantDesk, staffDesk } from '../../support/badge/desks.ts';
import { iinOf } from '../../support/identity/numbers.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';
import type { Stage } from '../../support/transcript/stage.ts';

let stage: Stage;
let staff: Staff;
let operator: TranscriptChat;
let head: TranscriptChat;
let mentor: TranscriptChat;
beforeEach(async () => {
  stage = await openBadgeStage();
  staff = await newBadgeStaff(stage.ctx);
  operator = stage.talkTo(staffDesk, 'operator', 'ru');
  head = stage.talkTo(staffDesk, `head-${CENTRE_BIN}`, 'ru');
  mentor = stage.talkTo(staffDesk, `mentor-${CENTRE_BIN}`, 'ru');
});
afterEach(() => stage.close());

/** What was said, without how far one has come. */
const said = (chat: TranscriptChat): readonly string[] =>
  chat.keys.filter((key) => key !== 'common:dialogue.progress');

/** Greeted and registered, up to the consent's question. */
async function begins(chat: TranscriptChat, born: string): Promise<void> {
  await chat.say('/start');
  await chat.tap('ru');
  await chat.tap('badge.apply');
  expect(said(chat)).toContain('register:intro.new');
  await chat.sayAll('Үлгі Айгүл', born);
  await chat.tap('71');
  await chat.tap('!skip');
  await chat.tap('yes');
}

async function fillsPage(chat: TranscriptChat): Promise<void> {
  await chat.tap('yes');
  expect(said(chat)).toEqual(['badge:page.title', 'badge:page.which-photo']);
  await chat.sendPhoto();
  await chat.tap('71');
  await chat.say('Астана, Примерная, 7');
  await chat.tap('school');
  await chat.say('Школа № 1');
  await chat.tap('71');
  await chat.sayAll('Люблю горы и домбру', 'Домбра');
}

async function choosesDirections(chat: TranscriptChat, profile = 'general'): Promise<void> {
  await chat.tap('!done');
  await chat.tap('section');
  await chat.say('Волейбол');
  await chat.tap('circle');
  await chat.say('Домбра');
  await chat.tap('national-culture');
  await chat.say('Войлок');
  await chat.tap('jardem');
  await chat.tap('jardem');
  await chat.tap(profile);
  await chat.tap(CENTRE_BIN);
  await chat.tap(staff.mentor.id);
}

async function applies(chat: TranscriptChat, born = '14.05.2005', profile = 'general'): Promise<void> {
  await begins(chat, born);
  await fillsPage(chat);
  await chat.tap('bronze');
  await choosesDirections(chat, profile);
  await chat.tap('badge:button.undertake');
}

const participationOfChat = async (id: string) => {
  const person = await personOfChat(stage.ctx, `participant.telegram.${id}`);
  const [found] = person ? await participationsOf(stage.ctx, person._id) : [];
  if (!found) throw new Error(`no participation in chat ${id}`);
  return found;
};

describe('somebody of age', () => {
  it('B-01 B-02 B-17 B-18: applies in the chat, reads the costs before signing, and never pays', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await begins(chat, '14.05.2005');
    expect(said(chat)).toEqual(['badge:apply.free', 'badge:consent.terms']);
    expect(chat.words).toContain('платить за него не нужно');
    await fillsPage(chat);
    expect(said(chat)).toEqual(['badge:apply.which-level']);
    await chat.tap('bronze');
    expect(chat.words).toContain('«Закаляй тело!»');
    expect(chat.words).toContain('13 зачётных недель');
    await choosesDirections(chat);
    expect(said(chat).at(-1)).toBe('badge:apply.undertaking');
    expect(chat.words).toContain('Волейбол');
    await chat.tap('badge:button.undertake');
    expect(said(chat)).toEqual([
      ...['badge:apply.taken-on', 'badge:agreement.costs', 'badge:agreement.text'],
    ]);
    expect((await participationOfChat('1')).agreement.participant).toBeNull();
    await chat.tap('badge:button.sign');
    expect(said(chat)).toEqual(['badge:agreement.signed']);
    expect(chat.words).toContain('23 октября');
    await chat.say('/status');
    expect(chat.words).toContain('Заявка у оператора');
  });

  it('B-21 B-59 B-62: is accepted, scheduled with the mentor and activated', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await applies(chat);
    await chat.tap('badge:button.sign');
    await stage.carryOn();
    const { _id: id } = await participationOfChat('1');
    await operator.tap(`badge.application-accept:${id}`);
    await operator.tap('badge-staff:button.accept');
    expect(said(operator)).toEqual(['badge-staff:done.application-accepted']);
    await stage.carryOn();
    expect(chat.newest).toContain('Ваша заявка принята');
    await mentor.tap('badge.mentee');
    expect(said(mentor)).toContain('badge-staff:missing.talk');
    expect(mentor.buttonKeys).not.toContain('badge-staff:button.activate');
    await mentor.tapRaw(`go:badge.activate:${id}`);
    await mentor.tap('badge-staff:button.activate');
    expect(said(mentor)).toEqual([
      'badge:reason.activation-needs-talk',
      'badge:reason.activation-needs-briefing',
      'badge:reason.activation-needs-schedule',
    ]);
    await mentor.tap('badge.mentee');
    await mentor.tap('badge.talk');
    await mentor.tap('participant');
    await mentor.sayAll('Живёт с родителями', 'Ограничений нет');
    expect(said(mentor)).toEqual(['badge-staff:talk.noted']);
    await mentor.tap('badge.mentee');
    await mentor.tap('badge.brief');
    await mentor.tap('badge-staff:button.briefed');
    await mentor.tap('badge.mentee');
    await mentor.tap('badge.plan');
    expect(said(mentor)[0]).toBe('badge:schedule.draft');
    await mentor.tap('badge.plan-propose');
    await stage.carryOn();
    expect(chat.newest).toContain('Наставник предложил график');
    await chat.tap('badge.schedule');
    await chat.tap('badge.schedule-change');
    await chat.tap('sport');
    await chat.say('Волейбол в зале');
    await chat.tap('2');
    await chat.tap('4');
    await chat.tap('!done');
    await chat.sayAll('45', '12.10.2026', '20.01.2027');
    await chat.tap('badge:button.propose');
    expect(said(chat)).toEqual(['badge:schedule.sent']);
    await stage.carryOn();
    await mentor.tap('badge.plan');
    expect(mentor.words).toContain('вт, чт');
    await mentor.tap('badge.plan-agree');
    expect(said(mentor)).toEqual(['badge:schedule.agreed']);
    await stage.carryOn();
    await mentor.tapRaw(`go:badge.mentee:${id}`);
    await mentor.tap('badge.activate');
    await mentor.tap('badge-staff:button.activate');
    expect(said(mentor)).toEqual(['badge-staff:activate.done']);
    await stage.carryOn();
    expect(chat.newest).toContain('Вы участник программы');
    expect((await participationOfChat('1')).state).toBe('active');
  });

  it('B-41: has a card with photo, data, directions, level and schedule', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await applies(chat);
    await chat.tapRaw('go:badge.card:');
    expect(chat.words).toContain('Үлгі Айгүл');
    expect(chat.words).toContain('Волейбол');
    expect(chat.words).toContain('Фонд «Жардем»');
    expect(chat.turn?.replies[0]?.message.media).toHaveLength(1);
  });

  it('B-34: with a disability is measured by the operator’s adapted standards, and sees them', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await applies(chat, '14.05.2005', 'sight');
    await chat.tapRaw('go:badge.card:');
    expect((await participationOfChat('1')).profile).toBe('sight');
    expect(chat.words).toContain('Адаптированные: зрение');
    expect(chat.words).toContain('Бег на 1000 метров с лидером: не больше 390 с');
    expect(chat.words).not.toContain('Плавание');
  });

  it('B-07: reads which levels are open, and is asked again', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await begins(chat, '06.10.2011');
    await fillsPage(chat);
    await chat.tap('silver');
    expect(chat.words).toContain('Для Вас открыт: Бронзовый уровень');
    expect(said(chat).at(-1)).toBe('badge:apply.which-level');
  });

  it('B-04: at 13 reads from which age on, before anything is asked', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await begins(chat, '06.10.2012');
    expect(said(chat)).toEqual(['badge:reason.too-young']);
    expect(chat.words).toContain('14');
  });

  it('B-09: cannot leave out what is mandatory this year', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await begins(chat, '14.05.2005');
    await fillsPage(chat);
    await chat.tap('bronze');
    await chat.tap('reading');
    await chat.tap('!done');
    expect(chat.words).toContain('Чтение книг');
    expect(said(chat)).toContain('badge:reason.direction-mandatory');
    expect(said(chat).at(-1)).toBe('badge:apply.which-directions');
  });

  it('without consent goes no further', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await begins(chat, '14.05.2005');
    await chat.tap('no');
    expect(said(chat)).toEqual(['badge:consent.declined']);
  });
});

describe('somebody under 18', () => {
  const BORN = '06.10.2010';
  const secretIn = (chat: TranscriptChat): string => /start=([\w-]+)/.exec(chat.words)?.[1] ?? '';
  const formIn = (chat: TranscriptChat): string => {
    const actions = (chat.shown.at(-1)?.message.buttons ?? []).flat().map(({ action }) => action);
    const open = actions.find((action) => 'url' in action);
    return open && 'url' in open ? (open.url.split('/').at(-1) ?? '') : '';
  };

  it('B-52 B-53 B-56: passes a link on; the representative signs, the centre vouches for them, and they see their ward', async () => {
    const chat = stage.talkTo(participantDesk, '1', 'ru');
    await applies(chat, BORN);
    await chat.tap('badge:button.sign');
    expect(said(chat)).toEqual(['badge:agreement.pass-on']);
    const guardian = stage.talkTo(participantDesk, '50', 'ru');
    await guardian.say(`/start ${secretIn(chat)}`);
    await guardian.tap('ru');
    expect(said(guardian)).toContain('guardian:consent.badge');
    await guardian.tap('yes');
    await guardian.say('Мысалова Ана');
    await guardian.tap('guardian:relation.parent');
    const given = { iin: iinOf('8001014', 10), agreed: true };
    expect((await giveGuardianConsent(stage.ctx, formIn(guardian), given)).ok).toBe(true);
    await stage.carryOn();
    const { _id: id, person: minorId } = await participationOfChat('1');
    // The record says how the representative was known.
    const minorNow = await people.on(stage.ctx.db).findById(minorId).lean();
    expect(minorNow?.consents.at(-1)).toMatchObject({ asGuardian: true, proof: 'account' });
    await guardian.tap(`badge.sign-ward:${id}`);
    expect(said(guardian)).toEqual(['badge:agreement.costs', 'badge:agreement.ward-text']);
    await guardian.tap('badge:button.sign');
    expect(said(guardian)).toEqual(['badge:agreement.ward-unproven.come']);
    await stage.carryOn();
    await operator.tapRaw(`go:staff.open:badge-application.${id}`);
    await operator.tap(`badge.application-accept:${id}`);
    await operator.tap('badge-staff:button.accept');
    expect(said(operator)).toEqual(['rules:badge.guardian-not-signed']);
    await head.tap(`badge.guardian-confirm:${id}`);
    expect(head.words).toContain('Мысалова Ана');
    await head.tap('badge-staff:button.confirm-guardian');
    expect(said(head)).toEqual(['badge-staff:guardian.confirmed']);
    await stage.carryOn();
    await operator.tap(`badge.application-accept:${id}`);
    await operator.tap('badge-staff:button.accept');
    await stage.carryOn();
    expect((await participationOfChat('1')).state).toBe('accepted');
    await guardian.say('/menu');
    await guardian.tap('badge.wards');
    expect(guardian.words).toContain('Үлгі Айгүл');
    expect(guardian.words).toContain('Заявка принята');
    // Nobody sees another child, whatever a button says.
    const stranger = stage.talkTo(participantDesk, '51', 'ru');
    await applies(stranger);
    await stranger.tapRaw(`go:badge.sign-ward:${id}`);
    expect(said(stranger)).toEqual(['common:reason.not-allowed']);
    await stranger.tapRaw('go:badge.wards:');
    expect(said(stranger)).toEqual(['badge:ward.none']);
  });
});
