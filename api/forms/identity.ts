// The identity form: personal number and payout account.

import { codeTyped, numberTyped } from '../../engine/kernel/typed-text.ts';
import { type Identity, provideIdentity } from '../../engine/people/identity.ts';
import { challengeOf } from '../../engine/people/signature.ts';
import { people } from '../../engine/people/store.ts';
import { type Html, html } from '../pages/html.ts';
import { field, formPage, type Say, sayIn, type Trouble } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';
import { sampleIdentity } from './sample.ts';
import type { Sent } from './sent.ts';
import { isAboutSignature, signatureFields, signatureIn, signatureLimits } from './signature-fields.ts';

const LONGEST = 64;
const fields = ['iin', 'iban'] as const;
type Field = (typeof fields)[number];

export const identityForm: FormKind = {
  kind: 'identity-form',
  limits: { ...signatureLimits, fields: { iin: LONGEST, iban: LONGEST, ...signatureLimits.fields } },

  async show(given, typed, trouble) {
    const { form, demo, signatures } = given;
    const { language } = form;
    const input = (name: Field): Html =>
      field({
        ...{ language, id: name, texts: name, wrong: trouble.filter((each) => fieldOf(each.code) === name) },
        attributes: html`value="${typed[name]}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="${LONGEST}"${
          name === 'iin' && html` inputmode="numeric"`
        }`,
      });
    const sample = demo ? await sampleOf(given) : null;
    const before = sample && sampleNote(sample, sayIn(language));
    const signing = signatures && signatureFields(given, trouble, sample);
    const all = [fields.map(input), signing];
    return formPage({ language, name: 'identity', before, fields: all, trouble, hasFiles: signing !== null });
  },

  text: ({ ctx, form, signatures }) => (signatures ? challengeOf(ctx, form.link) : ''),

  keep: async ({ ctx, secret, signatures }, sent) => {
    const found = signatureIn(sent);
    if (!found.ok) return found;
    const cms = found.value;
    const signing = cms && signatures && { cms, verifier: signatures };
    return provideIdentity(ctx, secret, codesOf(sent.fields), signing);
  },
};

/** Made-up numbers that tell the person's own birth date, so that the demo warns of nothing. */
async function sampleOf({ ctx, form: { person } }: FormCase): Promise<Identity> {
  const known = await people.on(ctx.db).findById(person, { birthDate: 1 }).lean();
  return sampleIdentity(person, known?.birthDate ?? undefined);
}

/** Beside which field a reason is told. */
function fieldOf(code: Trouble[number]['code']): Field | null {
  if (isAboutSignature(code)) return null;
  return code.startsWith('common.iban') ? 'iban' : 'iin';
}

const sampleNote = ({ iin, iban }: Identity, say: Say): Html =>
  html`<p class="demo">${say('demo')}<br>${say('iin.label')}: <code>${iin}</code><br>${say('iban.label')}: <code>${iban}</code></p>`;

/** Numbers are often copied with what makes them readable, and typed on a Cyrillic keyboard. */
const codesOf = ({ iin = '', iban = '' }: Sent['fields']): Identity => ({
  iin: numberTyped(iin),
  iban: codeTyped(iban),
});
