// The page of a survey: its questions in the reader's language, each with its fault beside it. Works without scripts.
import type { Language } from '../../../engine/kernel/languages.ts';
import { regions } from '../../../engine/kernel/regions.ts';
import { LONGEST_TEXT, type Question } from '../../../engine/surveys/question.ts';
import type { Survey } from '../../../engine/surveys/store.ts';
import { plainText } from '../../../locales/texts.ts';
import { type Html, html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';
import { reasonText, type Trouble } from '../frame.ts';

/** What was typed, by field: see fields.ts. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export const sayIn =
  (language: Language) =>
  (key: string): string =>
    plainText({ key: `surveys:page.${key}` }, language);

export interface SurveyPage {
  readonly survey: Survey;
  readonly language: Language;
  readonly typed: Typed;
  readonly trouble: Trouble;
  readonly inLanguage: (language: Language) => string;
}

export function surveyPage({ survey, language, typed, trouble, inLanguage }: SurveyPage): string {
  const say = sayIn(language);
  const title = survey.title[language];
  const isWrong = trouble.length > 0;
  const general = trouble.filter(({ params }) => params?.question === undefined);
  const fields = survey.questions.map((question) => fieldOf(question, language, typed, trouble));
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${survey.intro[language]}</p>
<p class="note">${say(survey.anonymous ? 'anonymous' : 'named')}</p>
<form method="post" autocomplete="off" novalidate>
${isWrong && html`<div class="wrong" role="alert"><p>${plainText({ key: 'forms:look-again' }, language)}</p>${general.map((each) => html`<p>${reasonText(each, language)}</p>`)}</div>`}
${fields}
${survey.byRegion && regionField(language, typed.region?.[0] ?? '')}
<button type="submit">${say('send')}</button>
</form>
<p class="note after">${say('once')}</p>
</section>`;
  return page({ language, title: isWrong ? `⚠ ${title}` : title, body, inLanguage });
}

/** A page that says one thing. */
export function surveyEnd(what: string, language: Language): string {
  const say = sayIn(language);
  const title = say(`${what}.title`);
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say(`${what}.text`)}</p>
</section>`;
  return page({ language, title, body, inLanguage: null });
}

function fieldOf(question: Question, language: Language, typed: Typed, trouble: Trouble): Html {
  const wrong = trouble.filter(({ params }) => params?.question === question.id);
  const fault = wrong.map((each) => reasonText(each, language)).join(' ');
  const say = sayIn(language);
  const given = typed[question.id] ?? [];
  return html`<fieldset class="field choice"><legend>${question.text[language]}${question.optional && html` <span class="hint">${say('optional')}</span>`}</legend>
${inputs[question.kind](question, language, given)}
${wrong.length > 0 && html`<p class="wrong" role="alert">${fault}</p>`}
</fieldset>`;
}

type Inputs = (question: Question, language: Language, given: readonly string[]) => Html;

const ticks =
  (type: 'radio' | 'checkbox'): Inputs =>
  ({ id, options }, language, given) =>
    html`${options.map((each) =>
      tick(type, `q.${id}${type === 'checkbox' ? `.${each.id}` : ''}`, each.id, each.text[language], given),
    )}`;

const tick = (type: string, name: string, value: string, label: string, given: readonly string[]): Html =>
  html`<label><input type="${type}" name="${name}" value="${value}"${given.includes(value) && html` checked`}><span>${label}</span></label>`;

const inputs: Readonly<Record<Question['kind'], Inputs>> = {
  choice: ticks('radio'),
  several: ticks('checkbox'),
  scale: ({ id, from, to }, _, given) => {
    const steps = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, at) => String((from ?? 0) + at));
    return html`<div class="steps">${steps.map((step) => tick('radio', `q.${id}`, step, step, given))}</div>`;
  },
  number: ({ id, text }, language, given) =>
    html`<input name="q.${id}" aria-label="${text[language]}" value="${given[0] ?? ''}" inputmode="numeric" maxlength="10">`,
  text: ({ id, text }, language, given) =>
    html`<textarea name="q.${id}" aria-label="${text[language]}" rows="4" maxlength="${LONGEST_TEXT}">${given[0] ?? ''}</textarea>`,
};

const regionField = (language: Language, chosen: string): Html => html`<div class="field">
<label for="region">${sayIn(language)('region')}</label>
<select id="region" name="region"><option value="">${sayIn(language)('no-region')}</option>${regions.map(
  (each) =>
    html`<option value="${each.code}"${each.code === chosen && html` selected`}>${each[language]}</option>`,
)}</select>
</div>`;
