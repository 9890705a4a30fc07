// Which signatures a deployment checks: by configuration alone, and the demo's only in the demo.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { signatureVerifierOf } from '../../../engine/signatures/compose.ts';
import { demoSignature } from '../../../engine/signatures/demo.ts';
import { readTrust } from '../../../engine/signatures/trust.ts';
import { validIin } from '../../support/identity/numbers.ts';
import {
  type Holder,
  issue,
  newAuthority,
  revocationList,
  SIGNED_AT,
  signed,
} from '../../support/signatures/authority.ts';
import { Ncanode } from '../../support/signatures/ncanode.ts';

const TEXT = 'Qadam: 7';
const iin = validIin(1);
const clock = new ManualClock(SIGNED_AT);
const nothing = { demo: false, ncanodeUrl: undefined, trustDirectory: undefined };

let directory: string;
let node: Ncanode;
let root: Holder;
let cms: Uint8Array;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'trust-'));
  node = await Ncanode.open();
  root = await newAuthority('ТЕСТ ОРТАЛЫҚ');
  cms = await signed(await issue(root, { iin }), TEXT);
  const der = Buffer.from(root.certificate.toSchema().toBER()).toString('base64');
  writeFileSync(
    join(directory, 'root.pem'),
    `-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`,
  );
});
afterAll(async () => {
  await node.close();
  rmSync(directory, { recursive: true });
});
beforeEach(() => {
  node.case = { iin, attached: TEXT };
  node.asked.length = 0;
});

const outcome = async (settings: Partial<typeof nothing> & { demo?: boolean }, given: Uint8Array = cms) => {
  const verifier = signatureVerifierOf({ ...nothing, ...settings } as never, clock);
  const result = await verifier?.verify(given, Buffer.from(TEXT), SIGNED_AT);
  if (!result) return null;
  return result.ok ? result.value.revocation : result.reasons.map((each) => each.code).join();
};

it('with nothing configured there is no verifier at all', () => {
  expect(signatureVerifierOf(nothing, clock)).toBeNull();
});

it('the demo’s word is taken in the demo only, whatever else is configured', async () => {
  const demo = Buffer.from(demoSignature({ iin }, TEXT));
  expect(await outcome({ demo: true }, demo)).toBe('good');
  expect(await outcome({ demo: true }, Buffer.from(demoSignature({ iin }, 'another text')))).toBe(
    'common.signature-altered',
  );
  node.badDay = 'rejects';
  const real = { ncanodeUrl: node.url, trustDirectory: directory } as never;
  expect(await outcome(real, demo)).toBe('common.signature-unreadable');
  node.badDay = null;
});

describe('RSA in process', () => {
  const both = () => ({ ncanodeUrl: node.url, trustDirectory: directory }) as never;

  it('says unknown by itself, and what NCANode says where it is there', async () => {
    expect(await outcome({ trustDirectory: directory } as never)).toBe('unknown');
    expect(await outcome(both())).toBe('good');
    node.case = { iin, attached: TEXT, revocation: 'revoked' };
    expect(await outcome(both())).toBe('common.signature-revoked');
    node.badDay = 'down';
    expect(await outcome(both())).toBe('unknown');
    node.badDay = null;
  });

  it('needs nobody once a list of revoked certificates is there', async () => {
    const day = 86_400_000;
    const span = { from: new Date(SIGNED_AT.getTime() - day), to: new Date(SIGNED_AT.getTime() + day) };
    const list = await revocationList(root, [], span);
    writeFileSync(join(directory, 'root.crl'), Buffer.from(list.toSchema().toBER()));
    expect(await outcome(both())).toBe('good');
    expect(node.asked).toEqual([]);
  });

  it('what it refuses is refused, whatever NCANode would say', async () => {
    const stranger = await newAuthority('БӨТЕН');
    expect(await outcome(both(), await signed(await issue(stranger, { iin }), TEXT))).toBe(
      'common.signature-untrusted',
    );
    expect(node.asked).toEqual([]);
  });
});

it('names what is wrong with the directory of trusted authorities', () => {
  const broken = mkdtempSync(join(tmpdir(), 'trust-'));
  expect(() => readTrust(broken)).toThrow(/holds no certificate/);
  writeFileSync(join(broken, 'a.crt'), 'no certificate');
  writeFileSync(join(broken, 'notes.txt'), 'left alone');
  let thrown: unknown;
  try {
    readTrust(broken);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(AppError);
  expect((thrown as AppError).details.map((each) => each.pointer)).toEqual(['a.crt']);
  rmSync(broken, { recursive: true });
  expect(() => readTrust(broken)).toThrow(/cannot be read/);
});
