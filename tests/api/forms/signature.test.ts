// The identity form with an electronic signature: the text of this link, signed by whoever has this IIN.
import type { FastifyInstance } from 'fastify';
import type { CertificateRevocationList } from 'pkijs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import { systemActor } from '../../../engine/kernel/actor.ts';
import { HOUR, MINUTE } from '../../../engine/kernel/clock.ts';
import { openIdentityForm } from '../../../engine/people/identity.ts';
import { registerPerson } from '../../../engine/people/register.ts';
import { checkAgain } from '../../../engine/people/signature-check.ts';
import { people } from '../../../engine/people/store.ts';
import type { SignatureVerifier } from '../../../engine/signatures/port.ts';
import { rsaVerifier } from '../../../engine/signatures/rsa-cms.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { dueTimers, endTimer } from '../../../engine/store/timers.ts';
import { validIban, validIin } from '../../support/identity/numbers.ts';
import {
  type Holder,
  issue,
  newAuthority,
  revocationList,
  signed,
} from '../../support/signatures/authority.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

let server: ServerStage;
let app: FastifyInstance;
let root: Holder;
let crls: CertificateRevocationList[] = [];
const verifier: SignatureVerifier = {
  verify: (...given) => rsaVerifier({ anchors: [root.certificate], crls }).verify(...given),
};

const listOf = (revoked: readonly Holder[] = []) => {
  const now = server.clock.now().getTime();
  return revocationList(root, revoked, { from: new Date(now - HOUR), to: new Date(now + 100 * HOUR) });
};

beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false, null, verifier)] });
  app = server.app;
  const day = 24 * HOUR;
  const now = server.clock.now().getTime();
  root = await newAuthority('ТЕСТ ОРТАЛЫҚ', { from: new Date(now - day), to: new Date(now + 900 * day) });
});
afterAll(() => server?.close());
beforeEach(async () => {
  crls = [await listOf()];
});

let serials = 500;
async function signer() {
  serials += 1;
  const blank = { region: '71', phone: null, grants: [], student: null, consents: [] };
  const newcomer = {
    chat: `participant.telegram.${serials}`,
    name: 'Үлгі Мысалова',
    language: 'ru' as const,
    ...blank,
  };
  const made = await registerPerson(server.ctx, { id: `r/${serials}`, actor: systemActor }, newcomer);
  if (!made.ok) throw new Error('not registered');
  const iin = validIin(serials);
  const now = server.clock.now().getTime();
  const span = { from: new Date(now - HOUR), to: new Date(now + 900 * HOUR) };
  const holder = await issue(root, { iin, ...span });
  const secret = await openIdentityForm(server.ctx, made.value);
  const text = (await app.inject({ url: `/forms/${secret}/text` })).body;
  return { id: made.value, iin, iban: validIban(serials), holder, secret, text };
}
type Signer = Awaited<ReturnType<typeof signer>>;

/** The form as a browser sends it. */
function send({ secret, iin, iban }: Pick<Signer, 'secret' | 'iin' | 'iban'>, file: Uint8Array, pasted = '') {
  const mark = 'test-boundary';
  const field = (name: string, value: string) =>
    `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${field('iin', iin)}${field('iban', iban)}${field('signature_text', pasted)}--${mark}\r\ncontent-disposition: form-data; name="signature"; filename="qadam.txt.cms"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: `/forms/${secret}`,
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    payload: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${mark}--\r\n`)]),
  });
}
const record = async (id: string) => people.on(server.ctx.db).findById(id).lean();

it('offers the text of the link to sign, another one for each link', async () => {
  const one = await signer();
  const page = await app.inject({ url: `/forms/${one.secret}` });
  expect(page.body).toContain('Подпись ЭЦП (необязательно)');
  expect(page.body).toContain('enctype="multipart/form-data"');
  expect(page.body).not.toContain('<script');
  expect(one.text).toMatch(/^Qadam\n.+\n[0-9a-f]{64}\n$/);
  const other = await openIdentityForm(server.ctx, one.id);
  expect((await app.inject({ url: `/forms/${other}/text` })).body).not.toBe(one.text);
  expect((await app.inject({ url: '/forms/nosuchsecret/text' })).statusCode).toBe(410);
});

