// The page by which somebody downloads a document of a part: they choose the language and, where there are several, the format; it
// is handed out once by this link. Whether they still may is asked again.
import type { DocumentFormat, DocumentKind } from '../../engine/documents/kind.ts';
import { ok, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import { actorOf } from '../../engine/people/reach.ts';
import { people } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { documentKindOf } from '../../engine/programmes/rooms.ts';
import { plainText } from '../../locales/texts.ts';
import { fileOf } from '../downloads/document-file.ts';
import { html } from '../pages/html.ts';
import { choice, languageChoice, languageIn } from './choice.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';

type Kind = DocumentKind<EngineContext>;

export const documentForm: FormKind<EngineContext> = {
  kind: 'document-form',
  limits: { fields: { language: 2, format: 4 } },

  async show(form, typed, trouble) {
    const { language } = form.form;
    const kind = kindIn(form);
    const say = sayIn(language);
    const chosen = languageChoice(say('document.language'), languageIn(typed.language, language));
    const fields = html`${chosen}
${kind && kind.formats.length > 1 && choice('format', say('document.format'), kind.formats, formatIn(kind, typed.format), (each) => say(`document.as.${each}`))}`;
    const before = kind && html`<p><b>${plainText({ key: kind.title }, language)}</b></p>`;
    return formPage({ language, name: 'document', before, fields, trouble, general: trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const kind = kindIn(form);
    const holder = await people.on(ctx.db).findById(opened.person).lean();
    if (!kind || !holder) return refused('common.link-used');
    const document = await kind.open(ctx, actorOf(holder), String(opened.link.data.about));
    if (!document.ok) return document;
    if (!(await useLink(ctx, 'document-form', secret, opened.person))) return refused('common.link-used');
    const language = languageIn(fields.language, opened.language);
    return ok(await fileOf(document.value, formatIn(kind, fields.format), language));
  },
};

const kindIn = ({ ctx, form }: FormCase<EngineContext>): Kind | undefined =>
  documentKindOf(ctx, String(form.link.data.document));

const formatIn = ({ formats }: Kind, typed: string | undefined): DocumentFormat =>
  formats.find((each) => each === typed) ?? formats[0];
