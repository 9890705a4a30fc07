// Before an activity begins and before it ends the team is reminded; an end that was not kept is told to both sides.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantOf } from '../../../engine/kernel/calendar.ts';
import type { Notice } from '../../../engine/notify/notice.ts';
import { acceptedEvidence, agreedProject, type Stage, withRole } from '../../support/grant/cast.ts';
import { enoughFor } from '../../support/grant/pieces.ts';
import { openStage, type Stage as Running } from '../../support/transcript/stage.ts';

let running: Running;
let stage: Stage;
beforeEach(async () => {
  running = await openStage({ start: '2025-05-01T03:00:00Z' });
  stage = await agreedProject(running.ctx, 'reminded');
  await running.carryOn();
});
afterEach(() => running.close());

/** What was told on a day at nine, by activity: recipients of each key. */
async function toldOn(day: string): Promise<readonly string[]> {
  running.clock.set(instantOf(day, '09:01').toISOString());
  const { told } = await running.carryOn();
  return told.flatMap((notice: Notice) =>
    notice.message.texts
      .filter(({ key }) => key.startsWith('grant:notice.activity.') || key === 'grant-staff:notice.overdue')
      .map(
        ({ key, params }) =>
          `${params?.activity} ${key.split('.').at(-1)} ${params?.count} ${nameOf(notice.to)}`,
      ),
  );
}

const nameOf = (id: string): string => {
  if (id === stage.lead.id) return 'lead';
  return id === stage.grantors['grant-chief-manager'].id ? 'manager' : 'other';
};

it('G-12: 14, 7 and 1 days before the start and the end, and not on other days', async () => {
  expect(await toldOn('2025-05-01')).toEqual(['2.1', '2.2', '5.2'].map((id) => `${id} starts 14 lead`));
  expect(await toldOn('2025-05-07')).toEqual([]);
  expect(await toldOn('2025-05-08')).toEqual(['2.1 starts 7 lead', '2.2 starts 7 lead', '5.2 starts 7 lead']);
  expect((await toldOn('2025-05-14')).filter((each) => each.startsWith('2.1'))).toEqual([
    '2.1 starts 1 lead',
  ]);
  expect(await toldOn('2025-05-17')).toEqual(['1.2 ends 14 lead']);
  expect(await toldOn('2025-05-18')).toEqual(
    ['3.1', '3.2', '4.1', '4.2'].map((id) => `${id} starts 14 lead`),
  );
  expect(await toldOn('2025-05-24')).toEqual(['1.2 ends 7 lead']);
  await toldOn('2025-05-29');
  expect(await toldOn('2025-05-30')).toEqual(['1.2 ends 1 lead']);
});

it('a reminder that comes late is left to the next one', async () => {
  await toldOn('2025-05-01');
  expect((await toldOn('2025-05-28')).filter((each) => /^(1\.2|3\.1)/.test(each))).toEqual([
    '1.2 ends 3 lead',
    '3.1 starts 4 lead',
  ]);
  expect(await toldOn('2025-06-03')).toEqual(['1.2 overdue -3 lead', '1.2 overdue -3 manager']);
});

it('G-45: an end that was not kept is told to the team and the manager, the day after', async () => {
  await toldOn('2025-05-31');
  expect(await toldOn('2025-06-01')).toEqual(['1.2 overdue -1 lead', '1.2 overdue -1 manager']);
});

it('G-12: nothing is said of what is done, and the manager of the project hears as the lead does', async () => {
  const member = await withRole(running.ctx, 'event-manager', stage.project, 'grant-manager');
  expect(member.grants).toHaveLength(1);
  for (const { serves, quantity, people } of enoughFor('1.2')) {
    const [first] = serves;
    const needs = first?.part === 1 ? { part: 1 } : {};
    const list = first?.indicator === '1.2.1' || first?.indicator === '1.2.2' || first?.indicator === '1.2.3';
    if (first?.indicator === '1.2.2') continue;
    for (let each = 0; each < (list ? 1 : quantity); each += 1)
      await acceptedEvidence(running.ctx, stage, first?.indicator ?? '', {
        ...needs,
        ...(list && { kind: 'document' as const }),
        ...(first?.indicator === '1.2.1' && { people: people ?? 30 }),
        date: '2025-05-01',
      });
  }
  expect((await toldOn('2025-05-17')).filter((each) => each.startsWith('1.2'))).toEqual([]);
  expect((await toldOn('2025-05-25')).filter((each) => each.endsWith('other'))).toEqual(
    ['3.1', '3.2', '4.1', '4.2'].map((id) => `${id} starts 7 other`),
  );
  await toldOn('2025-05-31');
  expect(await toldOn('2025-06-01')).toEqual([]);
});