it.each(['file', 'base64 file', 'pasted'])('a valid signature confirms the IIN: %s', async (way) => {
  const one = await signer();
  const cms = await signed(one.holder, one.text, { apart: true });
  const base64 = Buffer.from(cms).toString('base64');
  const file = way === 'file' ? cms : Buffer.from(way === 'pasted' ? '' : base64);
  const answer = await send(one, file, way === 'pasted' ? base64 : '');
  expect(answer.statusCode).toBe(303);
  const kept = await record(one.id);
  expect(kept?.iinConfirmed).toMatchObject({ by: 'signature', at: server.clock.now() });
  expect(JSON.stringify(kept)).not.toContain(one.iin);
});

it('without a signature the IIN is typed, and no more', async () => {
  const one = await signer();
  expect((await send(one, Buffer.from(''))).statusCode).toBe(303);
  expect((await record(one.id))?.iinConfirmed ?? null).toBeNull();
});

it('refuses another text, another link’s, another person’s and anything else, and keeps nothing', async () => {
  const one = await signer();
  const other = await signer();
  const wrongs: [Uint8Array, string][] = [
    [await signed(one.holder, other.text), 'Подпись не подходит'],
    [await signed(other.holder, one.text), 'не совпадает с введённым'],
    [Buffer.from('hello'), 'не ЭЦП (CMS)'],
  ];
  for (const [cms, told] of wrongs) {
    const answer = await send(one, cms);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(told);
    expect(answer.body).toContain('id="signature-wrong"');
    expect((await record(one.id))?.iinHash).toBeNull();
  }
  crls = [await listOf([one.holder])];
  expect((await send(one, await signed(one.holder, one.text))).body).toContain('Этот сертификат отозван');
});

it('a signature is good for one form: a replay finds the link used', async () => {
  const one = await signer();
  const cms = await signed(one.holder, one.text);
  expect((await send(one, cms)).statusCode).toBe(303);
  expect((await send(one, cms)).statusCode).toBe(410);
  const again = { ...one, secret: await openIdentityForm(server.ctx, one.id) };
  expect((await send(again, cms)).body).toContain('Подпись не подходит');
});

/** What the worker does: events, then whatever is due. */
async function carryOn(asked: SignatureVerifier): Promise<readonly string[]> {
  const told: string[] = [];
  const carry = () =>
    relayOutbox(server.ctx, people, async (event) => {
      await whatFollows(server.ctx, event);
      told.push(event.type);
    });
  await carry();
  for (const timer of await dueTimers(server.ctx, 100)) {
    await checkAgain(server.ctx, asked, timer.data as never);
    await endTimer(server.ctx, timer._id);
  }
  await carry();
  return told;
}

it.each(['good', 'revoked', 'never told'])('what nobody could say is asked again, until: %s', async (end) => {
  const one = await signer();
  crls = [];
  expect((await send(one, await signed(one.holder, one.text))).statusCode).toBe(303);
  const kept = await record(one.id);
  expect([kept?.iinConfirmed ?? null, kept?.iinHash === null]).toEqual([null, false]);
  expect(await carryOn(verifier)).toContain('people.signature-unsettled');
  server.clock.advance(11 * MINUTE);
  await carryOn(verifier);
  expect((await record(one.id))?.signatureCheck).not.toBeNull();
  if (end !== 'never told') crls = [await listOf(end === 'revoked' ? [one.holder] : [])];
  const told: string[] = [];
  for (let hours = 0; hours < 200; hours += 20) {
    server.clock.advance(20 * HOUR);
    if (end !== 'never told') crls = [await listOf(end === 'revoked' ? [one.holder] : [])];
    told.push(...(await carryOn(verifier)));
  }
  const settled = end === 'good' ? 'people.iin-confirmed' : 'people.signature-failed';
  expect(told.filter((type) => /confirmed|failed/.test(type))).toEqual([settled]);
  const after = await record(one.id);
  expect(after?.signatureCheck).toBeNull();
  expect(after?.iinConfirmed?.by ?? null).toBe(end === 'good' ? 'signature' : null);
});

it('no signature, text or number reaches the log', async () => {
  const one = await signer();
  const cms = await signed(one.holder, one.text);
  await send(one, cms);
  for (const value of [
    one.secret,
    one.iin,
    one.text.split('\n')[2] ?? '',
    Buffer.from(cms).toString('base64'),
  ])
    expect(server.log()).not.toContain(value);
});
