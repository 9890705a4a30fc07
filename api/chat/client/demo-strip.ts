// The demo's strip: that all is fictional, which day it is there, the ways to later days, and the one back to the beginning.
import { ask } from './ask.ts';
import { h, icon } from './dom.ts';
import { post } from './server.ts';
import { dayOf, onLanguage, t } from './texts.ts';
import { toast } from './toast.ts';

const strides = [
  { days: 1, key: 'web:demo.next-day', name: 'next-day' },
  { days: 7, key: 'web:demo.next-week', name: 'next-week' },
  { days: 30, key: 'web:demo.next-month', name: 'next-month' },
] as const;

export function demoStrip(start: string): HTMLElement {
  let now = start;
  const day = h('b');
  const note = h('p', { class: 'note' });
  const over = h('button', { type: 'button', class: 'start-over' });
  const ahead = strides.map((stride) => ({
    ...stride,
    button: h('button', { type: 'button', class: stride.name }),
  }));
  const buttons = [over, ...ahead.map(({ button }) => button)];
  const render = () => {
    note.textContent = t('web:demo.fictional');
    day.textContent = dayOf(now);
    day.title = t('web:demo.today');
    over.textContent = t('web:demo.start-over');
    for (const { key, days, button } of ahead)
      button.replaceChildren(t(key), ...(days === 1 ? [icon('next')] : []));
  };
  const atWork = async <T>(act: () => Promise<T>): Promise<T> => {
    for (const each of buttons) each.disabled = true;
    const done = await act();
    for (const each of buttons) each.disabled = false;
    return done;
  };
  const advance = async (days: number) => {
    const answer = await atWork(() => post<{ now: string }>('/chat/demo/advance', { days }));
    if (!answer.ok) return toast(answer.told || t('web:line.offline'), 'problem');
    now = answer.value.now;
    render();
    toast(t('web:demo.moved', { day: dayOf(now) }));
  };
  for (const { button, days } of ahead) button.addEventListener('click', () => void advance(days));
  over.addEventListener('click', () => void atWork(startOver));
  onLanguage(render);
  render();
  const clock = h('div', { class: 'clock' }, day, ...ahead.map(({ button }) => button));
  return h('aside', { class: 'demo' }, note, clock, over);
}

async function startOver(): Promise<void> {
  const question = {
    text: t('web:demo.start-over-sure'),
    yes: t('web:demo.start-over-yes'),
    no: t('web:demo.start-over-no'),
  };
  if (!(await ask(question))) return;
  const answer = await post('/chat/demo/start-over');
  // What this page still shows is gone: it begins anew, as all others do when they look.
  if (answer.ok) location.reload();
  else toast(answer.told || t('web:line.offline'), 'problem');
}
