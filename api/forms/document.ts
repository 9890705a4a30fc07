// The page by which somebody downloads a document of a part: they choose the language, and it is handed out once by this link.
// Whether they still may is asked again.
import type { OpenedDocument } from '../../engine/documents/kind.ts';
import { renderPdf } from '../../engine/documents/pdf/render.ts';
import { isLanguage, type Language, languages } from '../../engine/kernel/languages.ts';
import { ok, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import { actorOf } from '../../engine/people/reach.ts';
import { people } from '../../engine/people/store.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { documentKindOf } from '../../engine/programmes/rooms.ts';
import { plainText } from '../../locales/texts.ts';
import { html } from '../pages/html.ts';
import { Download } from './download.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';

async function found({ ctx, form: { link, person } }: FormCase<EngineContext>) {
  const kind = documentKindOf(ctx, String(link.data.document));
  const holder = await people.on(ctx.db).findById(person).lean();
  return kind && holder ? kind.open(ctx, actorOf(holder), String(link.data.about)) : null;
}

export const documentForm: FormKind<EngineContext> = {
  kind: 'document-form',
  limits: { fields: { language: 2 } },

  async show({ form: { language } }, typed, trouble) {
    const say = sayIn(language);
    const chosen = isLanguage(typed.language) ? typed.language : language;
    const fields = html`<fieldset class="field choice"><legend>${say('document.language')}</legend>${languages.map(
      (each) =>
        html`<label><input type="radio" name="language" value="${each}"${each === chosen && html` checked`}><span>${plainText({ key: `common:language.${each}` }, each)}</span></label>`,
    )}</fieldset>`;
    return formPage({ language, name: 'document', fields, trouble, general: trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const document = await found(form);
    if (document?.ok === false) return document;
    const link = document && (await useLink(ctx, 'document-form', secret, opened.person));
    if (!document || !link) return refused('common.link-used');
    const language = isLanguage(fields.language) ? fields.language : opened.language;
    const { name } = document.value;
    return ok(new Download(`${name}.pdf`, 'application/pdf', await pdfIn(document.value, language)));
  },
};

/** The document as a file; the same bytes whenever it is asked for. */
export const pdfIn = ({ layout, madeAt }: OpenedDocument, language: Language): Promise<Buffer> =>
  renderPdf(layout, (words) => (typeof words === 'string' ? words : plainText(words, language)), madeAt);
