// What anyone who knows its number sees of a certificate, in words.
import type { Certificate } from '../../engine/documents/certificates/store.ts';
import { factWords, titleOf } from '../../engine/documents/certificates/texts.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';

export function shownCertificate(certificate: Certificate, language: Language) {
  const { number, kind, state, issuedOn, holderName } = certificate;
  const facts = factWords(certificate).map(({ name, label, value }) => {
    const words = value(language);
    return {
      name,
      label: plainText(label, language),
      value: typeof words === 'string' ? words : plainText(words, language),
    };
  });
  return {
    ...{ number, kind, state, issuedOn, facts },
    title: plainText(titleOf(certificate), language),
    holder: holderName,
    detailsErased: holderName === null,
  };
}
