// An announcement to many: in the reader's language, exactly once each, whoever dies meanwhile; after everything else.
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../../bot/delivery/render.ts';
import { carrier } from '../../../engine/jobs/carrier.ts';
import { eventHandlings } from '../../../engine/jobs/handlings.ts';
import type { Actor, Command } from '../../../engine/kernel/actor.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import type { Message } from '../../../engine/kernel/message.ts';
import { cancelBroadcast, createBroadcast } from '../../../engine/notify/broadcasts/create-broadcast.ts';
import { broadcastsRoom, feedBroadcasts } from '../../../engine/notify/broadcasts/feed-broadcasts.ts';
import { broadcastSeenBy, progressOf } from '../../../engine/notify/broadcasts/see-broadcasts.ts';
import { broadcasts } from '../../../engine/notify/broadcasts/store.ts';
import { dueDeliveries } from '../../../engine/notify/progress.ts';
import { deliveries } from '../../../engine/notify/store.ts';
import { people } from '../../../engine/people/store.ts';
import { addUniversity } from '../../../engine/reference/universities.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { addPerson, personOf } from '../jobs/stage.ts';
import { clock, notice, plan, stage, useStage } from './scene.ts';

const operator: Actor = { kind: 'person', id: 'o', grants: [{ role: 'operator', scope: 'all' }] };
const by = (id: string): Command => ({ id, actor: operator });
const words = {
  kk: 'Ертең жиналыс <10:00>',
  ru: 'Завтра собрание <10:00>',
  en: 'A meeting tomorrow <10:00>',
};
const everyone = { region: null, university: null };
/** More than three pieces. */
const STUDENTS = 330;

useStage();
beforeEach(async () => {
  await addPerson(stage.ctx, 0);
  const model = await people.on(stage.ctx.db).findById(personOf(0)).lean();
  const until = new Date(clock.now().getTime() + DAY);
  const consent = {
    ...{ purpose: 'credit', textVersion: '1', givenAt: clock.now(), until, thirdParties: [] },
    ...{ withdrawnAt: null, givenBy: null, withdrawnBy: null },
  };
  const students = Array.from({ length: STUDENTS }, (_, n) => ({
    ...model,
    _id: `student-${n}`,
    ...{ chats: [], student: { universityId: n % 10 === 0 ? 'beta' : 'alpha', year: 1 } },
    region: n % 2 === 0 ? '75' : '10',
    // Each eleventh has withdrawn.
    consents: [{ ...consent, withdrawnAt: n % 11 === 0 ? clock.now() : null }],
  }));
  await people.on(stage.ctx.db).collection.insertMany(students as never);
  const beta = { id: 'beta', kk: 'Бета', ru: 'Бета', en: 'Beta', region: '10' };
  await addUniversity(stage.ctx, by('beta'), beta);
}, 60_000);

const consenting = (n: number) => n % 11 !== 0;
const expected = (which: (n: number) => boolean) =>
  Array.from({ length: STUDENTS }, (_, n) => n)
    .filter((n) => consenting(n) && which(n))
    .map((n) => `student-${n}`)
    .sort();
const carry = () =>
  relayOutbox(
    stage.ctx,
    broadcasts,
    carrier(stage.ctx, eventHandlings([broadcastsRoom]), () => undefined),
  );
const told = async () =>
  (
    await deliveries
      .on(stage.ctx.db)
      .find({ ...readsAll, kind: 'announcement' } as never)
      .lean()
  )
    .map(({ person }) => person)
    .sort();

async function feedAll(id: string): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    // What was handed over has been sent, so that room is left for the next piece.
    await deliveries
      .on(stage.ctx.db)
      .updateMany({ ...readsAll, kind: 'announcement' } as never, { $set: { state: 'sent' } });
    // Two workers at once, and a relay that carries twice.
    await Promise.all([feedBroadcasts(stage.ctx), feedBroadcasts(stage.ctx)]);
    await Promise.all([carry(), carry()]);
    if ((await broadcastSeenBy(stage.ctx, operator, id)).state !== 'sending') return;
  }
}

describe('a broadcast', () => {
  it.each([
    ['everyone', everyone, () => true],
    ['a region', { region: '75', university: null }, (n: number) => n % 2 === 0],
    ['a university of a region', { region: '10', university: 'beta' }, () => false],
    ['a university', { region: null, university: 'beta' }, (n: number) => n % 10 === 0],
  ] as const)(
    'reaches %s once each, and nobody without a live consent',
    async (_name, audience, which) => {
      const made = await createBroadcast(stage.ctx, by('b1'), { words, audience });
      expect(await createBroadcast(stage.ctx, by('b1'), { words, audience })).toEqual(made);
      const id = made.ok ? made.value : '';
      await feedAll(id);
      expect(await told()).toEqual(expected(which));
      const { state, handedOver } = await broadcastSeenBy(stage.ctx, operator, id);
      expect({ state, handedOver }).toEqual({ state: 'handed-over', handedOver: expected(which).length });
      expect((await progressOf(stage.ctx, id)).sent).toBe(expected(which).length);
    },
    60_000,
  );

  it('hands over no more than can soon be sent', async () => {
    await createBroadcast(stage.ctx, by('b1'), { words, audience: everyone });
    for (let round = 0; round < 10; round += 1) {
      await feedBroadcasts(stage.ctx);
      await carry();
    }
    const waiting = (await told()).length;
    expect(waiting).toBeGreaterThanOrEqual(300 - 30);
    expect(waiting).toBeLessThan(400);
  }, 60_000);

  it('that is cancelled reaches nobody else, and can be cancelled once', async () => {
    const made = await createBroadcast(stage.ctx, by('b1'), { words, audience: everyone });
    const id = made.ok ? made.value : '';
    await feedBroadcasts(stage.ctx);
    await carry();
    expect(await cancelBroadcast(stage.ctx, by('c1'), id)).toMatchObject({ ok: true });
    expect(await cancelBroadcast(stage.ctx, by('c2'), id)).toMatchObject({ ok: false });
    await carry();
    await feedBroadcasts(stage.ctx);
    await carry();
    const { waiting, superseded } = await progressOf(stage.ctx, id);
    expect({ waiting, superseded }).toEqual({ waiting: 0, superseded: (await told()).length });
    expect(await told()).not.toEqual([]);
  }, 60_000);

  it('comes after notices that were planned later, in the words of its reader', async () => {
    await createBroadcast(stage.ctx, by('b1'), { words, audience: everyone });
    await feedBroadcasts(stage.ctx);
    await carry();
    const id = await plan('later', notice('test:hello'));
    const [first, second] = await dueDeliveries(stage.ctx, 'participant', 2);
    expect([first?._id, second?.kind]).toEqual([id, 'announcement']);
    const shown = async (language: 'kk' | 'ru' | 'en') =>
      (await render(second?.message as Message, language, { tag: '', step: '' }, async () => null)).html;
    expect(await shown('kk')).toBe('<b>Хабарландыру</b>\n\nЕртең жиналыс &lt;10:00&gt;');
    expect(await shown('ru')).toContain('Завтра собрание &lt;10:00&gt;');
    expect(await shown('en')).toContain('A meeting tomorrow &lt;10:00&gt;');
  }, 60_000);
});
