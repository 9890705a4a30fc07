// The pages of the public check: type a number, what it stands for, and the polite answer to one that we do not know.
import type { Certificate } from '../../engine/documents/certificates/store.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import type { Reason } from '../../engine/kernel/result.ts';
import { plainText } from '../../locales/texts.ts';
import { type HtmlValue, html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';
import { shownCertificate } from './shown.ts';

const sayIn =
  (language: Language) =>
  (key: string, params?: Reason['params']): string =>
    plainText({ key: `documents:verify.${key}`, ...(params && { params }) }, language);

export const searchPage = (language: Language): string =>
  framed(language, sayIn(language)('title'), null, (each) => `/verify?lang=${each}`);

/** The same for what is no number at all, so that an answer says nothing about the form of numbers. */
export function unknownPage(language: Language, typed: string): string {
  const say = sayIn(language);
  const before = html`<p role="alert">${say('unknown.text', { number: typed })}</p>
<p>${say('unknown.next')}</p>`;
  return framed(language, say('unknown.title'), before, (each) => `/verify?lang=${each}`);
}

export function foundPage(language: Language, certificate: Certificate): string {
  const say = sayIn(language);
  const shown = shownCertificate(certificate, language);
  const title = say(shown.state === 'revoked' ? 'revoked.title' : 'valid.title');
  const row = (label: string, value: HtmlValue) => html`<dt>${label}</dt><dd>${value}</dd>`;
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${shown.title}</p>
${shown.state === 'revoked' && html`<p role="alert">${say('revoked.text')}</p>`}
${shown.detailsErased && html`<p>${say('erased')}</p>`}
<dl class="facts">
${shown.holder !== null && row(say('holder'), shown.holder)}
${shown.facts.map(({ label, value }) => row(label, value))}
${row(say('issued-on'), say('day', { day: shown.issuedOn }))}
${row(say('number'), html`<code>${shown.number}</code>`)}
</dl>
<p class="note">${say('note')}</p>
</section>`;
  const inLanguage = (each: Language) => `/verify/${shown.number}?lang=${each}`;
  return page({ language, title, body, inLanguage });
}

function framed(
  language: Language,
  title: string,
  before: HtmlValue,
  inLanguage: (language: Language) => string,
): string {
  const say = sayIn(language);
  const body = html`<section class="sheet">
<h1>${title}</h1>
${before}
<form method="get" action="/verify">
<input type="hidden" name="lang" value="${language}">
<div class="field"><label for="number">${say('number')}</label>
<p class="hint" id="number-hint">${say('hint')}</p>
<input id="number" name="number" aria-describedby="number-hint" autocomplete="off" spellcheck="false" required maxlength="40"></div>
<button type="submit">${say('check')}</button>
</form>
</section>`;
  return page({ language, title, body, inLanguage });
}
