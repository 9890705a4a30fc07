// The page by which a holder downloads a certificate: they choose the language, and it is handed out once by this link.
import { certificateLayout } from '../../engine/documents/certificates/layout.ts';
import { ownCertificate } from '../../engine/documents/certificates/see.ts';
import type { Certificate } from '../../engine/documents/certificates/store.ts';
import { renderPdf } from '../../engine/documents/pdf/render.ts';
import { isLanguage, type Language, languages } from '../../engine/kernel/languages.ts';
import { ok, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { plainText } from '../../locales/texts.ts';
import { html } from '../pages/html.ts';
import { Download } from './download.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';

const found = ({ ctx, form: { link, person } }: FormCase) =>
  ownCertificate(ctx, person, String(link.data.certificate));

export const certificateForm: FormKind<EngineContext> = {
  kind: 'certificate-form',
  limits: { fields: { language: 2 } },

  async show(form, typed, trouble) {
    const { language } = form.form;
    const say = sayIn(language);
    const chosen = isLanguage(typed.language) ? typed.language : language;
    const fields = html`<fieldset class="field choice"><legend>${say('certificate.language')}</legend>${languages.map(
      (each) =>
        html`<label><input type="radio" name="language" value="${each}"${each === chosen && html` checked`}><span>${plainText({ key: `common:language.${each}` }, each)}</span></label>`,
    )}</fieldset>`;
    return formPage({ language, name: 'certificate', fields, trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const certificate = await found(form);
    const link = certificate && (await useLink(ctx, 'certificate-form', secret, opened.person));
    if (!certificate || !link) return refused('common.link-used');
    const language = isLanguage(fields.language) ? fields.language : opened.language;
    return ok(
      new Download(
        `qadam-${certificate.number}.pdf`,
        'application/pdf',
        await pdfOf(ctx, certificate, language),
      ),
    );
  },
};

/** The certificate as a file; the same bytes whenever it is asked for. */
export function pdfOf(ctx: EngineContext, certificate: Certificate, language: Language): Promise<Buffer> {
  const layout = certificateLayout(certificate, language, ctx.links.page(`verify/${certificate.number}`));
  const say = (words: Parameters<Parameters<typeof renderPdf>[1]>[0]) =>
    typeof words === 'string' ? words : plainText(words, language);
  return renderPdf(layout, say, certificate.createdAt);
}
