// One message as elements: bubble, pictures, buttons. Rebuilt whenever the message changes.
import type { WireMessage } from '../wire.ts';
import type { Pending } from './conversation.ts';
import { h, icon } from './dom.ts';
import { isSafe, nodesOf } from './html.ts';
import { t, timeOf } from './texts.ts';

export type OnTap = (data: string, button: HTMLElement, click: MouseEvent) => void;

export function messageView(message: WireMessage, onTap: OnTap): HTMLElement {
  const { from, removed, html, media, buttons, at } = message;
  const mine = from === 'person';
  const said = h('div', { class: 'text' }, nodesOf(html));
  const bubble = h(
    'div',
    { class: `bubble${removed ? ' gone' : ''}` },
    ...media.map(mediaView),
    removed ? h('div', { class: 'text' }, t('web:chat.removed')) : html !== '' && said,
    h('time', { datetime: at }, timeOf(at)),
  );
  return h(
    'article',
    {
      class: `message ${mine ? 'mine' : 'theirs'}`,
      // A question that was asked anew further down: nothing to be seen here.
      hidden: removed && !mine,
      'data-seq': message.seq,
      'aria-label': mine ? t('web:chat.you') : 'Qadam',
    },
    bubble,
    buttons.length > 0 && h('div', { class: 'rows' }, ...buttons.map((row) => rowView(row, onTap))),
  );
}

function rowView(row: WireMessage['buttons'][number], onTap: OnTap): HTMLElement {
  return h('div', { class: 'row' }, ...row.map((each) => buttonView(each, onTap)));
}

function buttonView({ label, url, data }: WireMessage['buttons'][number][number], onTap: OnTap): HTMLElement {
  if (url !== undefined) {
    const outside = { target: '_blank', rel: 'noopener noreferrer', title: t('web:chat.opens-outside') };
    return h('a', { class: 'choice', href: isSafe(url) ? url : false, ...outside }, label, icon('out'));
  }
  const button = h('button', { class: 'choice', type: 'button' }, label);
  button.addEventListener('click', (click) => {
    if (data !== undefined && button.ariaDisabled !== 'true') onTap(data, button, click);
  });
  return button;
}

function mediaView({ id, kind, name, mime }: WireMessage['media'][number]): HTMLElement {
  const address = `/chat/media/${id}`;
  if (kind === 'photo') {
    const picture = h('img', {
      src: address,
      alt: t('web:chat.photo', { name }),
      loading: 'lazy',
      class: 'photo',
    });
    return h('a', { href: address, target: '_blank', rel: 'noopener', class: 'media' }, picture);
  }
  if (mime.startsWith('video/'))
    return h('video', { src: address, controls: true, preload: 'metadata', class: 'photo video' });
  if (mime.startsWith('audio/')) return h('audio', { src: address, controls: true, preload: 'metadata' });
  const label = t('web:chat.file', { name });
  return h(
    'a',
    { href: address, download: name, class: 'file', 'aria-label': label },
    icon('file'),
    h('span', {}, name),
  );
}

export interface PendingActions {
  retry(id: string): void;
  discard(id: string): void;
}

/** What the person sent and the server has not confirmed yet. */
export function pendingView({ id, text, file, refusal }: Pending, actions: PendingActions): HTMLElement {
  const isRefused = refusal !== undefined;
  const state = isRefused ? t('web:chat.not-sent') : t('web:chat.sending');
  const bubble = h(
    'div',
    { class: 'bubble' },
    file && h('span', { class: 'file' }, icon('file'), h('span', {}, file.name)),
    text !== '' && h('div', { class: 'text' }, text),
    h('small', { class: 'state' }, state),
  );
  const view = h(
    'article',
    { class: `message mine ${isRefused ? 'refused' : 'waiting'}`, 'aria-label': t('web:chat.you') },
    bubble,
  );
  if (!isRefused) return view;
  const again = h('button', { type: 'button', class: 'choice' }, t('web:chat.again'));
  const discard = h('button', { type: 'button', class: 'choice' }, t('web:chat.discard'));
  again.addEventListener('click', () => actions.retry(id));
  discard.addEventListener('click', () => actions.discard(id));
  view.append(h('p', { class: 'why', role: 'alert' }, refusal), h('div', { class: 'row' }, again, discard));
  return view;
}
