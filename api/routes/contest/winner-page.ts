// The page of one winner, with what they agreed to show and nothing else.
import type { Language } from '../../../engine/kernel/languages.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { PublicWinner } from '../../../engine/programmes/contest/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import { html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';

/** @param college its name in the reader's language */
export function winnerPage(language: Language, winner: PublicWinner, college: string): string {
  const { id, name, region, edition, isLaureate, texts } = winner;
  const kind = isLaureate ? 'laureate' : 'regional';
  const title = plainText({ key: `contest-public:winner.${kind}`, params: { year: edition } }, language);
  const paragraphs = texts[language].split(/\n+/).filter((each) => each.trim() !== '');
  const body = html`<article class="sheet">
<h1>${name}</h1>
<p>${title}</p>
<p class="note">${college}, ${regionOf(region)?.[language]}</p>
<p><img src="/contest/winners/${id}/photo" alt="${name}" width="320"></p>
${paragraphs.map((each) => html`<p>${each}</p>`)}
</article>`;
  return page({ language, title: name, body, inLanguage: (each) => `/contest/winners/${id}?lang=${each}` });
}
