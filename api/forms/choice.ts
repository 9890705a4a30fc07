// One of several, chosen by radio buttons; and the choice that every file to download asks for, its language.
import { isLanguage, type Language, languages } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from '../pages/html.ts';

/**
 * @param label the words of a value, as they stand beside its button
 * @param below what is wrong with what was chosen
 */
export function choice<T extends string>(
  name: string,
  legend: string,
  values: readonly T[],
  chosen: string | undefined,
  label: (value: T) => string,
  below: Html | undefined = undefined,
): Html {
  const radios = values.map(
    (each) =>
      html`<label><input type="radio" name="${name}" value="${each}"${each === chosen && html` checked`}><span>${label(each)}</span></label>`,
  );
  return html`<fieldset class="field choice"><legend>${legend}</legend>${radios}${below}</fieldset>`;
}

/** Each language by its own name. */
export const languageChoice = (legend: string, chosen: Language): Html =>
  choice('language', legend, languages, chosen, (each) =>
    plainText({ key: `common:language.${each}` }, each),
  );

/** What was chosen; that of the person where nothing readable was. */
export const languageIn = (typed: string | undefined, own: Language): Language =>
  isLanguage(typed) ? typed : own;
