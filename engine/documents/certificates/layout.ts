// How a certificate looks: one framed page, with the code that leads to its check page.
import type { Language } from '../../kernel/languages.ts';
import { text } from '../../kernel/message.ts';
import type { Layout } from '../layout.ts';
import type { Certificate } from './store.ts';
import { factWords, purposeOf, titleOf } from './texts.ts';

/** @param checkAddress where anyone can check the certificate */
export function certificateLayout(
  certificate: Certificate,
  language: Language,
  checkAddress: string,
): Layout {
  const { number, issuedOn } = certificate;
  const facts = factWords(certificate).map(({ label, value }) => ({ label, value: value(language) }));
  return {
    title: text('documents:certificate.file-title', { number }),
    page: { size: 'A4', orientation: 'portrait', framed: true },
    header: 'Qadam',
    footer: text('documents:certificate.footer'),
    blocks: [
      { kind: 'space', lines: 6 },
      { kind: 'title', text: text('documents:certificate.heading'), align: 'center' },
      { kind: 'title', level: 3, text: titleOf(certificate), align: 'center' },
      { kind: 'space', lines: 2 },
      { kind: 'paragraph', text: text('documents:certificate.given-to'), align: 'center', emphasis: 'quiet' },
      { kind: 'title', level: 2, text: certificate.holderName ?? '', align: 'center' },
      { kind: 'space', lines: 1 },
      { kind: 'paragraph', text: purposeOf(certificate), align: 'center' },
      { kind: 'space', lines: 2 },
      {
        kind: 'rows',
        rows: [
          ...facts,
          {
            label: text('documents:certificate.issued-on'),
            value: text('documents:certificate.day', { day: issuedOn }),
          },
          { label: text('documents:certificate.number'), value: number },
        ],
      },
      { kind: 'space', lines: 5 },
      {
        kind: 'qr',
        content: checkAddress,
        beside: [text('documents:certificate.check'), checkAddress],
      },
    ],
  };
}
