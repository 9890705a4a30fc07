// The badge on the page: a newcomer applies with a photo and signs; a participant sends a video and an album, the mentor
// approves, and the status says what is there and what is missing.
import { expect } from 'vitest';
import { picture } from './browsing.ts';
import { CITY, greet } from './registering.ts';
import type { Seat } from './seat.ts';
import type { Table } from './table.ts';
import { answers, type PageTurn, say, tap } from './turns.ts';

export interface Material {
  readonly photo: Buffer;
  readonly video: Buffer;
}

export async function applies(table: Table, { photo }: Material): Promise<void> {
  const young = await table.first('participant.web.demo-badge-new');
  await greet(table, young, 'badge:welcome');
  await young.tap('badge:button.apply');
  await answers(
    young,
    ['register:which-name', say('Образцова Айша')],
    ['register:which-birth-date', say('14.05.2005')],
    ['register:which-region', tap(CITY)],
    ['register:which-phone', tap('common:button.skip')],
    ['register:review', tap('register:button.save')],
    ['badge:consent.terms', tap('badge:consent.yes')],
    ['badge:page.which-photo', (seat) => seat.attach('photo.png', 'image/png', photo)],
    ['badge:page.which-region', tap(CITY)],
    ['badge:page.which-place', say('Астана, улица Примерная, 7')],
    ['badge:page.which-study', tap('badge:study.university')],
    ['badge:page.which-school', say('Университет «Пример»')],
    ['badge:page.which-study-region', tap(CITY)],
    ['badge:page.which-about', say('Люблю горы и домбру')],
    ['badge:page.which-hobby', say('Домбра')],
    ['badge:apply.which-level', tap('badge:level.bronze')],
    ['badge:apply.which-directions', tap('common:button.done')],
    ['badge:apply.sport-form', tap('badge:form.own')],
    ['badge:apply.sport-what', say('Бег')],
    ['badge:apply.talent-form', tap('badge:form.circle')],
    ['badge:apply.talent-what', say('Кружок домбры')],
    ['badge:apply.heritage-form', tap('badge:form.extra-book')],
    ['badge:apply.helped-by', tap(/Жардем|Jardem|Жәрдем/)],
    ['badge:apply.led-by', tap(/Жардем|Jardem|Жәрдем/)],
    ['badge:apply.which-profile', tap('badge:profile.general')],
    ['badge:apply.which-centre', tap(/Жас қадам/)],
    ['badge:apply.which-mentor', tap(/Гүлнар/)],
    ['badge:apply.undertaking', tap('badge:button.undertake')],
  );
  await young.reads('badge:agreement.text');
  await picture(table.page, 'badge-agreement');
  await young.tap('badge:button.sign');
  await young.reads('badge:agreement.signed');
}

async function sendsEntry(young: Seat, direction: string, ...turns: readonly PageTurn[]): Promise<void> {
  await young.say('/menu');
  await young.hears('badge:state.active');
  await young.tap('badge-journal:button.write');
  await answers(
    young,
    ['badge-journal:write.direction', tap(`rules:requirement.badge.${direction}`)],
    ...turns,
    ['badge-journal:write.date', tap('common:day.today')],
    ['badge-journal:write.review', tap('badge-journal:button.send')],
    ['badge-journal:write.sent', async () => undefined],
  );
}

export async function keepsJournal(table: Table, { photo, video }: Material): Promise<void> {
  const young = await table.first('participant.web.demo-badge-participant');
  await sendsEntry(
    young,
    'sport',
    ['badge-journal:write.kind', tap('badge-journal:kind.lesson')],
    ['badge-journal:write.text', say('Сегодня бегала один час.')],
    ['badge-journal:write.minutes', say('1:00')],
    ['badge-journal:write.media', (seat) => seat.attach('run.webm', 'video/webm', video)],
    ['common:dialogue.files-so-far', tap('common:button.done')],
  );
  const mentor = await table.with('badge-mentor');
  await mentor.hears('badge-mentor:card.ahead', 'Сегодня бегала');
  await expect.poll(() => mentor.heard.locator('video').count()).toBe(1);
  await picture(table.page, 'badge-mentor-video');
  await mentor.tap('badge-mentor:button.approve');
  await mentor.seesItBecome('badge-mentor:result.approved');
  await sendsEntry(
    young,
    'volunteering',
    ['badge-journal:write.title', say('Чистый двор')],
    ['badge-journal:write.text', say('Убирали двор всем домом.')],
    ['badge-journal:write.outcome', say('Двор чист')],
    ['badge-journal:write.minutes', say('1:00')],
    ['badge-journal:write.proof', (seat) => seat.attach('yard.png', 'image/png', photo, photo, photo)],
    ['common:dialogue.files-so-far', tap('common:button.done')],
  );
  await mentor.hears('badge-mentor:card.ahead', 'Убирали двор');
  await expect.poll(() => mentor.heard.locator('img').count()).toBeGreaterThan(0);
  await picture(table.page, 'badge-mentor-album');
  await young.say('/status');
  await young.hears('badge:state.active');
  await picture(table.page, 'badge-status');
}
