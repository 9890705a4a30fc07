// The form for papers of an organisation: several files at once, PDF or pictures.
import { refusedFor } from '../../engine/kernel/result.ts';
import { discardStaged } from '../../engine/media/store.ts';
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

  keep: async ({ ctx, secret }, { staged, refused }) => {
    const given = refused.length > 0 ? refusedFor(refused) : await giveDocuments(ctx, secret, staged);
    if (!given.ok) await discardStaged(ctx, staged);
    return given;
  },
};
