// Mentor, expert and coordinator at the staff desk: messages, disputes, hand-over, logs, notes, pages and letters.
import { beforeEach, expect, it } from 'vitest';
import { participantDesk } from '../../../bot/dialogues/participant.ts';
import { staffDesk } from '../../../bot/dialogues/staff.ts';
import { addDays, localDate } from '../../../engine/kernel/calendar.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { people } from '../../../engine/people/store.ts';
import { cardOf, decideEntry, writeEntry } from '../../../engine/programmes/badge/programme.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { goAway } from '../../../engine/reviews/absence/use-cases.ts';
import { CENTRE_BIN } from '../../support/badge/cast.ts';
import { lesson } from '../../support/badge/journal.ts';
import { newSupervision, type Supervision } from '../../support/badge/supervision.ts';
import { newCommand, unwrap } from '../../support/credit/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';

const stage = withEngine();
let cast: Supervision;
let young: TranscriptChat;
let mentor: TranscriptChat;
let expert: TranscriptChat;
let coordinator: TranscriptChat;

beforeEach(async () => {
  cast = await newSupervision(stage.ctx);
  stage.clock.advance(3 * DAY);
  await stage.carryOn();
  const staff = await staffDesk(programmes);
  const [chat = ''] =
    (await people.on(stage.ctx.db).findById(cast.own.person.id).lean())?.chats.map(({ key }) => key) ?? [];
  young = stage.talkTo(await participantDesk(programmes), chat.split('.').at(-1) ?? '');
  mentor = stage.talkTo(staff, `mentor-${CENTRE_BIN}`);
  expert = stage.talkTo(staff, 'expert');
  coordinator = stage.talkTo(staff, 'coordinator');
});

it('B-45: carries a voice message from the participant to the mentor, and the answer back', async () => {
  await young.tapRaw('go:badge.message:');
  await young.say('Сабақ қашан болады?');
  await young.tap('!skip');
  expect(young.keys[0]).toBe('badge-journal:message.sent');
  await stage.carryOn();
  await mentor.tap('badge-mentor:button.answer');
  await mentor.say('Ертең сағат онда');
  await mentor.tap('!skip');
  expect(mentor.keys[0]).toBe('badge-mentor:message.sent');
  await stage.carryOn();
  expect(young.newest).toContain('Ертең сағат онда');
});

it('takes a dispute from the participant to the expert, and tells both what was found', async () => {
  const { own, staff } = cast;
  const draft = lesson(localDate(stage.clock.now()));
  const id = unwrap(await writeEntry(stage.ctx, newCommand(own.person), own.participation, draft));
  const words = 'Он шақырым жүгіріңіз';
  unwrap(await decideEntry(stage.ctx, newCommand(staff.mentor), id, { how: 'tasked', words }));
  await stage.carryOn();
  await young.tap('badge-journal:button.dispute');
  await young.say('Бұл менің деңгейіме сай емес');
  await stage.carryOn();
  await expert.tap('badge.dispute-cancel');
  await expert.say('Талап деңгейге сай емес');
  await expert.tap('yes');
  await stage.carryOn();
  expect(young.shown.at(-1)?.message.texts[0]?.key).toBe('badge-journal:notice.dispute-cancelled');
  expect(mentor.shown.map(({ message }) => message.texts[0]?.key)).toContain(
    'badge-mentor:notice.dispute-cancelled',
  );
});

it('lets the expert name who takes over for a mentor who is away', async () => {
  unwrap(await goAway(stage.ctx, newCommand(cast.staff.mentor), addDays(localDate(stage.clock.now()), 4)));
  await stage.carryOn();
  await expert.tap('badge-mentor:button.hand-over');
  await expert.tap(cast.second.id);
  expect(expert.keys[0]).toBe('badge-mentor:absence.handed-over');
});

it('lets the coordinator put a mentor under an expert, and nobody else', async () => {
  await coordinator.tapRaw('go:badge.mentors:');
  await coordinator.tap(cast.foreign.id);
  expect(coordinator.keys).toContain('badge-mentor:desk.no-expert');
  await coordinator.tap('badge-mentor:button.assign-expert');
  await coordinator.tap(cast.otherExpert.id);
  expect(coordinator.keys[0]).toBe('badge-mentor:expert.done');
  expect((await cardOf(stage.ctx, cast.foreign.id)).expert).toBe(cast.otherExpert.id);
  await expert.tapRaw(`go:badge.assign-expert:${cast.foreign.id}`);
  expect(expert.keys[0]).toBe('common:reason.not-allowed');
});

it('gives the staff a desk: journal, page, mentors, conclusion; the coordinator reads it and writes on', async () => {
  await expert.tapRaw('go:badge.desk:');
  await expert.tap('badge-mentor:button.log-own');
  await expert.say('Апта тыныш өтті');
  await expert.tap('!skip');
  await expert.tapRaw('go:badge.desk:');
  expect(expert.words).toContain('Апта тыныш өтті');
  await expert.tap('badge-mentor:button.page');
  await expert.say('Педагогика магистрі');
  await expert.tap('!skip');
  await expert.say('expert@example.kz');
  await expert.tap('!skip');
  await expert.tap('!skip');
  expect(expert.keys[0]).toBe('badge-mentor:page.done');
  await expert.tapRaw('go:badge.mentors:');
  await expert.tap(cast.staff.mentor.id);
  await expert.tap('badge-mentor:button.conclude');
  await expert.say('Тәлімгер жазбаларды кеш қарайды');
  await expert.tap('!skip');
  await stage.carryOn();
  await coordinator.tapRaw('go:badge.letters:');
  expect(coordinator.words).toContain('Тәлімгер жазбаларды кеш қарайды');
  await coordinator.tapRaw('go:badge.letter:');
  await coordinator.say('Өңірде байланыс жиі үзіледі');
  await coordinator.tap('!skip');
  expect(coordinator.keys[0]).toBe('badge-mentor:writing.letter-done');
});

it('B-76: shows a journal to the expert without anything to decide, and to nobody else', async () => {
  await expert.tapRaw('go:badge.overview:');
  await expert.tap(`badge.journal-of:${cast.own.participation}`);
  expect(expert.keys).toContain('badge-journal:progress.level');
  expect(expert.buttonKeys).not.toContain('badge-mentor:button.message');
  const other = stage.talkTo(await staffDesk(programmes), 'other-expert');
  await other.tapRaw(`go:badge.journal-of:${cast.own.participation}`);
  expect(other.keys[0]).toBe('common:reason.not-allowed');
});
