// The page by which a holder downloads a certificate: they choose the language, and it is handed out once by this link.
import { certificateLayout } from '../../engine/documents/certificates/layout.ts';
import { ownCertificate } from '../../engine/documents/certificates/see.ts';
import type { Certificate } from '../../engine/documents/certificates/store.ts';
import type { OpenedDocument } from '../../engine/documents/kind.ts';
import { ok, refused } from '../../engine/kernel/result.ts';
import { useLink } from '../../engine/people/links.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { fileOf } from '../downloads/document-file.ts';
import { languageChoice, languageIn } from './choice.ts';
import { formPage, sayIn } from './frame.ts';
import type { FormCase, FormKind } from './kind.ts';

const found = ({ ctx, form: { link, person } }: FormCase) =>
  ownCertificate(ctx, person, String(link.data.certificate));

export const certificateForm: FormKind<EngineContext> = {
  kind: 'certificate-form',
  limits: { fields: { language: 2 } },

  async show(form, typed, trouble) {
    const { language } = form.form;
    const legend = sayIn(language)('certificate.language');
    const fields = languageChoice(legend, languageIn(typed.language, language));
    return formPage({ language, name: 'certificate', fields, trouble });
  },

  async keep(form, { fields }) {
    const { ctx, secret, form: opened } = form;
    const certificate = await found(form);
    const link = certificate && (await useLink(ctx, 'certificate-form', secret, opened.person));
    if (!certificate || !link) return refused('common.link-used');
    const language = languageIn(fields.language, opened.language);
    return ok(await fileOf(documentOf(ctx, certificate), 'pdf', language));
  },
};

const documentOf = ({ links }: EngineContext, certificate: Certificate): OpenedDocument => ({
  name: `qadam-${certificate.number}`,
  madeAt: certificate.createdAt,
  layout: (language) => certificateLayout(certificate, language, links.page(`verify/${certificate.number}`)),
});
