// Notices that may wait come after their reader's quiet hours, decided meanwhile in their last words; those of whoever reads a digest do
// not come at all.
import { expect, it } from 'vitest';
import { preferNotices } from '../../../engine/people/notice-preferences.ts';
import { people } from '../../../engine/people/store.ts';
import { addPerson, personOf } from '../jobs/stage.ts';
import { clock, deliverAll, htmls, notice, plan, stage, stateOf, useStage } from './scene.ts';

useStage();

const waiting = (key: string, card?: string) => ({
  ...notice(key, personOf(1), card),
  mayWait: true as const,
});
const NIGHT = new Date('2026-03-02T18:00:00Z');
const MORNING = new Date('2026-03-03T03:00:00Z');

it('come at the end of them, and what may not wait comes at once', async () => {
  clock.set(NIGHT);
  const id = await plan('e1', waiting('test:card'));
  const urgent = await plan('e2', notice('test:urgent'));
  expect(await stage.deliver(id)).toEqual(MORNING);
  expect(await stage.deliver(urgent)).toBeNull();
  expect(htmls()).toEqual(['ru\ntest:urgent']);
  expect(await stateOf(id)).toBe('waiting');
  clock.set(MORNING);
  await deliverAll();
  expect(htmls()).toEqual(['ru\ntest:urgent', 'ru\ntest:card']);
});

it('come decided where they were decided in the night', async () => {
  clock.set(NIGHT);
  expect(await stage.deliver(await plan('e1', waiting('test:card', 'hours/1')))).toEqual(MORNING);
  await plan('e2', { settles: 'hours/1', message: { texts: [{ key: 'test:decided' }] } });
  clock.set(MORNING);
  await deliverAll();
  expect(htmls()).toEqual(['ru\ntest:decided']);
});

it('come at any hour to whoever wants it so, and on a page in a browser', async () => {
  clock.set(NIGHT);
  await preferNotices(stage.ctx, personOf(1), { quiet: null });
  await plan('e1', waiting('test:card'));
  await addPerson(stage.ctx, 2, 'en');
  const web = 'participant.web.2';
  await people.on(stage.ctx.db).updateOne({ _id: personOf(2) }, { $set: { 'chats.0.key': web } });
  await plan('e2', { ...waiting('test:page'), to: personOf(2) });
  await deliverAll();
  expect(htmls().sort()).toEqual(['en\ntest:page', 'ru\ntest:card']);
});

it('do not come to whoever reads a digest; what may not wait does', async () => {
  await preferNotices(stage.ctx, personOf(1), { digestAt: '09:00' });
  await plan('e1', waiting('test:card', 'hours/1'));
  await plan('e2', notice('test:urgent'));
  await deliverAll();
  expect(htmls()).toEqual(['ru\ntest:urgent']);
});
