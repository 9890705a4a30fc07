// Made-up personal numbers, an account, a telephone, a document and every secret go through everything, failures included.
// Afterwards they are looked for in each place where something is written down: they stand where they may, and nowhere else.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../engine/kernel/clock.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { IBAN, IIN, PHONE } from '../../api/resources/story.ts';
import { multipart } from '../../support/hostile/attacks/multipart.ts';
import { type Canary, canariesIn } from '../../support/hostile/canaries.ts';
import { type LeakScene, openLeakScene, secrets } from '../../support/hostile/leak-scene.ts';
import { placesOf } from '../../support/hostile/places.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import type { User } from '../../support/telegram/index.ts';
import { storyKey } from '../../support/world/engine.ts';

const MINUTE = 60_000;

const typedIin = validIin(901);
const typedIban = validIban(902);
/** The one that the story gave them: a number that was given once stays. */
const formIin = '050202600026';
const formIban = validIban(904);
const document = 'canary-in-the-content-of-a-document';

const personal: Canary[] = [
  { name: 'IIN of the story', text: IIN },
  { name: 'IBAN of the story', text: IBAN },
  { name: 'telephone', text: PHONE },
  { name: 'typed IIN', text: typedIin },
  { name: 'typed IBAN', text: typedIban },
  { name: 'IIN on the form', text: formIin },
  { name: 'IBAN on the form', text: formIban },
  { name: 'document', text: document },
];
const secret: Canary[] = [
  { name: 'token of the participants’ bot', text: secrets.participantToken },
  { name: 'token of the staff’s bot', text: secrets.staffToken },
  { name: 'operator key', text: secrets.adminKey },
  { name: 'SECRET_KEY', text: storyKey },
];
const all = (): readonly Canary[] => [...personal, ...secret];

/** In the database, by canary: a student's telephone is for those who work with them; a file that nobody asked for is not kept. */
const MAY_STAND: Readonly<Record<string, readonly string[]>> = {
  telephone: ['people: /phone'],
};

let scene: LeakScene;
const refusals: string[] = [];

beforeAll(async () => {
  scene = await openLeakScene();
  await intoTelegram();
  await intoTheChat();
  await intoTheForms();
  await intoTheApi();
  await throughFailures();
}, 4 * MINUTE);
afterAll(() => scene?.close(), MINUTE);

const waiting = () => inboxEntries.on(scene.story.ctx.db).countDocuments({ state: 'waiting' });

/** Wherever a person can write. */
async function tellAll(user: User, desk: 'participant' | 'staff'): Promise<void> {
  const bot = scene.bots[desk];
  const said = await user.send(bot, `менің ЖСН-ім ${typedIin}`);
  await user.edit(bot, said, `ИИН ${typedIin}`);
  await user.send(bot, typedIban.replace(/(.{4})/g, '$1 '));
  await user.send(bot, `/status ${typedIin}`);
  await user.sendDocument(bot, { caption: typedIban, name: `${typedIin}.pdf`, bytes: Buffer.from(document) });
  await user.sendContact(bot, { phone_number: '+77015550000', first_name: `Ата ${typedIin}` });
}

async function intoTelegram(): Promise<void> {
  const stranger = scene.telegram.user({ id: 8_001, firstName: 'Бөтен' });
  const student = scene.telegram.user({ id: 1_001, firstName: 'Әлия' });
  for (const desk of ['participant', 'staff'] as const) {
    await stranger.start(scene.bots[desk]);
    await tellAll(stranger, desk);
  }
  await student.start(scene.bots.participant);
  await tellAll(student, 'participant');
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(`${scene.api.url}${path}`, { redirect: 'manual', ...init });
  const isForm = path.startsWith('/forms');
  // A form shows whoever fills it in what they typed.
  if (answer.status >= 400 && !isForm) refusals.push(await answer.clone().text());
  return answer;
}

