// A signature is measured before anything decodes it: what cannot be one is refused by its length.
import { expect, it, vi } from 'vitest';
import { signatureIn, signatureLimits } from '../../../api/forms/signature-fields.ts';

const most = signatureLimits.fileBytes;
const file = (bytes: Uint8Array) => ({ fields: {}, files: [{ field: 'signature', name: 'a.cms', bytes }] });
const pasted = (signature_text: string) => ({ fields: { signature_text }, files: [] });

it.each([
  ['a file', file(new Uint8Array(most + 1).fill(65))],
  ['a pasted text', pasted('A'.repeat(most + 1))],
])('refuses %s that is too long, without decoding it', (_name, sent) => {
  const decode = vi.spyOn(Buffer, 'from');
  const found = signatureIn(sent);
  expect(found).toMatchObject({ ok: false, reasons: [{ code: 'common.signature-too-large' }] });
  expect(decode).not.toHaveBeenCalled();
  decode.mockRestore();
});

it.each([
  ['a file', file(Buffer.from('QUJD'))],
  ['a pasted text', pasted('-----BEGIN CMS-----\nQUJD\n-----END CMS-----')],
])('reads %s', (_name, sent) => {
  expect(signatureIn(sent)).toEqual({ ok: true, value: Buffer.from('ABC') });
});

it('tells that there is none', () => {
  expect(signatureIn(pasted(''))).toEqual({ ok: true, value: null });
});
