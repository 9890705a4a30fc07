// The two pages of a secure form inside Telegram: the one that hands Telegram's signed data over, and the one that says
// what to do when it was not taken. The only script of the secure forms stands here, and does nothing else.
import type { Language } from '../../engine/kernel/languages.ts';
import { html } from '../pages/html.ts';
import { page } from '../pages/layout.ts';
import { sayIn } from './frame.ts';

/** The script fills the field in and sends the form; without it, or outside Telegram, the words stay. */
export function entrancePage(language: Language): string {
  const say = sayIn(language);
  const title = say('mini-app.title');
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say('mini-app.text')}</p>
<form method="post" id="entrance"><input type="hidden" name="init_data" id="init-data"></form>
<script src="/assets/mini-app.js" defer></script>
</section>`;
  return page({ language, title, body, inLanguage: null });
}

/** Not their chat, altered, too old, or used before. */
export function noEntrancePage(language: Language): string {
  const say = sayIn(language);
  const title = say('mini-app-refused.title');
  const body = html`<section class="sheet">
<h1>${title}</h1>
<p>${say('mini-app-refused.text')}</p>
<p>${say('mini-app-refused.next')}</p>
</section>`;
  return page({ language, title, body, inLanguage: null });
}