async function intoTheChat(): Promise<void> {
  const welcome = await ask('/chat/session', { method: 'POST', headers: { 'x-qadam': '1' } });
  const cookie = (welcome.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  secret.push({ name: 'signature of the visitor', text: cookie.split('.').at(-1) ?? 'none' });
  const headers = { cookie, 'x-qadam': '1', 'content-type': 'application/json' };
  const say = (id: string, text: string) =>
    ask('/chat/messages', { method: 'POST', headers, body: JSON.stringify({ id, text }) });
  await say('canary-0001', `ИИН ${typedIin}`);
  await say('canary-0002', typedIban);
  await say('canary-0003', `/start ${typedIin}`);
  await say(`bad ${typedIin}`, typedIin);
  const pdf = Buffer.from(`%PDF-1.7\n${document}`);
  for (const [id, name, caption] of [
    ['canary-0004', `${typedIin}.pdf`, 'a'],
    ['canary-0005', 'a.pdf', typedIban],
    ['canary-0006', 'b.pdf', 'b'],
  ] as const) {
    const { type, body } = multipart(
      { id, caption },
      { field: 'file', name, type: 'application/pdf', bytes: pdf },
    );
    await ask('/chat/files', {
      method: 'POST',
      headers: { ...headers, 'content-type': type },
      body: Buffer.from(body),
    });
  }
}

async function formOf(): Promise<string> {
  const ctx = { ...scene.story.ctx, clock: systemClock };
  const link = await openIdentityForm(ctx, scene.story.studentB);
  secret.push({ name: `form ${secret.length}`, text: link });
  return link;
}

const sendForm = (link: string, iin: string, iban: string): Promise<Response> =>
  ask(`/forms/${link}`, { method: 'POST', body: new URLSearchParams({ iin, iban }) });

async function intoTheForms(): Promise<void> {
  const link = await formOf();
  await ask(`/forms/${link}`);
  expect((await sendForm(link, formIin, `${formIban}0`)).status).toBe(422);
  expect((await sendForm(link, formIin, formIban)).status).toBe(303);
  expect((await sendForm(link, formIin, formIban)).status).toBe(410);
}

async function intoTheApi(): Promise<void> {
  const headers = { authorization: `Bearer ${secrets.adminKey}`, 'content-type': 'application/json' };
  const post = (path: string, body: unknown, key = 'canary') =>
    ask(path, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  for (const canary of personal.filter(({ name }) => name !== 'document').map(({ text }) => text)) {
    const each = encodeURIComponent(canary);
    for (const path of [`?q=${each}`, `/${each}`, `?region=${each}`, `?cursor=${each}`, `?${each}=1`])
      await ask(`/v1/credit/participants${path}`, { headers });
    await ask(`/v1/audit?document=people/${each}`, { headers });
    await ask(`/nowhere/${each}`, { headers: { ...headers, cookie: `a=${each}`, 'if-match': each } });
    await post('/v1/universities', { id: canary, [canary]: canary, region: canary }, canary);
    await post('/v1/rule-sets/credit.booking/evaluate', { on: '2026-09-01', facts: { [canary]: canary } });
    await post(`/v1/credit/payouts/${each}/outcome`, { paid: true, bankReference: canary });
    await ask('/v1/credit/participants', { headers: { authorization: `Bearer ${canary}` } });
    await ask('/v1/session/code', { method: 'POST', headers, body: JSON.stringify({ person: canary }) });
    await ask('/v1/universities', {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': 'x' },
      body: `{"${canary}`,
    });
  }
}

/** Telegram refuses, breaks off and answers nonsense; the database goes away in the middle of it all. */
async function throughFailures(): Promise<void> {
  const { telegram, services } = scene;
  const student = telegram.user({ id: 1_002, firstName: 'Боран' });
  for (const kind of ['server-error', 'bad-gateway', 'malformed', 'reset'] as const)
    for (const method of ['sendMessage', 'deleteMessage', 'getFile'])
      telegram.faults.next(method, { kind }, { times: 3 });
  await student.start(scene.bots.participant);
  await tellAll(student, 'participant');
  const link = await formOf();
  await services.mongodb.stop();
  const meanwhile = Promise.all([
    tellAll(student, 'participant'),
    sendForm(link, formIin, formIban).catch(() => undefined),
    intoTheChat().catch(() => undefined),
  ]);
  await vi.waitFor(() => expect(logged().some(isError)).toBe(true), { timeout: MINUTE });
  await services.mongodb.start();
  await meanwhile;
}

const logged = (): readonly string[] => scene.processes.flatMap(({ log }) => log);
const isError = (line: string): boolean => line.includes('"level":50');

describe('personal numbers and secrets', () => {
  test(
    'go through everything',
    async () => {
      await expect.poll(waiting, { timeout: 2 * MINUTE, interval: 500 }).toBe(0);
    },
    3 * MINUTE,
  );

  test('stand in no line of any log, at its most talkative', () => {
    const lines = logged();
    expect(lines.filter(isError).length).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.filter((line) => canariesIn(line, all()).length > 0)).toEqual([]);
  });

  test('are never told to Redis', () => {
    expect(scene.toldRedis.length).toBeGreaterThan(50);
    expect(scene.toldRedis.filter((line) => canariesIn(line, all()).length > 0)).toEqual([]);
  });

  test('stand in the database where they may, and nowhere else', async () => {
    const found: Record<string, Set<string>> = {};
    for (const { place, text } of await placesOf(scene.story.ctx.db))
      for (const name of canariesIn(text, all())) found[name] = (found[name] ?? new Set()).add(place);
    const places = Object.entries(found).map(([name, where]) => [name, [...where].sort()]);
    expect(Object.fromEntries(places)).toEqual(MAY_STAND);
  });

  test('are told in no refusal, no measurement and no description', async () => {
    expect(refusals.length).toBeGreaterThan(50);
    expect(refusals.filter((text) => canariesIn(text, all()).length > 0)).toEqual([]);
    for (const path of ['/metrics', '/openapi.json', '/'])
      expect(canariesIn(await (await ask(path)).text(), all()), path).toEqual([]);
  });

  test('stand on no command line', () => {
    for (const { pid } of scene.processes)
      expect(canariesIn(readFileSync(`/proc/${pid}/cmdline`, 'utf8'), all())).toEqual([]);
  });
});
