// Announcements over the API: all three languages or none, once however often asked, followed and cancelled.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

const texts = { kk: 'Ертең жиналыс', ru: 'Завтра собрание', en: 'A meeting tomorrow' };
const create = (body: object, wish?: string) => server.post(cast.operator, '/v1/broadcasts', body, wish);

it('wants the words in all three languages, and says which are missing', async () => {
  const { kk: _, ...two } = texts;
  const answer = await create({ texts: two, audience: {} });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(answer.body.errors)).toContain('kk');
  expect((await create({ texts: { ...texts, ru: '   ' }, audience: {} })).status).toBe(400);
});

it('is not announced to a university or a region that is not there', async () => {
  const university = await create({ texts, audience: { university: 'alfa' } });
  expect(university).toMatchObject({
    status: 400,
    body: {
      errors: [
        {
          pointer: '/audience/university',
          value: 'alfa',
          detail: expect.stringContaining('/v1/universities'),
        },
      ],
    },
  });
  const region = await create({ texts, audience: { region: '99' } });
  expect(region).toMatchObject({ status: 400, body: { errors: [{ pointer: '/audience/region' }] } });
  expect((await server.get(cast.operator, '/v1/broadcasts')).body.items).toEqual([]);
});

it('is created once, read, listed and cancelled', async () => {
  const made = await create({ texts, audience: { region: '75' } }, 'wish-1');
  expect(made).toMatchObject({
    status: 201,
    body: { texts, audience: { region: '75', university: null }, state: 'sending', handedOver: 0 },
  });
  expect((await create({ texts, audience: { region: '75' } }, 'wish-1')).body.id).toBe(made.body.id);
  const url = `/v1/broadcasts/${made.body.id}`;
  expect((await server.get(cast.operator, url)).body).toMatchObject({ progress: { waiting: 0, sent: 0 } });
  const listed = await server.get(cast.operator, '/v1/broadcasts?state=sending');
  expect(listed.body.items).toMatchObject([{ id: made.body.id }]);
  const cancelled = await server.post(cast.operator, `${url}/cancel`, {});
  expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled' } });
  expect((await server.post(cast.operator, `${url}/cancel`, {})).status).toBe(409);
});

it('is for operators', async () => {
  const made = await create({ texts, audience: {} });
  for (const path of ['', `/${made.body.id}`])
    expect((await server.get(cast.headA, `/v1/broadcasts${path}`)).status).toBe(403);
  expect((await server.post(cast.headA, `/v1/broadcasts/${made.body.id}/cancel`, {})).status).toBe(403);
  expect((await server.get(cast.operator, '/v1/broadcasts/nothing')).status).toBe(404);
});
