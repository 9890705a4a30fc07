// The form for papers of an organisation: several files at once, PDF or pictures.
import { giveDocuments } from '../../engine/organisations/documents.ts';
import { html } from '../pages/html.ts';
import { field, formPage } from './frame.ts';
import type { FormKind } from './kind.ts';

export const documentsForm: FormKind = {
  kind: 'documents-form',
  limits: { fields: {}, files: 5 },

  async show({ form: { language } }, _typed, trouble) {
    const files = field({
      ...{ language, id: 'files', texts: 'documents.files', wrong: trouble },
      attributes: html`type="file" multiple required accept="application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif"`,
    });
    return formPage({ language, name: 'documents', fields: files, trouble, hasFiles: true });
  },

  keep: ({ ctx, secret }, { files }) => giveDocuments(ctx, secret, files),
};
