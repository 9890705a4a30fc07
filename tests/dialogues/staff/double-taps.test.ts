// A double tap, both halves at once: it decides once and says it once; the question that it opens is asked once. Help in the middle of a
// question leaves the question at hand, and what stands on a notice may be typed.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { planDeliveries } from '../../../engine/notify/plan.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { type Cast, openCast, reportedHours, startedCredit } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
  await startedCredit(cast);
});
afterEach(() => cast.stage.close());

const entryOf = async (id: string) => {
  const found = await cast.stage.ctx.db.collection('credit_students').findOne({ 'credits.entries.id': id });
  return found?.credits[0]?.entries.find((each: { id: string }) => each.id === id);
};

it('decides once, without a menu beneath', async () => {
  const id = await reportedHours(cast, '2026-10-06', 60);
  const { coordinator } = cast.chats;
  await coordinator.tap('credit.hours-return');
  await coordinator.say('Укажите, что именно сделано');
  const yes = coordinator.shown.at(-1);
  const before = coordinator.shown.length;
  const turns = await Promise.all([coordinator.tap('yes', yes), coordinator.tap('yes', yes)]);
  expect(turns.map(({ replies }) => replies.length).sort()).toEqual([0, 1]);
  expect(coordinator.shown.slice(before).map(({ message }) => message.texts[0]?.key)).toEqual([
    'credit-staff:done.hours-returned',
  ]);
  expect(await entryOf(id)).toMatchObject({ state: 'returned' });
});

it('asks the first question once', async () => {
  await reportedHours(cast, '2026-10-06', 60);
  const { coordinator } = cast.chats;
  const card = coordinator.shown.at(-1);
  const before = coordinator.shown.length;
  await Promise.all([
    coordinator.tap('credit.hours-return', card),
    coordinator.tap('credit.hours-return', card),
  ]);
  const asked = coordinator.shown.slice(before).flatMap(({ message }) => message.texts.map(({ key }) => key));
  expect(asked.filter((key) => key === 'credit-staff:ask-reason.hours-return')).toHaveLength(1);
  // Later, it is asked for again.
  await coordinator.tap('credit.hours-return', card, 10_000);
  expect(coordinator.keys).toContain('credit-staff:ask-reason.hours-return');
});

it('repeats the open question beneath /help', async () => {
  await reportedHours(cast, '2026-10-06', 60);
  const { coordinator } = cast.chats;
  await coordinator.tap('credit.hours-return');
  await coordinator.say('/help');
  expect(coordinator.keys).toContain('common:help.staff');
  expect(coordinator.keys.at(-1)).toBe('credit-staff:ask-reason.hours-return');
  await coordinator.say('Укажите, что именно сделано');
  expect(coordinator.keys).toContain('credit-staff:sure.hours-returned');
  await coordinator.say('/cancel');
  await coordinator.say('/help');
  expect(coordinator.turn?.replies).toHaveLength(1);
});

it('takes what stands on a notice that lies in the chat, typed; of two alike neither', async () => {
  const { ctx } = cast.stage;
  const { coordinator } = cast.chats;
  const to = (await cast.actor('coordinator')).id;
  const deliver = async (id: string, card: string) => {
    const message = coordinator.shown.at(-1)?.message ?? { texts: [] };
    await planDeliveries(ctx, id, [{ to, desk: 'staff', message, card }]);
    const lies = { state: 'sent', chat: 'staff.telegram.102', messageId: id };
    await deliveries.on(ctx.db).updateMany({ card }, { $set: lies });
  };
  const id = await reportedHours(cast, '2026-10-06', 60);
  await deliver('e1', `hours/${id}`);
  await coordinator.say('подтвердить часы');
  expect(await entryOf(id)).toMatchObject({ state: 'confirmed' });
  const others = [];
  for (const date of ['2026-10-07', '2026-10-08']) {
    const entry = await reportedHours(cast, date, 60);
    others.push(entry);
    await deliver(`e-${date}`, `hours/${entry}`);
  }
  await coordinator.say('Подтвердить часы');
  for (const entry of others) expect(await entryOf(entry)).toMatchObject({ state: 'reported' });
});
