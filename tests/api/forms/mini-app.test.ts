// A secure form inside Telegram: opened by Telegram's signed data, in the chat it was made for, once a proof.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { HOUR } from '../../../engine/kernel/clock.ts';
import { openMiniApp } from '../../../engine/people/mini-app.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { initFields, signedInitData } from '../../support/telegram/init-data.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

const tokens = { participant: '700003:participant-test-token', staff: '700004:staff-test-token' };
const USER = 1001;
const CHAT = `participant.telegram.${USER}`;

let server: ServerStage;
let app: FastifyInstance;
let person: string;

beforeAll(async () => {
  server = await openServer({
    open: (ctx) => [formRoutes(ctx, false, { tokenOf: (desk) => tokens[desk] })],
  });
  app = server.app;
  const blank = { region: '71', phone: null, grants: [], student: null, consents: [] };
  const newcomer = { chat: CHAT, name: 'Үлгі Мысалова', language: 'kk' as const, ...blank };
  const made = await registerPerson(server.ctx, { id: 'register', actor: systemActor }, newcomer);
  if (!made.ok) throw new Error('not registered');
  person = made.value;
});
afterAll(() => server?.close());

const button = (chat = CHAT) => openMiniApp(server.ctx, { kind: 'identity-form', person }, chat);
let opened = 0;
const proof = (user = USER, token = tokens.participant) => {
  opened += 1;
  return signedInitData(initFields(user, server.clock.now(), { query_id: `query${opened}` }), token);
};
const enter = (secret: string, initData: string) =>
  app.inject({
    method: 'POST',
    url: `/forms/app/${secret}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ init_data: initData }).toString(),
  });

it('shows an entrance that asks for nothing, with the one script, framed by Telegram alone', async () => {
  const page = await app.inject({ url: `/forms/app/${await button()}` });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<html lang="kk">');
  expect(page.body.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/mini-app.js" defer>']);
  expect(page.headers['content-security-policy']).toContain('frame-ancestors https://web.telegram.org');
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers['x-frame-options']).toBeUndefined();
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect(page.headers['cache-control']).toBe('no-store');
});

it('the button’s secret opens no form by itself', async () => {
  const page = await app.inject({ url: `/forms/${await button()}` });
  expect(page.statusCode).toBe(410);
});

it('whoever proves that the chat is theirs gets a form of their own', async () => {
  const answer = await enter(await button(), proof());
  expect(answer.statusCode).toBe(303);
  const form = await app.inject({ url: String(answer.headers.location) });
  expect(form.statusCode).toBe(200);
  expect(form.body).toContain('ЖСН және төлем түсетін шот');
});

it('a proof is good once, also for another button; the next tap brings a new one', async () => {
  const used = proof();
  const secret = await button();
  expect((await enter(secret, used)).statusCode).toBe(303);
  expect((await enter(secret, used)).statusCode).toBe(403);
  expect((await enter(await button(), used)).statusCode).toBe(403);
  expect((await enter(secret, proof())).statusCode).toBe(303);
  const twice = proof();
  const at = await Promise.all([enter(secret, twice), enter(secret, twice), enter(secret, twice)]);
  expect(at.map((each) => each.statusCode).sort()).toEqual([303, 403, 403]);
});

it.each([
  ['another user', () => proof(1002)],
  ['another bot', () => proof(USER, tokens.staff)],
  ['nothing', () => ''],
])('refuses %s in the language of the chat', async (_who, initData) => {
  const answer = await enter(await button(), initData());
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('Нысан ашылмады');
});

it('refuses a proof that has grown old, and a button of the day before', async () => {
  const old = proof();
  const secret = await button();
  server.clock.advance(HOUR);
  expect((await enter(secret, old)).statusCode).toBe(403);
  expect((await enter(secret, proof())).statusCode).toBe(303);
  server.clock.advance(24 * HOUR);
  expect((await enter(secret, proof())).statusCode).toBe(410);
  expect((await app.inject({ url: `/forms/app/${secret}` })).statusCode).toBe(410);
});

it('a desk without a bot opens nothing', async () => {
  const web = await button('participant.web.abc');
  expect((await enter(web, proof())).statusCode).toBe(403);
});

it('logs neither a secret nor what was handed over', async () => {
  const secret = await button();
  const handed = proof();
  await enter(secret, handed);
  const hash = new URLSearchParams(handed).get('hash') ?? '';
  expect(server.log()).toContain('/forms/app/:secret');
  for (const value of [secret, hash]) expect(server.log()).not.toContain(value);
});
