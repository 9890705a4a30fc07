// The form of a legal representative: for whom and to what they consent, who they are, and the consent itself.
import { numberTyped } from '../../engine/kernel/typed-text.ts';
import { giveGuardianConsent, partiesOf } from '../../engine/people/guardian-consent.ts';
import { wishesOf } from '../../engine/people/guardians.ts';
import { people } from '../../engine/people/store.ts';
import { sufficesBy } from '../../engine/programmes/consent-proofs.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { plainText } from '../../locales/texts.ts';
import { html } from '../pages/html.ts';
import { field, formPage, reasonText, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';
import { sampleIdentity } from './sample.ts';

const LONGEST = 64;
const AGREED = 'guardian.not-agreed';

export const guardianForm: FormKind<EngineContext> = {
  kind: 'guardian-form',
  limits: { fields: { iin: LONGEST, agreed: 8 } },

  async show(form, typed, trouble) {
    const { language, person } = form.form;
    const say = sayIn(language);
    const iin = field({
      ...{ language, id: 'iin', texts: 'guardian.iin', wrong: trouble.filter(({ code }) => code !== AGREED) },
      attributes: html`value="${typed.iin}" autocomplete="off" inputmode="numeric" spellcheck="false" required maxlength="${LONGEST}"`,
    });
    const missing = trouble.find(({ code }) => code === AGREED);
    const agreed = html`<div class="field tick">
<input type="checkbox" id="agreed" name="agreed" value="yes" required${typed.agreed === 'yes' && html` checked`}${
      missing && html` aria-invalid="true" aria-describedby="agreed-wrong"`
    }>
<label for="agreed">${say('guardian.agreed')}</label>
${missing && html`<p class="wrong" id="agreed-wrong">${reasonText(missing, language)}</p>`}
</div>`;
    const before = html`${await termsOf(form)}${form.demo && html`<p class="demo">${say('demo')}<br><code>${sampleIdentity(person, '1980-01-01').iin}</code></p>`}`;
    return formPage({ language, name: 'guardian', before, fields: [iin, agreed], trouble });
  },

  keep: ({ ctx, secret }, { fields }) =>
    giveGuardianConsent(
      ctx,
      secret,
      { iin: numberTyped(fields.iin ?? ''), agreed: fields.agreed === 'yes' },
      sufficesBy(ctx),
    ),
};

/** For whom, and the words of each consent as the chat showed them. */
async function termsOf({ ctx, form: { link, language } }: FormCase) {
  const minor = await people.on(ctx.db).findById(partiesOf(link).minor).lean();
  if (!minor) return null;
  const terms = wishesOf(minor, ctx.clock.now()).map(({ purpose }) =>
    linesOf(plainText({ key: `guardian:consent.${purpose}` }, language)),
  );
  return html`<p>${sayIn(language)('guardian.for', { name: minor.name })}</p>
<details open><summary>${sayIn(language)('guardian.terms')}</summary>${terms.map((lines) => lines.map((line) => html`<p>${line}</p>`))}</details>`;
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');
