// A page to show or print: the QR code that leads to the vote for a nominee. It names nobody.
import QRCode from 'qrcode';
import type { Language } from '../../../engine/kernel/languages.ts';
import { plainText } from '../../../locales/texts.ts';
import { html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';

const SIDE = 320;

export const voteCode = (link: string): Promise<string> =>
  QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: 2, width: SIDE });

export function votePage(language: Language, id: string, link: string): string {
  const say = (key: string) => plainText({ key: `contest-public:vote-page.${key}` }, language);
  const body = html`<section class="sheet">
<h1>${say('title')}</h1>
<p>${say('text')}</p>
<p><img src="/contest/vote/${id}/code.svg" alt="${say('code')}" width="${SIDE}" height="${SIDE}"></p>
<p><a class="button" href="${link}">${say('open')}</a></p>
</section>`;
  return page({
    language,
    title: say('title'),
    body,
    inLanguage: (each) => `/contest/vote/${id}?lang=${each}`,
  });
}
