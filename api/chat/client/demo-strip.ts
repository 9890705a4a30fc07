// The demo's strip: that all is fictional, which day it is there, and the way to the next one.
import { h, icon } from './dom.ts';
import { post } from './server.ts';
import { dayOf, onLanguage, t } from './texts.ts';
import { toast } from './toast.ts';

export function demoStrip(start: string): HTMLElement {
  let now = start;
  const day = h('b');
  const note = h('p', { class: 'note' });
  const next = h('button', { type: 'button', class: 'next-day' });
  const week = h('button', { type: 'button', class: 'next-week' });
  const element = h('aside', { class: 'demo' }, note, h('div', { class: 'clock' }, day, next, week));
  const render = () => {
    note.textContent = t('web:demo.fictional');
    day.textContent = dayOf(now);
    day.title = t('web:demo.today');
    next.replaceChildren(t('web:demo.next-day'), icon('next'));
    week.textContent = t('web:demo.next-week');
  };
  const advance = async (days: number) => {
    next.disabled = true;
    week.disabled = true;
    const answer = await post<{ now: string }>('/chat/demo/advance', { days });
    next.disabled = false;
    week.disabled = false;
    if (!answer.ok) return toast(answer.told || t('web:line.offline'), 'problem');
    now = answer.value.now;
    render();
    toast(t('web:demo.moved', { day: dayOf(now) }));
  };
  next.addEventListener('click', () => void advance(1));
  week.addEventListener('click', () => void advance(7));
  onLanguage(render);
  render();
  return element;
}
