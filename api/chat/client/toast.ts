// Short words over the chat, read out by screen readers.
import { h } from './dom.ts';

const SHOWN = 4_500;
const LONGER = 9_000;

const region = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
document.body.append(region);

export function toast(text: string, kind: 'note' | 'problem' = 'note'): void {
  if (text === '') return;
  const shown = h('p', { class: `toast ${kind}` }, text);
  region.append(shown);
  setTimeout(() => shown.remove(), kind === 'note' ? SHOWN : LONGER);
}
