// What anybody may read of the contest: goals, tasks, founders, organisers, stages with their days, and the winners who have
// a page. Source: 002_1dd1149605db5bb7, all sections.
import type { Language } from '../../../engine/kernel/languages.ts';
import { regionOf } from '../../../engine/kernel/regions.ts';
import type { TextParams } from '../../../engine/kernel/result.ts';
import type { Edition, PublicWinner } from '../../../engine/programmes/contest/programme.ts';
import { plainText } from '../../../locales/texts.ts';
import { type Html, html } from '../../pages/html.ts';
import { page } from '../../pages/layout.ts';

const tasks = ['choice', 'learning', 'abilities', 'growth', 'activity'] as const;
const organisers = ['departments', 'patrons', 'media'] as const;
const founders = ['ministry', 'holding'] as const;
const stages = ['announcement', 'college', 'region', 'republic'] as const;

export function infoPage(language: Language, edition: Edition, winners: readonly PublicWinner[]): string {
  const { calendar, year, seats } = edition;
  const say = (key: string, params: TextParams = {}) =>
    plainText({ key: `contest-public:info.${key}`, params: { ...calendar, ...params } }, language);
  const list = (of: string, items: readonly string[]): Html =>
    html`<ul>${items.map((each) => html`<li>${say(`${of}.${each}`)}</li>`)}</ul>`;
  const part = (id: string, body: Html): Html =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${say(`${id}.title`)}</h2>${body}</section>`;
  const params = { collegeSeats: seats.college, regionSeats: seats.region };
  const body = html`<section class="sheet"><h1>${say('title', { year })}</h1>
<p>${say('lead')}</p></section>
${part('goals', html`<p>${say('goals.text')}</p>`)}
${part('tasks', list('tasks', tasks))}
${part('founders', list('founders', founders))}
${part('organisers', list('organisers', organisers))}
${part('nominees', html`<p>${say('nominees.text')}</p>`)}
${part('stages', html`<dl class="facts">${stages.map((each) => html`<dt>${say(`stages.${each}.title`)}</dt><dd>${say(`stages.${each}.text`, params)}</dd>`)}</dl>`)}
${winners.length > 0 && part('winners', winnerList(language, winners))}`;
  return page({
    language,
    title: say('title', { year }),
    body,
    inLanguage: (each) => `/contest?lang=${each}`,
  });
}

const winnerList = (language: Language, winners: readonly PublicWinner[]): Html =>
  html`<ul>${winners.map(
    ({ id, name, region }) =>
      html`<li><a href="/contest/winners/${id}?lang=${language}">${name}</a>, ${regionOf(region)?.[language]}</li>`,
  )}</ul>`;
