// A document of an application through the API: a file to save, whole, under its own name, run by no browser.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { type Objects, objectsOf } from '../access/objects.ts';
import { openServer, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
let of: Objects;

beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
  of = await objectsOf(story);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

it('is listed, and saved to disk as it was sent', async () => {
  const { body } = await server.get(cast.accreditor75, `/v1/organisations/${of.binA}`);
  expect(body.documents).toMatchObject([{ id: of.documentA, name: 'Жарғы (көшірме).pdf' }]);
  const file = await server.get(cast.accreditor75, `/v1/organisations/${of.binA}/documents/${of.documentA}`);
  expect([file.status, file.text]).toEqual([200, '%PDF-1.7\n']);
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Жарғы')}%20%28${encodeURIComponent('көшірме')}%29.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
});

it('is no document of another organisation, and no other file of this one', async () => {
  const other = `/v1/organisations/${of.binB}/documents/${of.documentA}`;
  expect((await server.get(cast.accreditorNvs, other)).status).toBe(404);
  const none = `/v1/organisations/${of.binA}/documents/2222222222222222`;
  expect((await server.get(cast.operator, none)).status).toBe(404);
});
