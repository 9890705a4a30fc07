// A legal representative signs the agreement of their ward electronically: the certificate must be theirs, and the record says
// by what it was proven.
import type { FastifyInstance } from 'fastify';
import type { CertificateRevocationList } from 'pkijs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formRoutes } from '../../../api/forms/routes.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { HOUR } from '../../../engine/kernel/clock.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import { people } from '../../../engine/people/store.ts';
import {
  AGREEMENT_PAPER,
  applyForLevel,
  decideApplication,
  participationOf,
  signAgreement,
} from '../../../engine/programmes/badge/programme.ts';
import type { SignatureVerifier } from '../../../engine/signatures/port.ts';
import { rsaVerifier } from '../../../engine/signatures/rsa-cms.ts';
import {
  applicationFor,
  newBadgeStaff,
  newGuardian,
  newYoungPerson,
  type Staff,
} from '../../support/badge/cast.ts';
import { codesOf, newCommand, unwrap } from '../../support/credit/cast.ts';
import { validIin } from '../../support/identity/numbers.ts';
import {
  type Holder,
  issue,
  newAuthority,
  revocationList,
  signed,
} from '../../support/signatures/authority.ts';
import { openServer, type ServerStage } from '../server/stage.ts';

const GUARDIANS_IIN = validIin(71);
const MINORS_IIN = validIin(72);

let server: ServerStage;
let app: FastifyInstance;
let root: Holder;
let crls: CertificateRevocationList[] = [];
let staff: Staff;
let guardian: Actor;
let id: string;
const verifier: SignatureVerifier = {
  verify: (...given) => rsaVerifier({ anchors: [root.certificate], crls }).verify(...given),
};
const at = (hours: number) => new Date(server.clock.now().getTime() + hours * HOUR);

beforeAll(async () => {
  server = await openServer({ open: (ctx) => [formRoutes(ctx, false, null, verifier)] });
  app = server.app;
  const { ctx } = server;
  root = await newAuthority('ТЕСТ ОРТАЛЫҚ', { from: at(-48), to: at(9_000) });
  crls = [await revocationList(root, [], { from: at(-1), to: at(100) })];
  staff = await newBadgeStaff(ctx);
  const minor = await newYoungPerson(ctx, 'minor', '2010-03-01');
  guardian = await newGuardian(ctx, minor, 'guardian');
  const iinHash = ctx.sealer.hash(GUARDIANS_IIN);
  await people.on(ctx.db).updateOne({ _id: guardian.id }, { $set: { iinHash } });
  id = unwrap(await applyForLevel(ctx, newCommand(minor), applicationFor('bronze', staff.mentor)));
  unwrap(await signAgreement(ctx, newCommand(minor), id));
});
afterAll(() => server?.close());

async function signWith(iin: string, text?: string) {
  const about = { paper: AGREEMENT_PAPER, subject: id };
  const wish = { kind: 'paper-signature', person: guardian.id, about } as const;
  const secret = await openSecureForm(server.ctx, wish);
  const asked = (await app.inject({ url: `/forms/${secret}/text` })).body;
  const holder = await issue(root, { iin, from: at(-1), to: at(900) });
  const cms = await signed(holder, text ?? asked, { apart: true });
  const answer = await app.inject({
    method: 'POST',
    url: `/forms/${secret}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ signature_text: Buffer.from(cms).toString('base64') }).toString(),
  });
  return { asked, status: answer.statusCode };
}

const accept = () => decideApplication(server.ctx, newCommand(staff.operator), { id, accept: true });
const signer = async () => (await participationOf(server.ctx, id)).agreement.guardian;

it('B-52: takes nobody else’s signature, and none of another text', async () => {
  expect((await signWith(MINORS_IIN)).status).not.toBe(303);
  expect((await signWith(GUARDIANS_IIN, 'another text')).status).not.toBe(303);
  expect(await signer()).toBeNull();
  expect(codesOf(await accept())).toEqual(['badge.guardian-not-signed']);
});

it('B-52 B-53: takes the representative’s own, which suffices without the centre', async () => {
  const { asked, status } = await signWith(GUARDIANS_IIN);
  expect(asked).toContain('ерікті қатысу туралы шартқа');
  expect(status).toBe(303);
  expect(await signer()).toMatchObject({ person: guardian.id, how: 'signature', confirmedBy: null });
  expect(codesOf(await accept())).toEqual([]);
});
