// What people do besides what they were asked: each has its own clear answer, nothing is lost, nothing happens twice.

import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import {
  acceptInvitation,
  bookInterview,
  inviteStudent,
} from '../../../engine/programmes/credit/programme.ts';
import { type Host, newCommand, newHost, newProject, newStudent, unwrap } from '../../support/credit/cast.ts';
import { withStory } from '../../support/fixtures/with-story.ts';
import type { StoryActor } from '../../support/world/actor.ts';
import { sideStoryKinds } from '../../support/world/world.ts';

describe.each(sideStoryKinds)('over %s', (kind) => {
  const world = withStory(kind);
  let host: Host;
  let student: StoryActor;

  beforeEach(async () => {
    host = await newHost(world.ctx);
    student = world.person('student', 'participant', 'kk');
    const actor = await newStudent(world.ctx, 'Айым Мысалқызы', world.chatKeyOf('student', 'participant'));
    const project = await newProject(world.ctx, host.head);
    const interviewId = unwrap(await bookInterview(world.ctx, newCommand(actor), project));
    unwrap(await inviteStudent(world.ctx, newCommand(host.coordinator), interviewId));
    unwrap(await acceptInvitation(world.ctx, newCommand(actor), { interviewId, target: 20 }));
    await student.say('/menu');
    await student.hears('credit:menu.working');
  });

  const atWhat = async () => {
    await student.tap('credit:button.report-hours');
    return student.hears('credit:hours.what');
  };

  const atReview = async () => {
    await atWhat();
    await student.say('Тұрғындарға кітап оқып бердім.');
    await student.hears('credit:hours.photos');
    await student.tap('common:button.skip');
    await student.hears('credit:hours.which-date');
    await student.tap('common:day.today');
    await student.hears('credit:hours.which-time');
    await student.say('06:00–10:00');
    return student.hears('credit:hours.review');
  };

  const entries = async () =>
    (await world.ctx.db.collection('credit_students').find().toArray()).flatMap((each) =>
      each.credits.flatMap((credit: { entries: unknown[] }) => credit.entries),
    );

  // A web page has no stickers to send.
  if (kind !== 'web') {
    it('a sticker is told apart, and the question asked again', async () => {
      await atWhat();
      await student.sendSticker();
      const { text } = await student.hears('common:input.sticker');
      expect(text).toMatch(/\d\/\d/);
    });
  }

  it('text instead of a button asks for a button, with the buttons beneath', async () => {
    await student.tap('common:button.language');
    await student.hears(/Қазақша|тіл/u);
    await student.say('бірдеңе');
    const { buttons } = await student.hears('common:dialogue.choose-a-button');
    expect(buttons.map((button) => button.label)).toContain('Русский');
  });

  it('a picture of 60 MB is refused with the limit, and the step waits on', async () => {
    await atWhat();
    await student.say('Тұрғындарға кітап оқып бердім.');
    await student.hears('credit:hours.photos');
    await student.sendHugePicture();
    const { text } = await student.hears('common:dialogue.file-too-large');
    expect(text).toContain('20');
    await student.sendPhoto();
    await student.hears('common:dialogue.files-so-far');
  }, 30_000);

  it('an album is one entry with one answer', async () => {
    await atWhat();
    await student.say('Тұрғындарға кітап оқып бердім.');
    await student.hears('credit:hours.photos');
    await student.sendAlbum();
    await student.hears(/\b3\b[\s\S]*5/u);
    expect(await student.count('common:dialogue.files-so-far')).toBe(1);
    await student.tap('common:button.done');
    await student.hears('credit:hours.which-date');
  });

  it('4,097 characters are too long, and the person is told how long they may be', async () => {
    await atWhat();
    await student.say('а'.repeat(4_097));
    // Telegram's apps cut such a text in two; the field's own limit answers the first part there.
    await student.hears(kind === 'web' ? 'common:input.too-long' : 'common:field.text.too-long');
  });

  it('a button of an earlier question is stale: says so and asks the present one', async () => {
    const review = await atReview();
    await student.tap('credit:button.send', review);
    await student.hears('credit:hours.sent');
    // Later than the second half of a double tap, which has its answer.
    world.clock.pass(MINUTE);
    await student.tap('credit:button.send', review);
    await student.hears('common:dialogue.stale-button');
    expect(await student.driver.toasts()).toHaveLength(1);
    expect(await entries()).toHaveLength(1);
  });

  it('the same update delivered five times changes state once', async () => {
    const review = await atReview();
    await student.tap('credit:button.send', review);
    for (let count = 0; count < 4; count += 1) await student.redeliver();
    await student.hears('credit:hours.sent');
    for (let count = 0; count < 2; count += 1) await student.redeliver();
    await student.say('/status');
    await student.hears('credit:status.waiting');
    expect(await entries()).toHaveLength(1);
    expect(await student.count('credit:hours.sent')).toBe(1);
    const stored = await world.ctx.db.collection('inbox').countDocuments({ state: 'done' });
    expect(stored).toBeGreaterThan(0);
    const open = () => world.ctx.db.collection('inbox').countDocuments({ state: { $ne: 'done' } });
    await expect.poll(open).toBe(0);
  }, 30_000);

  it('two taps at once on one button do it once', async () => {
    const review = await atReview();
    await Promise.all([
      student.driver.tap(review, labelOf(review)),
      student.driver.tap(review, labelOf(review)),
    ]);
    await student.hears('credit:hours.sent');
    await student.say('/status');
    await student.hears('credit:status.waiting');
    expect(await entries()).toHaveLength(1);
  });

  it('an unknown command is named, and the question asked again', async () => {
    await atWhat();
    await student.say('/abracadabra');
    await student.hears('common:dialogue.unknown-command');
    await student.hears('credit:hours.what');
  });

  it('a typed IIN is caught, and the person told where it belongs', async () => {
    await atWhat();
    await student.say('061211600012');
    await student.hears('common:sensitive.removed');
    const kept = await world.ctx.db.collection('chats').find().toArray();
    expect(JSON.stringify(kept)).not.toContain('061211600012');
  });
});

const labelOf = (review: { readonly buttons: readonly { readonly label: string }[] }): string =>
  review.buttons[0]?.label ?? '';
