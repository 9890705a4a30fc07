// One more programme, by its folders and one line of a registry: in the chat beside the credit, over the API, in the copy
// and the erasure of a person.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../api/forms/routes.ts';
import { verifyRoutes } from '../../api/verify/routes.ts';
import { ownCertificate } from '../../engine/documents/certificates/see.ts';
import { MINUTE } from '../../engine/kernel/clock.ts';
import { personOfChat } from '../../engine/people/reach.ts';
import { registerPerson } from '../../engine/people/register.ts';
import { carryErasure } from '../../engine/programmes/erasure.ts';
import { admit, answerSurvey, surveyOf } from '../../engine/surveys/answer.ts';
import { openServer, type Server } from '../api/resources/server.ts';
import { key, operator } from '../api/resources/story.ts';
import { newCommand, unwrap } from '../support/credit/cast.ts';
import { dumpOf, traces } from '../support/dump.ts';
import type { StoryActor } from '../support/world/actor.ts';
import { openWorld, type World } from '../support/world/world.ts';
import { certificateOf, walkSurvey } from './engine/programmes/tiny/programme.ts';
import { walks } from './engine/programmes/tiny/store.ts';
import { withTiny } from './registry.ts';

const WISH = 'Кенарилердің әнін тыңдағым келеді';

let world: World;
let server: Server;
let walker: StoryActor;
let leader: StoryActor;
let id: string;

// One conversation for all of it: each test goes on where the one before has left off.
beforeAll(async () => {
  world = await openWorld('web', { programmes: withTiny });
  server = await openServer(world.ctx, [verifyRoutes(world.ctx), formRoutes(world.ctx, false)]);
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

it('is put before its leaders, decided with a tap, and undone', { timeout: 120_000 }, async () => {
  const { ctx } = world;
  const chat = world.chatKeyOf('leader', 'staff');
  const blank = { region: null, phone: null, student: null, consents: [] };
  const grants = [{ role: 'walk-leader', scope: 'all' } as const];
  unwrap(await registerPerson(ctx, newCommand(), { ...blank, chat, name: 'Leader', language: 'en', grants }));
  leader = world.person('leader', 'staff', 'en');
  await leader.say('/queue');
  await leader.tap('Open the oldest', await leader.hears(/Walk: 1/));
  await leader.tap('End the walk', await leader.hears(/Walker: Kanat Mysalov/));
  await leader.tap('↩ Undo', await leader.hears(/The walk is over\./));
  await leader.hears(/Your decision is undone\./);
  expect(await walks.on(ctx.db).findById(id).lean()).toMatchObject({ state: 'joined', ended: null });
});

it('ends with a certificate and a survey, once the end can no longer be undone', {
  timeout: 120_000,
}, async () => {
  const { ctx, clock } = world;
  clock.advance(MINUTE);
  await leader.say('/queue');
  await leader.tap('Open the oldest', await leader.hears(/Walk: 1/));
  await leader.tap('End the walk', await leader.hears(/Walker: Kanat Mysalov/));
  await leader.hears(/The walk is over\./);
  expect(await ownCertificate(ctx, id, certificateOf(id))).toBeNull();
  clock.advance(6 * MINUTE);
  await walker.getsNotice(/The walk is over\. Thank you! How was it\?/);
  await walker.getsNotice(/Your certificate is ready\./);
  await walker.say('/status');
  await walker.tap('Get the certificate', await walker.hears(/The walk is over\./));
  await walker.hears(/Certificate number: 26-/);
  const number = (await ownCertificate(ctx, id, certificateOf(id)))?.number ?? '';
  const page = await server.get(null, `/verify/${number}?lang=en`);
  for (const shown of ['The walk', 'Kanat Mysalov', '1 day']) expect(page.text).toContain(shown);
});

it('asks its survey on a page, and keeps the answer with the name', { timeout: 60_000 }, async () => {
  await walker.say(`/start s-${walkSurvey}`);
  await walker.hears(/About the walk/);
  const survey = await surveyOf(world.ctx, walkSurvey);
  if (!survey) throw new Error('the survey was not opened');
  const ticket = unwrap(await admit(world.ctx, survey, { person: id, chats: [] }));
  const page = await server.get(null, `/forms/survey/${walkSurvey}/${ticket}?lang=en`);
  expect(page.text).toContain('How was the walk?');
  unwrap(await answerSurvey(world.ctx, survey, ticket, { region: '', given: { mark: ['5'] } }));
  await walker.say(`/start s-${walkSurvey}`);
  await walker.hears(/You have answered this survey already\./);
});

it('is exported as a file, in the words of the reader', async () => {
  const headers = { 'accept-language': 'en' };
  const file = await server.get(operator, '/v1/tiny/walks/export?format=csv', headers);
  expect(file.text).toContain('What they expect');
  expect(file.text).toContain(WISH);
  expect(file.text).toContain('The walk is over.');
});

it('is in the copy of a person, and in what operators see of them', async () => {
  const { body } = await server.get(operator, `/v1/participants/${id}/export`);
  expect(body.programmes).toMatchObject({ tiny: { state: 'over', wish: WISH } });
  expect(JSON.stringify(body.certificates)).toContain('tiny.walk');
  expect(JSON.stringify(body.surveys)).toContain('"mark":5');
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
  const number = (await ownCertificate(world.ctx, id, certificateOf(id)))?.number ?? '';
  expect(await carryErasure(world.ctx, id, false)).toBe(true);
  expect(await walks.on(world.ctx.db).findById(id).lean()).toMatchObject({ state: 'over', wish: '' });
  expect(traces(await dumpOf(world.ctx.db), [WISH, 'Kanat Mysalov'])).toEqual([]);
  const page = await server.get(null, `/verify/${number}?lang=en`);
  expect(page.text).toContain('their personal data were erased');
});
