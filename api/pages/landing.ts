// The first page: what Qadam is, and what is where; in the demo, the story that one person can play.
import type { Language } from '../../engine/kernel/languages.ts';
import { plainText } from '../../locales/texts.ts';
import { type Html, html } from './html.ts';
import { page } from './layout.ts';

export interface LandingParts {
  readonly language: Language;
  readonly demo: boolean;
  /** Addresses that this server has. */
  readonly has: (address: string) => boolean;
}

/** The story in five steps: who acts in each, as the chat calls them. */
const story = [
  { step: 'register', personas: ['new-student'] },
  { step: 'interview', personas: ['head'] },
  { step: 'hours', personas: ['student', 'coordinator'] },
  { step: 'report', personas: ['student', 'head'] },
  { step: 'payout', personas: ['financial-centre', 'registrar'] },
] as const;

const machines = [
  { name: 'docs', address: '/docs' },
  { name: 'openapi', address: '/openapi.json' },
  { name: 'ready', address: '/health/ready' },
  { name: 'live', address: '/health/live' },
  { name: 'metrics', address: '/metrics' },
] as const;

export function landingPage({ language, demo, has }: LandingParts): string {
  const say = (key: string): string => plainText({ key }, language);
  const body = html`${hero(say, has)}
${demo && played(say)}
${forStaff(say, has)}
${forMachines(say, has)}`;
  return page({
    language,
    title: `Qadam — ${say('pages:lead')}`,
    body,
    inLanguage: (each) => `/?lang=${each}`,
    kind: 'wide',
  });
}

type Say = (key: string) => string;

const hero = (say: Say, has: LandingParts['has']): Html => html`<section class="hero">
<h1>${say('pages:lead')}</h1>
<p class="about">${say('pages:about')}</p>
${has('/chat') && html`<p class="actions"><a class="button" href="/chat">${say('pages:chat.open')}</a></p>`}
</section>`;

const played = (say: Say): Html => html`<section aria-labelledby="story">
<h2 id="story">${say('pages:demo.title')}</h2>
<p>${say('pages:demo.about')}</p>
<ol class="story">${story.map(
  ({ step, personas }) => html`<li>
<h3>${say(`pages:demo.${step}.title`)}</h3>
<p>${say(`pages:demo.${step}.text`)}</p>
<p class="who">${personas.map((each) => html`<span>${say(`web:persona.${each}`)}</span>`)}</p>
</li>`,
)}</ol>
<p class="note">${say('pages:demo.note')}</p>
</section>`;

const forStaff = (say: Say, has: LandingParts['has']): Html | null => {
  const places = [
    has('/chat') && card('/chat?desk=staff', say('pages:staff.title'), say('pages:staff.text')),
    has('/console') && card('/console', say('pages:console.title'), say('pages:console.text')),
  ].filter((each) => each !== false);
  if (places.length === 0) return null;
  return html`<section aria-labelledby="staff">
<h2 id="staff">${say('pages:for-staff')}</h2>
<ul class="places">${places}</ul>
</section>`;
};

const forMachines = (say: Say, has: LandingParts['has']): Html => html`<section aria-labelledby="machines">
<h2 id="machines">${say('pages:for-machines')}</h2>
<ul class="places small">${machines
  .filter(({ address }) => has(address))
  .map(({ name, address }) =>
    card(address, say(`pages:${name}.title`), say(`pages:${name}.text`), address),
  )}</ul>
</section>`;

const card = (href: string, title: string, text: string, shown?: string): Html =>
  html`<li><a href="${href}"><strong>${title}</strong><span>${text}</span>${
    shown !== undefined && html`<code>${shown}</code>`
  }</a></li>`;
