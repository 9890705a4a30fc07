// Every kind of secure form, one line each. A kind that is missing here would leave its links leading nowhere.

import type { FormKindName } from '../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { certificateForm } from './certificate.ts';
import { documentForm } from './document.ts';
import { documentsForm } from './documents.ts';
import { guardianForm } from './guardian.ts';
import { identityForm } from './identity.ts';
import type { FormKind } from './kind.ts';
import { organisationSignatureForm } from './organisation-signature.ts';
import { outsideForm } from './outside.ts';
import { paperSignatureForm } from './paper-signature.ts';
import { recordForm } from './record.ts';

export const kinds: Readonly<Record<FormKindName, FormKind<EngineContext>>> = {
  'identity-form': identityForm,
  'guardian-form': guardianForm,
  'documents-form': documentsForm,
  'organisation-signature': organisationSignatureForm,
  'paper-signature': paperSignatureForm,
  'record-form': recordForm,
  'certificate-form': certificateForm,
  'document-form': documentForm,
  'outside-form': outsideForm,
};
