// The running log of one chat: days, messages, what waits to be sent. Changes only what has changed, so that neither
// the place one reads at nor the focus is lost.
import type { WireMessage } from '../wire.ts';
import type { Conversation } from './conversation.ts';
import { h, icon, steps } from './dom.ts';
import { messageView, pendingView } from './message-view.ts';
import { dayKey, dayOf, language, t } from './texts.ts';

const NEAR = 80;

export class Log {
  readonly element = h('div', { class: 'scroll', tabindex: 0 });
  readonly newest = h('button', { class: 'newest', type: 'button', hidden: true }, icon('down'));
  readonly #list = h('div', { class: 'log', role: 'log', 'aria-live': 'polite' });
  readonly #earlier = h('button', { class: 'earlier', type: 'button', hidden: true });
  readonly #conversation: Conversation;
  readonly #views = new Map<string, HTMLElement>();
  readonly #tap: (message: WireMessage, data: string, button: HTMLElement) => void;

  constructor(
    conversation: Conversation,
    tap: (message: WireMessage, data: string, button: HTMLElement) => void,
  ) {
    this.#conversation = conversation;
    this.#tap = tap;
    this.element.append(this.#earlier, this.#list);
    this.#earlier.addEventListener('click', () => void this.#loadEarlier());
    this.newest.addEventListener('click', () => this.toEnd());
    this.element.addEventListener('scroll', () => this.#seen(), { passive: true });
    const resized = new ResizeObserver(() => {
      if (this.#follows) this.toEnd();
    });
    resized.observe(this.element);
    // A picture has its height only once it came.
    resized.observe(this.#list);
  }

  #follows = true;

  render(name: string): void {
    const conversation = this.#conversation;
    const stays = this.#follows;
    this.#list.setAttribute('aria-label', t('web:chat.messages', { name }));
    this.newest.setAttribute('aria-label', t('web:chat.newest'));
    this.#earlier.textContent = t('web:chat.earlier');
    this.#earlier.hidden = conversation.earliestKnown || conversation.messages.size === 0;
    this.#place([...this.#messages(), ...this.#pending()]);
    if (stays) this.toEnd();
    else this.#seen();
  }

  toEnd(): void {
    this.#follows = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.#seen();
  }

  #seen(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEAR;
    this.newest.hidden = this.#follows;
    if (this.#follows && this.element.isConnected && document.visibilityState === 'visible')
      this.#conversation.markRead();
  }

  *#messages(): Iterable<readonly [string, () => HTMLElement]> {
    let day = '';
    for (const message of this.#conversation.sorted()) {
      const its = dayKey(message.at);
      if (its !== day) {
        day = its;
        yield [`day ${its} ${language()}`, () => dayView(message.at)];
      }
      const key = `${message.seq}@${message.rev} ${message.removed ? language() : ''}`;
      yield [key, () => messageView(message, (data, button) => this.#tap(message, data, button))];
    }
  }

  *#pending(): Iterable<readonly [string, () => HTMLElement]> {
    for (const each of this.#conversation.pending)
      yield [`${each.id} ${each.refusal ?? ''} ${language()}`, () => pendingView(each, this.#conversation)];
  }

  #place(wanted: readonly (readonly [string, () => HTMLElement])[]): void {
    const focused = document.activeElement?.closest<HTMLElement>('.message')?.dataset.seq;
    const hadFocus = focused !== undefined && this.#list.contains(document.activeElement);
    const keys = new Set(wanted.map(([key]) => key));
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.remove();
      this.#views.delete(key);
    }
    let after: Element | null = null;
    for (const [key, make] of wanted) {
      const view = this.#views.get(key) ?? make();
      this.#views.set(key, view);
      const place: Element | null = after ? after.nextElementSibling : this.#list.firstElementChild;
      if (place !== view) this.#list.insertBefore(view, place);
      after = view;
    }
    if (hadFocus && !this.#list.contains(document.activeElement)) this.#refocus(focused);
  }

  /** The message that had the focus was edited: its new form gets it. */
  #refocus(seq: string): void {
    const again = this.#list.querySelector<HTMLElement>(`[data-seq="${seq}"] .choice`);
    (again ?? this.element).focus({ preventScroll: true });
  }

  async #loadEarlier(): Promise<void> {
    const { element } = this;
    const fromEnd = element.scrollHeight - element.scrollTop;
    this.#follows = false;
    await this.#conversation.loadEarlier();
    element.scrollTop = element.scrollHeight - fromEnd;
  }
}

const dayView = (at: string): HTMLElement =>
  h('p', { class: 'day' }, steps(3, 'ticks'), h('span', {}, dayOf(at)));
