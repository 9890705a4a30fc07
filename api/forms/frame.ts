// What the pages of all secure forms share: a sheet with its reason, the fields with their faults, one button.
// Everything works without scripts.
import type { Language } from '../../engine/kernel/languages.ts';
import { type Reason, reasonKey } from '../../engine/kernel/result.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, type HtmlValue, html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';

/** Why the last sending was not taken; empty before the first. */
export type Trouble = readonly Reason[];

/** Says a text of the forms. */
export type Say = (key: string, params?: Reason['params']) => string;

export const sayIn =
  (language: Language): Say =>
  (key, params) =>
    plainText({ key: `forms:${key}`, ...(params && { params }) }, language);

export interface FrameParts {
  readonly language: Language;
  /** Texts `<name>.title`, `.why`, `.send` and `.safe`. */
  readonly name: string;
  /** Between the reason for the form and the form itself. */
  readonly before?: HtmlValue;
  readonly fields: HtmlValue;
  readonly trouble: Trouble;
  /** Reasons that are told above the fields, as they belong to none of them. */
  readonly general?: Trouble;
  readonly hasFiles?: boolean;
}

export function formPage(parts: FrameParts): string {
  const { language, name, before, fields, trouble, general = [], hasFiles = false } = parts;
  const say = sayIn(language);
  const title = say(`${name}.title`);
  const isWrong = trouble.length > 0;
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say(`${name}.why`)}</p>
${before}
<form method="post" autocomplete="off" novalidate${hasFiles && html` enctype="multipart/form-data"`}>
${isWrong && html`<div class="wrong" role="alert"><p>${say('look-again')}</p>${general.map((each) => html`<p>${reasonText(each, language)}</p>`)}</div>`}
${fields}
<button type="submit">${say(`${name}.send`)}</button>
</form>
<p class="note after">${say(`${name}.safe`)}</p>
</section>`;
  return page({ language, title: isWrong ? `⚠ ${title}` : title, body, inLanguage: null });
}

export const reasonText = (reason: Reason, language: Language): string =>
  plainText({ key: reasonKey(reason), ...(reason.params && { params: reason.params }) }, language);

export interface FieldParts {
  readonly language: Language;
  readonly id: string;
  /** Texts `<texts>.label` and `<texts>.hint`. */
  readonly texts: string;
  readonly wrong: Trouble;
  /** The attributes of an `input`, besides id, name and description. */
  readonly attributes: Html;
}

/** One labelled field, with its faults beneath it and told to a screen reader. */
export function field({ language, id, texts, wrong, attributes }: FieldParts): Html {
  const say = sayIn(language);
  const isWrong = wrong.length > 0;
  const described = `${id}-hint${isWrong ? ` ${id}-wrong` : ''}`;
  const fault = wrong.map((each) => reasonText(each, language)).join(' ');
  return html`<div class="field">
<label for="${id}">${say(`${texts}.label`)}</label>
<p class="hint" id="${id}-hint">${say(`${texts}.hint`)}</p>
<input id="${id}" name="${id}" aria-describedby="${described}" ${attributes}${isWrong && html` aria-invalid="true"`}>
${isWrong && html`<p class="wrong" id="${id}-wrong">${fault}</p>`}
</div>`;
}
