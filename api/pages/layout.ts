// What all pages share: the frame, the name, the choice of a language.
import { type Language, languages } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from './html.ts';

export interface PageParts {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Where the same page is in another language; null where the reader cannot choose. */
  readonly inLanguage: ((language: Language) => string) | null;
  readonly kind?: 'wide' | 'narrow';
}

/** A whole document. Works without scripts. */
export const page = ({ language, title, body, inLanguage, kind = 'narrow' }: PageParts): string =>
  String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css">
</head>
<body class="${kind}">
<header>
<span class="brand"><img src="/assets/icon.svg" alt="" width="36" height="36">Qadam</span>
${inLanguage && languageChoice(language, inLanguage)}
</header>
<main>
${body}
</main>
</body>
</html>
`);

const languageChoice = (current: Language, addressOf: (language: Language) => string): Html =>
  html`<nav aria-label="${plainText({ key: 'pages:language' }, current)}">${languages.map(
    (each) =>
      html`<a href="${addressOf(each)}" lang="${each}" hreflang="${each}"${
        each === current && html` aria-current="true"`
      }>${plainText({ key: `common:language.${each}` }, each)}</a>`,
  )}</nav>`;
