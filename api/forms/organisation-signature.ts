// The form on which the head of an organisation signs its application electronically.

import { refused } from '../../engine/kernel/result.ts';
import { binOfLink, confirmAsHead, headChallengeOf } from '../../engine/organisations/head-signature.ts';
import { demoSignature } from '../../engine/signatures/demo.ts';
import { formPage } from './frame.ts';
import type { FormKind } from './kind.ts';
import { sampleIdentity } from './sample.ts';
import { isAboutSignature, signatureIn, signatureInputs, signatureLimits } from './signature-fields.ts';

export const organisationSignatureForm: FormKind = {
  kind: 'organisation-signature',
  limits: signatureLimits,

  async show({ ctx, form, secret, demo }, _typed, trouble) {
    const { language, link, person } = form;
    const holder = { iin: sampleIdentity(person, '1980-01-01').iin, bin: binOfLink(link) };
    const sample = demo ? demoSignature(holder, headChallengeOf(ctx, link)) : null;
    const fields = signatureInputs({ language, secret, sample }, trouble);
    const general = trouble.filter(({ code }) => !isAboutSignature(code));
    return formPage({ language, name: 'organisation-signature', fields, trouble, general, hasFiles: true });
  },

  text: ({ ctx, form, signatures }) => (signatures ? headChallengeOf(ctx, form.link) : ''),

  keep: async ({ ctx, secret, signatures }, sent) => {
    const found = signatureIn(sent);
    if (!found.ok) return found;
    const cms = found.value;
    if (!cms) return refused('common.signature-missing');
    if (!signatures) return refused('common.signature-unavailable');
    return confirmAsHead(ctx, secret, { cms, verifier: signatures });
  },
};
