// Begins the page: asks who the visitor is, then follows their chats. Bundled by ../page.ts.
import type { WireDemo } from '../demo.ts';
import type { WireSession } from '../routes.ts';
import { App } from './app.ts';
import { h } from './dom.ts';
import { forgetAllBut, recall, remember } from './memory.ts';
import { get, post } from './server.ts';
import { t } from './texts.ts';

const PAUSE = 2_000;

async function begin(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const asked = new URLSearchParams(location.search);
  const desk = asked.get('desk') === 'staff' ? 'staff' : 'participant';
  const session = await post<WireSession>(`/chat/session?desk=${desk}`);
  const demo = session.ok && session.value.demo ? await get<WireDemo>('/chat/demo') : null;
  if (!session.ok || (demo && !demo.ok)) {
    root.replaceChildren(h('p', { class: 'trouble', role: 'alert' }, t('web:line.trouble')));
    setTimeout(() => void begin(), PAUSE);
    return;
  }
  if (demo?.ok) notice(demo.value.run);
  const app = new App(session.value, demo?.ok ? demo.value : null, asked.get('start'));
  root.replaceChildren(app.element);
  app.begin();
}

/** Drafts, open chats and what was read belong to one run of the demo: in the next there are others. */
function notice(run: string): void {
  const known = recall('run');
  if (known !== null && known !== run) forgetAllBut(['language']);
  remember('run', run);
}

void begin();
