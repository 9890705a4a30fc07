// The two ends of every secure form: it was taken, or its link is no longer good.
import type { Language } from '../../engine/kernel/languages.ts';
import { type FormKindName, formKinds } from '../../engine/people/secure-forms.ts';
import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';
import { sayIn } from './frame.ts';

/** Where a person is sent after their form was taken: an address without the secret. */
export const doneAddress = (kind: FormKindName, language: Language): string =>
  `/forms/done?of=${kind}&lang=${language}`;

/** @param of a kind of form, or anything else that stands in the address */
export function donePage(of: unknown, language: Language): string {
  const kind = formKinds.find((each) => each === of) ?? 'identity-form';
  // Whoever came from outside has no chat to go back to.
  const next = kind === 'outside-form' ? 'done.close' : 'done.next';
  return endPage(`done.${kind}`, language, next, (each) => doneAddress(kind, each));
}

/** The form was sent already, has expired or never was. */
export const overPage = (language: Language): string => endPage('over', language, 'over.next', null);

function endPage(
  name: string,
  language: Language,
  next: string,
  inLanguage: ((language: Language) => string) | null,
): string {
  const say = sayIn(language);
  const title = say(`${name}.title`);
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say(`${name}.text`)}</p>
<p>${say(next)}</p>
</section>`;
  return page({ language, title, body, inLanguage });
}
