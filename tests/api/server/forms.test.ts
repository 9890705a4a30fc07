// The secure form as a person meets it, in three languages: filled in, fixed, sent twice, opened too late.
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { sampleIdentity } from '../../../api/forms/sample.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { HOUR } from '../../../engine/kernel/clock.ts';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import { identityProblems, openIdentityForm } from '../../../engine/people/identity.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { people } from '../../../engine/people/store.ts';
import { openServer, type ServerStage } from './stage.ts';

let server: ServerStage;
let app: FastifyInstance;
let chats = 0;

beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false)] });
  app = server.app;
});
afterAll(() => server?.close());

async function personWithForm(language: Language = 'ru') {
  chats += 1;
  const made = await registerPerson(
    server.ctx,
    { id: `register/${chats}`, actor: systemActor },
    {
      chat: `participant.telegram.${chats}`,
      name: 'Үлгі Мысалова',
      language,
      ...{ region: '71', phone: null, grants: [], student: null, consents: [] },
    },
  );
  if (!made.ok) throw new Error('not registered');
  const secret = await openIdentityForm(server.ctx, made.value);
  return { id: made.value, secret, ...sampleIdentity(`person ${chats}`) };
}

const open = (secret: string, acceptLanguage = 'en') =>
  app.inject({ url: `/forms/${secret}`, headers: { 'accept-language': acceptLanguage } });

const send = (secret: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/forms/${secret}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });

const person = (id: string) => people.on(server.ctx.db).findById(id).lean();

test('made-up numbers are valid and differ', () => {
  const made = Array.from({ length: 300 }, (_each, index) => sampleIdentity(`person ${index}`));
  expect(made.flatMap(identityProblems)).toEqual([]);
  expect(new Set(made.map((each) => each.iin)).size).toBeGreaterThan(280);
});

const heading: Record<Language, string> = {
  kk: 'ЖСН және төлем түсетін шот',
  ru: 'ИИН и счёт для выплаты',
  en: 'IIN and payout account',
};
const short: Record<Language, string> = {
  kk: 'ЖСН 12 цифрдан тұрады, мұнда 11.',
  ru: 'В ИИН 12 цифр, здесь 11.',
  en: 'An IIN has 12 digits; this one has 11.',
};

test.each(languages)(
  'in %s: opened in the language of the person, faults told beside the fields',
  async (language) => {
    const { secret, iban } = await personWithForm(language);
    const opened = await open(secret, 'fr');
    expect(opened.statusCode).toBe(200);
    expect(opened.body).toContain(`<html lang="${language}">`);
    expect(opened.body).toContain(heading[language]);
    expect(opened.body).not.toContain('<script');
    const answer = await send(secret, { iin: '06121160001', iban });
    expect(answer.statusCode).toBe(422);
    const [, told] = /id="iin-wrong">([^<]*)</.exec(answer.body) ?? [];
    expect(told).toContain('11');
    if (language !== 'en') expect(told).toBe(short[language]);
    expect(answer.body).not.toContain('id="iban-wrong"');
    expect(answer.body).toContain('value="06121160001"');
    expect(answer.body).toContain(`value="${iban}"`);
  },
);

test('nothing of the form stays in a browser, nor tells its address to another site', async () => {
  const { secret, iin } = await personWithForm();
  for (const answer of [await open(secret), await send(secret, { iin, iban: 'x' })]) {
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  }
});

test('filled in as people copy and type it: direction marks, dashes, a Cyrillic К', async () => {
  const { id, secret, iin, iban } = await personWithForm('kk');
  const typed = {
    iin: `\u202a${iin.slice(0, 6)}\u2013${iin.slice(6)}\u202c`,
    iban: `К${iban.slice(1, 4)}\u2011${iban.slice(4)}`,
  };
  expect((await send(secret, typed)).statusCode).toBe(303);
  const kept = await person(id);
  expect(server.ctx.sealer.open(String(kept?.sealedIin))).toBe(iin);
  expect(server.ctx.sealer.open(String(kept?.sealedIban))).toBe(iban);
});

test('filled in with nothing that can be seen, it is not taken', async () => {
  const { secret } = await personWithForm('ru');
  const answer = await send(secret, { iin: '\u3164'.repeat(12), iban: '\u2800'.repeat(20) });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('В ИИН 12 цифр, здесь 0');
});

test('filled in: kept sealed, the reader sent on to a page without the secret, the link used up', async () => {
  const { id, secret, iin, iban } = await personWithForm('kk');
  const spaced = (value: string) => value.replace(/(.{4})/g, '$1 ');
  const answer = await send(secret, { iin: spaced(iin), iban: spaced(iban).toLowerCase() });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/forms/done?of=identity-form&lang=kk']);
  const kept = await person(id);
  expect(kept?.ibanTail).toBe(iban.slice(-4));
  expect(server.ctx.sealer.open(String(kept?.sealedIin))).toBe(iin);
  expect(JSON.stringify(kept)).not.toContain(iin);
  const done = await app.inject({ url: '/forms/done?of=identity-form&lang=kk' });
  expect(done.body).toContain('Нысанды ашқан чатқа оралыңыз');
  const again = await open(secret, 'ru');
  expect(again.statusCode).toBe(410);
  expect(again.body).toContain('Эта ссылка больше не действует');
});

test('sent five times at once it is kept once, and nobody is shown a failure', async () => {
  const { id, secret, iin, iban } = await personWithForm();
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(secret, { iin, iban })));
  const statuses = answers.map((each) => each.statusCode);
  expect(statuses).toContain(303);
  expect(statuses.filter((status) => status !== 303 && status !== 410)).toEqual([]);
  expect((await person(id))?.v).toBe(2);
});

test('the number of another account is not taken over: a confirmation is asked for there, and the form stays open', async () => {
  const first = await personWithForm();
  await send(first.secret, first);
  const second = await personWithForm();
  const answer = await send(second.secret, { iin: first.iin, iban: second.iban });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('Мы попросили подтверждение в чате того аккаунта');
  expect((await send(second.secret, second)).statusCode).toBe(303);
});

test('a link of yesterday, or none at all, opens a page that says what to do', async () => {
  const { secret } = await personWithForm();
  server.clock.advance(25 * HOUR);
  for (const each of [secret, 'nosuchsecret', "'; drop", '{"$ne":1}']) {
    const answer = await open(encodeURIComponent(each), 'kk');
    expect(answer.statusCode).toBe(410);
    expect(answer.body).toContain('чатқа оралып');
  }
});

test('what is typed is shown as typed, never as HTML; a huge form is refused', async () => {
  const { secret } = await personWithForm();
  const answer = await send(secret, { iin: '"><b>x</b>', iban: '<script>' });
  expect(answer.body).toContain('value="&quot;&gt;&lt;b&gt;x&lt;/b&gt;"');
  expect(answer.body).not.toContain('<script>');
  expect((await send(secret, { iin: '1'.repeat(9_000), iban: '' })).statusCode).toBe(413);
});

test('neither a secret nor a number ever reaches the log', async () => {
  const { secret, iin, iban } = await personWithForm();
  await open(secret);
  await send(secret, { iin: `${iin}1`, iban });
  await send(secret, { iin, iban });
  await app.inject({ url: `/forms/${secret}/more?iin=${iin}` });
  expect(server.log()).toContain('/forms/:secret');
  for (const value of [secret, iin, iban]) expect(server.log()).not.toContain(value);
});
