// The form by which somebody without an account confirms or rejects what a person reported.
import { systemActor } from '../../engine/kernel/actor.ts';
import { ok, type Reason, refused, refusedFor } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { outsideWordOf } from '../../engine/programmes/rooms.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from '../pages/html.ts';
import { choice } from './choice.ts';
import { field, formPage, reasonText, sayIn, type Trouble } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';
import type { Sent } from './sent.ts';

const SHORT = 120;
const LONG = 1000;
const answers = ['yes', 'no'] as const;

export const outsideForm: FormKind<EngineContext> = {
  kind: 'outside-form',
  limits: { fields: { name: SHORT, post: SHORT, words: LONG, answer: 8 } },

  async show(form, typed, trouble) {
    const { language } = form.form;
    const input = (id: 'name' | 'post' | 'words', required: boolean): Html =>
      field({
        ...{
          language,
          id,
          texts: `outside.${id}`,
          wrong: trouble.filter(({ params }) => params?.field === id),
        },
        attributes: html`value="${typed[id]}" autocomplete="off"${required && html` required`} maxlength="${id === 'words' ? LONG : SHORT}"`,
      });
    const fields = [
      answerChoice(form, typed, trouble),
      input('name', true),
      input('post', true),
      input('words', false),
    ];
    return formPage({ language, name: 'outside', before: await asked(form), fields, trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const { word, subject } = subjectOf(form);
    const missing = missingIn(fields);
    if (missing.length > 0) return refusedFor(missing);
    if (!word) return refused('common.link-used');
    const { name = '', post = '', words = '', answer } = fields;
    const command = { id: `outside/${opened.link._id}`, actor: systemActor };
    const given = { confirmed: answer === 'yes', name, post, words };
    const kept = await word.answer(ctx, command, subject, given);
    if (!kept.ok) return kept;
    const link = await useLink(ctx, 'outside-form', secret, 'outside');
    return link ? ok(subject) : refused('common.link-used');
  },
};

function subjectOf({ ctx, form: { link } }: FormCase<EngineContext>) {
  return { word: outsideWordOf(ctx, String(link.data.word)), subject: String(link.data.subject) };
}

/** What there is to confirm, as its programme words it. */
async function asked(form: FormCase<EngineContext>): Promise<Html> {
  const { word, subject } = subjectOf(form);
  const { language } = form.form;
  const texts = (await word?.show(form.ctx, subject)) ?? null;
  if (texts === null) return html`<p>${sayIn(language)('outside.over')}</p>`;
  return html`${texts.map((each) => html`<p>${plainText(each, language)}</p>`)}`;
}

function answerChoice(
  { form: { language } }: FormCase<EngineContext>,
  typed: Sent['fields'],
  trouble: Trouble,
): Html {
  const say = sayIn(language);
  const missing = trouble.find(({ params }) => params?.field === 'answer');
  const wrong = missing && html`<p class="wrong">${reasonText(missing, language)}</p>`;
  return choice(
    'answer',
    say('outside.answer'),
    answers,
    typed.answer,
    (each) => say(`outside.${each}`),
    wrong,
  );
}

function missingIn({ name = '', post = '', words = '', answer }: Sent['fields']): readonly Reason[] {
  const isAnswered = answers.some((each) => each === answer);
  // Whoever does not confirm says why.
  const wanted = { answer: isAnswered, name: name.trim() !== '', post: post.trim() !== '', words: true };
  const all = { ...wanted, words: answer !== 'no' || words.trim() !== '' };
  return Object.entries(all).flatMap(([id, isThere]) =>
    isThere ? [] : [{ code: 'common.outside-missing', params: { field: id } }],
  );
}
