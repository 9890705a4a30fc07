// How somebody of the staff says when they are away, at what hour they want their digest, and when not to be disturbed.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { noticePreferences } from '../../../engine/people/notice-preferences.ts';
import { awayUntil } from '../../../engine/reviews/absence/use-cases.ts';
import { type Cast, openCast, reportedHours, startedCredit } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
});
afterEach(() => cast.stage.close());

const idOf = async () => (await cast.actor('coordinator')).id;
const preferences = async () => noticePreferences(cast.stage.ctx, await idOf());

it('are away until a day, and back before it', async () => {
  const { coordinator } = cast.chats;
  await coordinator.say('/away');
  await coordinator.say('вчера');
  expect(await awayUntil(cast.stage.ctx, await idOf())).toBeNull();
  await coordinator.say('01.10.2027');
  expect(coordinator.keys[0]).toBe('reviews:reason.away-dates');
  await coordinator.say('15.10');
  expect(coordinator.words).toContain('Вас нет до 15 октября включительно');
  expect(await awayUntil(cast.stage.ctx, await idOf())).toEqual(new Date('2026-10-15T18:59:59Z'));
  await coordinator.say('/notices');
  expect(coordinator.keys[0]).toBe('reviews:own.away');
  await coordinator.tap('reviews:button.back');
  expect(await awayUntil(cast.stage.ctx, await idOf())).toBeNull();
});

it('choose their digest, which comes each day on which something waits', async () => {
  await startedCredit(cast);
  const { coordinator } = cast.chats;
  await coordinator.say('/notices');
  expect(coordinator.keys).toEqual(['reviews:own.here', 'reviews:own.each', 'reviews:own.quiet']);
  await coordinator.tap('reviews:button.digest');
  expect(coordinator.buttons).toContain('09:00');
  await coordinator.say('8:30');
  expect(coordinator.words).toContain('раз в день, в 08:30');
  expect(await preferences()).toMatchObject({ digestAt: '08:30' });
  await reportedHours(cast, '2026-10-06', 60);
  const digests = async (at: string) => {
    cast.stage.clock.set(at);
    const { told } = await cast.stage.carryOn();
    const id = await idOf();
    return told.filter(({ to, message }) => to === id && message.texts[0]?.key === 'reviews:digest.title');
  };
  expect(await digests('2026-10-07T03:29:00Z')).toHaveLength(0);
  const [digest] = await digests('2026-10-07T03:30:00Z');
  expect(digest?.message.texts.map(({ key }) => key)).toEqual(['reviews:digest.title', 'reviews:queue.line']);
  expect(await digests('2026-10-07T03:31:00Z')).toHaveLength(0);
  expect(await digests('2026-10-08T03:30:00Z')).toHaveLength(1);
  await coordinator.say('/notices');
  await coordinator.tap('reviews:button.digest');
  await coordinator.tap('off');
  expect(await digests('2026-10-09T03:30:00Z')).toHaveLength(0);
});

it('set their quiet hours, or none', async () => {
  const { coordinator } = cast.chats;
  expect(await preferences()).toMatchObject({ quiet: { from: '22:00', to: '08:00' } });
  await coordinator.say('/notices');
  await coordinator.tap('reviews:button.quiet');
  await coordinator.say('21:00');
  await coordinator.say('7:00');
  expect(coordinator.words).toContain('с 21:00 до 07:00');
  expect(await preferences()).toMatchObject({ quiet: { from: '21:00', to: '07:00' } });
  await coordinator.say('/notices');
  await coordinator.tap('reviews:button.quiet');
  await coordinator.tap('off');
  expect(coordinator.keys[0]).toBe('reviews:own.any-hour');
  expect(await preferences()).toMatchObject({ quiet: null });
});
