// The head of an organisation signs its application: the certificate must name this BIN and the head's role, once a link.
import type { FastifyInstance } from 'fastify';
import type { CertificateRevocationList } from 'pkijs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { HOUR } from '../../../engine/kernel/clock.ts';
import { accreditationCard } from '../../../engine/organisations/accreditation-card.ts';
import { organisations } from '../../../engine/organisations/store.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { people } from '../../../engine/people/store.ts';
import type { SignatureVerifier } from '../../../engine/signatures/port.ts';
import { rsaVerifier } from '../../../engine/signatures/rsa-cms.ts';
import { FIRST_HEAD } from '../../../engine/signatures/subject.ts';
import { auditFaults } from '../../../engine/store/audit.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { BIN, newHost } from '../../support/credit/cast.ts';
import { validBin, validIin } from '../../support/identity/numbers.ts';
import {
  type CertificateWish,
  type Holder,
  issue,
  newAuthority,
  revocationList,
  signed,
} from '../../support/signatures/authority.ts';
import { whatFollows } from '../../support/what-follows.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

const HEADS_IIN = validIin(70);

let server: ServerStage;
let app: FastifyInstance;
let head: Actor;
let stranger: Actor;
let root: Holder;
let crls: CertificateRevocationList[] = [];
const verifier: SignatureVerifier = {
  verify: (...given) => rsaVerifier({ anchors: [root.certificate], crls }).verify(...given),
};

const at = (hours: number) => new Date(server.clock.now().getTime() + hours * HOUR);

beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false, null, verifier)] });
  app = server.app;
  ({ head, registrar: stranger } = await newHost(server.ctx));
  root = await newAuthority('ТЕСТ ОРТАЛЫҚ', { from: at(-48), to: at(9_000) });
});
afterAll(() => server?.close());
beforeEach(async () => {
  crls = [await revocationList(root, [], { from: at(-1), to: at(100) })];
  await organisations.on(server.ctx.db).updateOne({ _id: BIN }, { $set: { headSignature: null } });
});

const wishOf = (person: Actor) =>
  ({ kind: 'organisation-signature', person: person.id, about: { organisation: BIN } }) as const;

/** A link of the head with its text, and the key that names them unless told otherwise. */
async function signer(wish: CertificateWish = {}, person: Actor = head) {
  const secret = await openSecureForm(server.ctx, wishOf(person));
  const text = (await app.inject({ url: `/forms/${secret}/text` })).body;
  const named = { iin: HEADS_IIN, bin: BIN, uses: [FIRST_HEAD], from: at(-1), to: at(900) };
  const holder = await issue(root, { ...named, ...wish });
  return { secret, text, holder, cms: await signed(holder, text, { apart: true }) };
}

/** As pasted. */
const send = (secret: string, cms: Uint8Array | null) =>
  app.inject({
    method: 'POST',
    url: `/forms/${secret}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      signature_text: cms ? Buffer.from(cms).toString('base64') : '',
    }).toString(),
  });

const record = () => organisations.on(server.ctx.db).findById(BIN).lean();
const without = (key: 'iin' | 'bin'): CertificateWish => ({ [key]: undefined }) as unknown as CertificateWish;

it('is noted, shown to who decides, told, audited, and good once', async () => {
  const { secret, text, cms, holder } = await signer();
  expect(text).toContain(BIN);
  expect((await app.inject({ url: `/forms/${secret}` })).body).toContain('Өтінішке басшының қолтаңбасы');
  const answer = await send(secret, cms);
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    '/forms/done?of=organisation-signature&lang=kk',
  ]);
  const kept = await record();
  expect(kept?.headSignature).toMatchObject({ at: server.clock.now() });
  expect(JSON.stringify(kept)).not.toContain(HEADS_IIN);
  const { body } = await accreditationCard(server.ctx, BIN);
  expect(body.map(({ key }) => key)).toContain('organisations:card.head-confirmed');
  const told: string[] = [];
  await relayOutbox(server.ctx, organisations, async (event) => {
    if (event.type !== 'organisations.head-confirmed') return;
    for (const each of await whatFollows(server.ctx, event))
      told.push('to' in each ? (each.message.texts[0]?.key ?? '') : '');
  });
  expect(told).toEqual([
    'organisations:notice.head-confirmed.received',
    'organisations:notice.head-confirmed.to-know',
  ]);
  expect(await auditFaults(server.ctx, `organisations/${BIN}`)).toEqual([]);
  expect((await send(secret, cms)).statusCode).toBe(410);
  const again = await signer();
  expect((await send(again.secret, cms)).statusCode).toBe(422);
  expect((await send(again.secret, await signed(holder, again.text))).statusCode).toBe(303);
});

it.each([
  ['of another organisation', { bin: validBin(2) }, `осы ұйымға берілмеген (БСН: ${BIN})`],
  ['of no organisation', without('bin'), `осы ұйымға берілмеген (БСН: ${BIN})`],
  ['of an employee', { uses: [] }, 'бірінші басшысы екеніңіз жазылмаған'],
  ['of nobody', without('iin'), 'басқа адамның қолтаңбасы'],
])('refuses the key %s, notes nothing and stays open', async (_of, wish, words) => {
  const { secret, text, cms } = await signer(wish);
  const answer = await send(secret, cms);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(words);
  expect((await record())?.headSignature).toBeNull();
  const right = await signer();
  expect((await send(secret, await signed(right.holder, text))).statusCode).toBe(303);
});

it('refuses a person other than the head that is known, and nothing at all', async () => {
  const { secret, cms } = await signer();
  expect((await send(secret, null)).body).toContain('Қолтаңба жоқ');
  const known = { $set: { iinHash: server.ctx.sealer.hash(validIin(71)) } };
  await people.on(server.ctx.db).updateOne({ _id: head.id }, known);
  expect((await send(secret, cms)).body).toContain('басқа адамның қолтаңбасы');
  await people.on(server.ctx.db).updateOne({ _id: head.id }, { $set: { iinHash: null } });
});

it('is no confirmation while nobody can tell of a revocation, nor after one', async () => {
  const { secret, cms, holder } = await signer();
  crls = [];
  expect((await send(secret, cms)).statusCode).toBe(422);
  crls = [await revocationList(root, [holder], { from: at(-1), to: at(100) })];
  expect((await send(secret, cms)).statusCode).toBe(422);
  expect((await record())?.headSignature).toBeNull();
});

it('is the head’s alone', async () => {
  const { secret, cms } = await signer({}, stranger);
  expect((await send(secret, cms)).statusCode).toBe(422);
  expect((await record())?.headSignature).toBeNull();
});
