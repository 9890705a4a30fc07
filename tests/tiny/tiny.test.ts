// One more programme, by its folders and one line of a registry: in the chat beside the credit, over the API, in the copy
// and the erasure of a person.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personOfChat } from '../../engine/people/reach.ts';
import { carryErasure } from '../../engine/programmes/erasure.ts';
import { openServer, type Server } from '../api/resources/server.ts';
import { key, operator } from '../api/resources/story.ts';
import { dumpOf, traces } from '../support/dump.ts';
import type { StoryActor } from '../support/world/actor.ts';
import { openWorld, type World } from '../support/world/world.ts';
import { walks } from './engine/programmes/tiny/store.ts';
import { withTiny } from './registry.ts';

const WISH = 'Кенарилердің әнін тыңдағым келеді';

let world: World;
let server: Server;
let walker: StoryActor;
let id: string;

// One conversation for all of it: each test goes on where the one before has left off.
beforeAll(async () => {
  world = await openWorld('web', { programmes: withTiny });
  server = await openServer(world.ctx);
  walker = world.person('walker', 'participant', 'en');
}, 60_000);
afterAll(async () => {
  await server?.close();
  await world?.close();
});

const labels = ({ buttons }: Awaited<ReturnType<StoryActor['hears']>>) => buttons.map(({ label }) => label);

it('is offered beside the other programmes, and joined', { timeout: 120_000 }, async () => {
  await walker.say('/start');
  await walker.tap('English', await walker.hears('common:welcome.greeting'));
  const ways = await walker.hears(/Join the walk\./);
  expect(labels(ways)).toEqual(['Join the walk']);
  await walker.tap('Join the walk');
  await walker.hears(/What is your name\?/);
  await walker.say('Kanat Mysalov');
  await walker.tap('Save and continue', await walker.hears(/Is everything right\?/));
  await walker.hears(/What do you expect of the walk\?/);
  await walker.say(WISH);
  await walker.hears(/You have joined the walk\./);
  await walker.getsNotice(/See you on the walk!/);
  id = (await personOfChat(world.ctx, world.chatKeyOf('walker', 'participant')))?._id ?? '';
});

it('is in the menu, the status and the data of whoever takes part', { timeout: 120_000 }, async () => {
  await walker.say('/menu');
  // What else may be joined comes after it.
  expect(labels(await walker.hears(/You are on the walk\./))[0]).toBe('Other programmes');
  await walker.say('/status');
  await walker.hears(/You are on the walk\./);
  await walker.say('/mydata');
  await walker.hears(new RegExp(`What you expect of the walk: ${WISH}`));
});

it('is read over the API beneath its own address, by whoever may', async () => {
  const answer = await server.get(operator, '/v1/tiny/walks');
  expect(answer.body.items).toEqual([{ id, state: 'joined', wish: WISH }]);
  const registrar = key('registrar', { role: 'registrar', scope: 'university:alpha' });
  expect((await server.get(registrar, '/v1/tiny/walks')).status).toBe(403);
  expect((await server.get(null, '/v1/tiny/walks')).status).toBe(401);
  expect((await server.get(operator, '/v1/tiny/walks?limit=0')).status).toBe(400);
});

it('is in the copy of a person, and in what operators see of them', async () => {
  const { body } = await server.get(operator, `/v1/participants/${id}/export`);
  expect(body.programmes).toMatchObject({ tiny: { state: 'joined', wish: WISH } });
  expect((await server.get(operator, `/v1/participants/${id}`)).body).toMatchObject({
    name: 'Kanat Mysalov',
    programmes: ['tiny'],
  });
});

it('lets go of a person who is erased: nothing of what they wrote is left', { timeout: 60_000 }, async () => {
  const { headers } = await server.get(operator, `/v1/participants/${id}`);
  const ground = { ground: 'asked-by-the-person' };
  const asked = await server.post(operator, `/v1/participants/${id}/erasure`, ground, undefined, {
    'if-match': String(headers.etag),
  });
  expect(asked.status).toBe(202);
  expect(await carryErasure(world.ctx, id, false)).toBe(true);
  expect(await walks.on(world.ctx.db).findById(id).lean()).toMatchObject({ state: 'over', wish: '' });
  expect(traces(await dumpOf(world.ctx.db), [WISH, 'Kanat Mysalov'])).toEqual([]);
});
