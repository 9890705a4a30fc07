// Confirming a student's week at the desk: shown, asked once, decided together, undone together.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cast, openCast, reportedHours, startedCredit } from './cast.ts';

let cast: Cast;
beforeEach(async () => {
  cast = await openCast();
  await startedCredit(cast);
});
afterEach(() => cast.stage.close());

const WEEK = 'credit-staff:button.confirm-week';

it('is offered where more than one waits, shows each, and names what was left out', async () => {
  await reportedHours(cast, '2026-10-06', 60);
  const { coordinator, second } = cast.chats;
  expect(coordinator.buttonKeys).not.toContain(WEEK);
  const id = await reportedHours(cast, '2026-10-07', 120);
  expect(coordinator.buttonKeys).toContain(WEEK);
  await coordinator.say('/queue');
  await coordinator.tap('staff.next');
  expect(coordinator.buttons).toContain('✅ Подтвердить 2 записи');
  await coordinator.tap(WEEK);
  expect(coordinator.keys).toEqual([
    ...['credit-staff:bulk.hours', 'credit-staff:bulk.entry', 'credit-staff:bulk.entry', 'reviews:bulk.ask'],
  ]);
  expect(coordinator.words).toContain('Решить эти 2 записи вместе?');
  await second.tapRaw(`go:credit.hours-confirm:${id}.r0`);
  await coordinator.tap('staff.bulk-decide');
  expect(coordinator.keys).toEqual([
    ...[
      'reviews:bulk.done',
      'reviews:bulk.left-done',
      'credit-staff:bulk.entry',
      'common:reason.already-decided',
    ],
  ]);
  expect(coordinator.words).toContain('✅ Решена 1 запись.');
  expect(coordinator.turn?.replies[0]?.place).toBe('tapped');
  await coordinator.tap('reviews:button.undo-all');
  expect(coordinator.words).toContain('↩ Решение отменено по 1 записи.');
  await coordinator.tap('staff.bulk-decide');
  expect(coordinator.keys).toEqual(['reviews:reason.nothing-to-undo']);
});

it('answers whoever it is not for', async () => {
  await reportedHours(cast, '2026-10-06', 60);
  await reportedHours(cast, '2026-10-07', 120);
  const { coordinator, stranger } = cast.chats;
  await stranger.tapRaw(`go:staff.bulk:hours.${cast.student.id}-2026-10-05`);
  expect(stranger.keys).toEqual(['reviews:bulk.none']);
  await coordinator.tap(WEEK);
  const button = coordinator.shown.at(-1)?.message.buttons?.[0]?.[0]?.action;
  const id = button && 'go' in button ? button.argument : '';
  for (const go of ['staff.bulk-decide', 'staff.bulk-undo']) {
    await stranger.tapRaw(`go:${go}:${id}`);
    expect(stranger.keys).toEqual(['reviews:reason.gone']);
  }
});
