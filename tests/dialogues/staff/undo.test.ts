// Undo on the decided card: in its place, for its decider, in time; never by the second tap of a double one.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '../../../engine/kernel/clock.ts';
import { type Cast, openCast, reportedHours, startedCredit } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
  await startedCredit(cast);
});
afterEach(() => cast.stage.close());

it('stands on the decided card, and opens it again where it lies', async () => {
  const id = await reportedHours(cast, '2026-10-06', 480);
  const { coordinator, second } = cast.chats;
  await coordinator.tap('credit.hours-confirm');
  expect(coordinator.buttonKeys).toEqual(['reviews:button.undo', 'reviews:button.next']);
  await cast.stage.carryOn();
  await second.tap(`credit.hours-confirm:${id}`);
  expect(second.buttonKeys).toEqual(['reviews:button.next']);
  const turn = await coordinator.tap('reviews:button.undo');
  expect(turn.replies[0]?.place).toBe('tapped');
  expect(coordinator.keys[0]).toBe('reviews:undo.done');
  expect(coordinator.buttonKeys).toEqual([
    ...['credit-staff:button.confirm-hours', 'credit-staff:button.return', 'reviews:button.later'],
  ]);
  await coordinator.say('/queue');
  expect(coordinator.keys[0]).toBe('reviews:queue.title');
});

it('says clearly that it came too late, and shows how it stands', async () => {
  await reportedHours(cast, '2026-10-06', 480);
  const { coordinator } = cast.chats;
  await coordinator.tap('credit.hours-confirm');
  await coordinator.tap('reviews:button.undo', undefined, 5 * MINUTE);
  expect(coordinator.keys.slice(0, 2)).toEqual([
    'reviews:reason.undo-too-late',
    'credit-staff:result.hours.confirmed',
  ]);
  expect(coordinator.buttonKeys).toEqual(['reviews:button.next']);
});

it('is offered after a decision in words, too', async () => {
  await reportedHours(cast, '2026-10-06', 480);
  const { coordinator } = cast.chats;
  await coordinator.tap('credit.hours-return');
  await coordinator.say('Укажите, что именно сделано');
  await coordinator.tap('yes');
  await coordinator.tap('reviews:button.undo');
  expect(coordinator.keys[0]).toBe('reviews:undo.done');
});

it('is nobody else’s', async () => {
  const id = await reportedHours(cast, '2026-10-06', 480);
  const { coordinator, head, stranger } = cast.chats;
  await coordinator.tap('credit.hours-confirm');
  await head.tapRaw(`go:staff.undo:hours.${id}.x`);
  expect(head.keys[0]).toBe('reviews:reason.undo-not-yours');
  await stranger.tapRaw(`go:staff.undo:hours.${id}.x`);
  expect(stranger.keys).toEqual(['common:reason.not-allowed']);
  await stranger.tapRaw('go:staff.undo:nothing.else');
  expect(stranger.keys).toEqual(['reviews:reason.gone']);
});
