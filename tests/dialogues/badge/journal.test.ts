// Journal and mentor in the chat: an entry is written, confirmed with one tap, and both see how far it leads.
import { beforeEach, expect, it } from 'vitest';
import { participantDesk } from '../../../bot/dialogues/participant.ts';
import { staffDesk } from '../../../bot/dialogues/staff.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { programmes } from '../../../engine/programmes/registry.ts';
import { CENTRE_BIN, newBadgeStaff, newParticipant, newYoungPerson } from '../../support/badge/cast.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';
import type { TranscriptChat } from '../../support/transcript/chat.ts';

const stage = withEngine();
let young: TranscriptChat;
let mentor: TranscriptChat;

beforeEach(async () => {
  const staff = await newBadgeStaff(stage.ctx);
  const person = await newYoungPerson(stage.ctx, 'aru', '2006-05-01');
  await newParticipant(stage.ctx, person, staff);
  stage.clock.advance(7 * DAY);
  await stage.carryOn();
  young = stage.talkTo(await participantDesk(programmes), 'aru');
  mentor = stage.talkTo(await staffDesk(programmes), `mentor-${CENTRE_BIN}`);
});

/** An hour of talent, sent to the mentor. */
async function writeLesson(): Promise<void> {
  await young.tapRaw('go:badge.journal:');
  await young.tap('rules:requirement.badge.talent');
  await young.tap('badge-journal:kind.lesson');
  await young.say('Домбырада жаңа күй үйрендім');
  await young.say('1 сағат');
  await young.tap('!skip');
  await young.tap('common:day.today');
  await young.tap('badge-journal:button.send');
}

it('writes an entry, which the mentor confirms with one tap, and both see the percentages', async () => {
  await writeLesson();
  expect(young.keys).toContain('badge-journal:write.sent');
  await stage.carryOn();
  // One of 13 weeks of talent; one sixth of it for the level.
  expect(JSON.stringify(mentor.shown.at(-1))).toContain('"percent":7.69');
  await mentor.tap('badge.entry-approve');
  expect(mentor.keys[0]).toBe('badge-mentor:result.approved');
  await stage.carryOn();
  expect(young.shown.at(-1)?.message.texts[0]).toMatchObject({
    key: 'badge-journal:notice.approved',
    params: { direction: 'talent', percent: 7.69, rating: 1.28 },
  });
  await young.tap('badge.progress');
  expect(young.keys).toContain('badge-journal:progress.missing');
  await mentor.tapRaw('go:badge.overview:');
  expect(mentor.keys).toContain('badge-mentor:overview.line');
  await mentor.tap('badge.journal-of');
  expect(mentor.keys).toContain('badge-journal:progress.direction');
});

it('returns an entry with words, and takes it again in its place', async () => {
  await writeLesson();
  await stage.carryOn();
  await mentor.tap('badge.entry-return');
  await mentor.say('Қай күй екенін жазыңыз');
  await mentor.tap('yes');
  await stage.carryOn();
  await young.tap('badge.journal-again');
  expect(young.keys[0]).toBe('badge-journal:again.returned');
  await young.tap('rules:requirement.badge.talent');
  await young.tap('badge-journal:kind.lesson');
  await young.say('Құрманғазының «Адай» күйін үйрендім');
  await young.say('1 сағат');
  await young.tap('!skip');
  await young.tap('common:day.today');
  await young.tap('badge-journal:button.send');
  expect(young.keys).toContain('badge-journal:write.sent');
});

it('asks for pictures of an action, and why an entry comes late', async () => {
  await young.tapRaw('go:badge.journal:');
  await young.tap('rules:requirement.badge.volunteering');
  await young.say('Таза аула');
  await young.say('Ауланы бірге жинадық');
  await young.say('Он ағаш отырғызылды');
  await young.say('2 сағат');
  await young.sendPhoto();
  await young.tap('common:button.done');
  await young.say('5 қазан');
  expect(young.keys).toContain('badge-journal:write.review');
  stage.clock.advance(9 * DAY);
  await young.tap('!change');
  await young.tap('badge-journal:change.date');
  await young.say('6 қазан');
  expect(young.keys).toContain('badge-journal:write.late');
  await young.tap('badge-journal:late.no-internet');
  await young.tap('badge-journal:button.send');
  expect(young.keys).toContain('badge-journal:write.sent');
});

it('B-38: tells the mentor of missed weeks, who excuses them', async () => {
  await young.tapRaw('go:badge.excuse:');
  await young.tap('badge-journal:week');
  await young.say('1');
  await young.tap('badge-journal:late.health');
  await young.say('Ауырып қалдым');
  await young.tap('!skip');
  expect(young.keys).toContain('badge-journal:excuse.sent');
  await stage.carryOn();
  await mentor.tap('badge.excuse-grant');
  expect(mentor.keys[0]).toBe('badge-mentor:result.excuse-excused');
  await stage.carryOn();
  expect(young.shown.at(-1)?.message.texts[0]).toMatchObject({ key: 'badge-journal:notice.weeks-excused' });
});
