// One id from what was asked to what was changed: the answer's header, the log's line and the audit record name the same.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateName } from '../../../bot/dialogue/update.ts';
import { apiKeys } from '../../../engine/access/store.ts';
import { people } from '../../../engine/people/store.ts';
import { audits } from '../../../engine/store/audit.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { openCast } from '../../story/credit/cast.ts';
import { openWorld, type World } from '../../support/world/world.ts';
import { openServer, type ServerStage } from './stage.ts';

let stage: ServerStage;
let world: World;
beforeAll(async () => {
  stage = await openServer();
  world = await openWorld('web');
});
afterAll(async () => {
  await world.close();
  await stage.close();
});

it('an API request is found again in log and audit, a repeat under the request that did it', async () => {
  const body = { name: 'a machine', grants: [{ role: 'operator', scope: 'all' }] };
  const made = await stage.ask('POST', '/v1/api-keys', { body, key: 'wish-1' });
  expect(made.status).toBe(201);
  const id = String(made.headers['x-request-id']);
  expect(id).toMatch(/^\w{16}$/);
  expect(stage.log()).toContain(`"requestId":"${id}"`);
  await stage.ask('POST', '/v1/api-keys', { body, key: 'wish-1' });
  await relayOutbox(stage.ctx, apiKeys as never, async () => undefined);
  const kept = await audits.on(stage.ctx.db).find({}, { request: 1 }).lean();
  expect(kept.map((each) => each.request)).toEqual([id]);
});

it('an update of a chat is named in the audit as the log names it', async () => {
  const { operator } = await openCast(world, { student: 'kk', staff: 'ru' });
  await operator.say('/start');
  await operator.hears('staff:menu.calm');
  await operator.say('/lang');
  await operator.hears('common:language.which');
  await operator.tap('common:language.en');
  operator.language = 'en';
  await operator.hears('common:language.changed');
  const { _id: person } =
    (await people
      .on(world.ctx.db)
      .findOne({ ...readsAll, language: 'en' } as never, { _id: 1 })
      .lean()) ?? {};
  const chosen = () =>
    audits
      .on(world.ctx.db)
      .findOne({ document: `people/${person}`, action: 'language chosen' })
      .lean();
  await expect.poll(async () => (await chosen())?.request).toMatch(/^chat\//);
  const updates = await world.ctx.db.collection('inbox').find().toArray();
  const names = updates.map(({ update }) => updateName(update));
  expect(names).toContain((await chosen())?.request);
});
