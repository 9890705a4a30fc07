// The secure form as pages: to fill in, filled in, and no longer valid. Works without scripts.
import type { Language } from '../../engine/kernel/languages.ts';
import { type Reason, reasonKey } from '../../engine/kernel/result.ts';
import type { Identity } from '../../engine/people/identity.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

export interface FormParts {
  readonly language: Language;
  /** What was typed so far. */
  readonly typed: Identity;
  readonly reasons: readonly Reason[];
  /** Made-up numbers to try the form with; null outside the demo. */
  readonly sample: Identity | null;
}

const fields = ['iin', 'iban'] as const;
type Field = (typeof fields)[number];

export function identityForm({ language, typed, reasons, sample }: FormParts): string {
  const say = (key: string) => plainText({ key: `forms:${key}` }, language);
  const isWrong = reasons.length > 0;
  const title = say('identity.title');
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say('identity.why')}</p>
${sample && sampleNote(sample, say)}
<form method="post" autocomplete="off" novalidate>
${isWrong && html`<p class="wrong" role="alert">${say('identity.look-again')}</p>`}
${fields.map((field) => input(field, { language, typed, reasons, sample }))}
<button type="submit">${say('identity.send')}</button>
</form>
<p class="note after">${say('identity.safe')}</p>
</section>`;
  return page({ language, title: isWrong ? `⚠ ${title}` : title, body, inLanguage: null });
}

function input(field: Field, { language, typed, reasons }: FormParts): Html {
  const say = (key: string) => plainText({ key: `forms:${field}.${key}` }, language);
  const wrong = reasons
    .filter(({ code }) => fieldOf(code) === field)
    .map((reason) =>
      plainText({ key: reasonKey(reason), ...(reason.params && { params: reason.params }) }, language),
    );
  const described = `${field}-hint${wrong.length > 0 ? ` ${field}-wrong` : ''}`;
  return html`<div class="field">
<label for="${field}">${say('label')}</label>
<p class="hint" id="${field}-hint">${say('hint')}</p>
<input id="${field}" name="${field}" value="${typed[field]}" aria-describedby="${described}" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="64"${
    field === 'iin' && html` inputmode="numeric"`
  }${wrong.length > 0 && html` aria-invalid="true"`}>
${wrong.length > 0 && html`<p class="wrong" id="${field}-wrong">${wrong.join(' ')}</p>`}
</div>`;
}

/** Beside which field a reason is told. */
const fieldOf = (code: string): Field => (code.startsWith('common.iban') ? 'iban' : 'iin');

const sampleNote = ({ iin, iban }: Identity, say: (key: string) => string): Html =>
  html`<p class="demo">${say('demo')}<br>${say('iin.label')}: <code>${iin}</code><br>${say('iban.label')}: <code>${iban}</code></p>`;

/** @param outcome `done`: kept; `over`: the link was used or has expired */
export function endPage(outcome: 'done' | 'over', language: Language): string {
  const say = (key: string) => plainText({ key: `forms:${outcome}.${key}` }, language);
  const title = say('title');
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say('text')}</p>
<p>${say('next')}</p>
</section>`;
  const inLanguage = outcome === 'done' ? (each: Language) => `/forms/done?lang=${each}` : null;
  return page({ language, title, body, inLanguage });
}
