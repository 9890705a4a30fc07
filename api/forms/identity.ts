// The identity form: personal number and payout account.
import { type Identity, provideIdentity } from '../../engine/people/identity.ts';
import { type Html, html } from '../pages/html.ts';
import { field, formPage, type Say, sayIn, type Trouble } from './frame.ts';
import type { FormKind } from './kind.ts';
import { sampleIdentity } from './sample.ts';
import type { Sent } from './sent.ts';

const LONGEST = 64;
const fields = ['iin', 'iban'] as const;
type Field = (typeof fields)[number];

export const identityForm: FormKind = {
  kind: 'identity-form',
  limits: { fields: { iin: LONGEST, iban: LONGEST } },

  async show({ form, demo }, typed, trouble) {
    const { language, person } = form;
    const input = (name: Field): Html =>
      field({
        ...{ language, id: name, texts: name, wrong: trouble.filter((each) => fieldOf(each.code) === name) },
        attributes: html`value="${typed[name]}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="${LONGEST}"${
          name === 'iin' && html` inputmode="numeric"`
        }`,
      });
    const before = demo && sampleNote(sampleIdentity(person), sayIn(language));
    return formPage({ language, name: 'identity', before, fields: fields.map(input), trouble });
  },

  keep: ({ ctx, secret }, { fields: typed }) => provideIdentity(ctx, secret, withoutSpaces(typed)),
};

/** Beside which field a reason is told. */
const fieldOf = (code: Trouble[number]['code']): Field => (code.startsWith('common.iban') ? 'iban' : 'iin');

const sampleNote = ({ iin, iban }: Identity, say: Say): Html =>
  html`<p class="demo">${say('demo')}<br>${say('iin.label')}: <code>${iin}</code><br>${say('iban.label')}: <code>${iban}</code></p>`;

/** Numbers are often copied with the spaces that make them readable. */
const withoutSpaces = ({ iin = '', iban = '' }: Sent['fields']): Identity => ({
  iin: iin.replace(/[\s\p{Pd}]/gu, ''),
  iban: iban.replace(/[\s\p{Pd}]/gu, ''),
});
