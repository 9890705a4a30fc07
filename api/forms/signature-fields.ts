// The part of a form that takes an electronic signature: the text to sign, and the file or the characters that
// NCALayer gives for it. Nobody has to use it.
import type { Language } from '../../engine/kernel/languages.ts';
import { ok, type Result, refused } from '../../engine/kernel/result.ts';
import { challengeOf } from '../../engine/people/signature.ts';
import { type DemoHolder, demoSignature } from '../../engine/signatures/demo.ts';
import { LARGEST_CMS } from '../../engine/signatures/port.ts';
import { type Html, html } from '../pages/html.ts';
import { reasonText, sayIn, type Trouble } from './frame.ts';
import type { FormCase } from './kind.ts';
import type { Sent } from './sent.ts';

export const isAboutSignature = (code: string): boolean => code.startsWith('common.signature-');

/** @param holder whose made-up signature the demo offers; null outside of it */
export function signatureFields(
  { ctx, form, secret }: FormCase,
  trouble: Trouble,
  holder: DemoHolder | null,
): Html {
  const isWrong = trouble.some(({ code }) => isAboutSignature(code));
  const sample = holder && demoSignature(holder, challengeOf(ctx, form.link));
  return html`<details class="signature"${isWrong && html` open`}>
<summary>${sayIn(form.language)('signature.title')}</summary>
${signatureInputs({ language: form.language, secret, sample }, trouble)}
</details>`;
}

interface SignatureInputs {
  readonly language: Language;
  readonly secret: string;
  /** What the demo offers to paste. */
  readonly sample: string | null;
}

/** The text to sign, and where its signature goes. */
export function signatureInputs({ language, secret, sample }: SignatureInputs, trouble: Trouble): Html {
  const say = sayIn(language);
  const wrong = trouble.filter(({ code }) => isAboutSignature(code));
  const isWrong = wrong.length > 0;
  const described = html` aria-describedby="signature-hint${isWrong && ' signature-wrong'}"`;
  return html`<p id="signature-hint">${say('signature.how')}</p>
<p><a href="/forms/${secret}/text" download>${say('signature.text')}</a></p>
${sample && html`<p class="demo">${say('signature.demo')}<br><code>${sample}</code></p>`}
<div class="field"><label for="signature">${say('signature.file')}</label>
<input type="file" id="signature" name="signature"${described}></div>
<div class="field"><label for="signature_text">${say('signature.pasted')}</label>
<textarea id="signature_text" name="signature_text" rows="4" spellcheck="false" autocomplete="off"${described}></textarea></div>
${isWrong && html`<p class="wrong" id="signature-wrong">${wrong.map((each) => reasonText(each, language)).join(' ')}</p>`}`;
}

/** Bytes of a signature as PEM or base64, with its line ends; the largest as DER is smaller. */
const LARGEST_TEXT = Math.ceil(LARGEST_CMS * 1.5);

/** What a form with a signature reads: not a byte more is held. */
export const signatureLimits = {
  fields: { signature_text: LARGEST_TEXT },
  files: 1,
  fileBytes: LARGEST_TEXT,
} as const;

/**
 * The signature's bytes, from the file or from what was pasted: DER, PEM or base64. Null where there is none. Measured
 * before it is decoded: refused as `common.signature-too-large`.
 */
export function signatureIn({ fields, files }: Pick<Sent, 'fields' | 'files'>): Result<Uint8Array | null> {
  const file = files.find((each) => each.field === 'signature' && each.bytes.byteLength > 0)?.bytes;
  const pasted = fields.signature_text ?? '';
  if ((file?.byteLength ?? pasted.length) > LARGEST_TEXT)
    return refused('common.signature-too-large', { kilobytes: LARGEST_CMS / 1024 });
  if (file) return ok(isText(file) ? decoded(Buffer.from(file).toString('latin1')) : file);
  return ok(pasted === '' ? null : decoded(pasted));
}

/** Characters of PEM or base64, where a DER has bytes of any kind. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127));

function decoded(text: string): Uint8Array {
  const body = text.replace(/-----(BEGIN|END)[^-]*-----/g, '').replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64') : Buffer.from(text.trim());
}
