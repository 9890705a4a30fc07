// The running log of one chat: days, messages, what waits to be sent. Changes only what has changed, so that neither
// the place one reads at nor the focus is lost.
import type { WireMessage } from '../wire.ts';
import type { Conversation } from './conversation.ts';
import { h, icon, steps } from './dom.ts';
import { messageView, pendingView } from './message-view.ts';
import { isRepeated, SETTLES, Settling } from './settling.ts';
import { dayKey, dayOf, language, t } from './texts.ts';
import { toast } from './toast.ts';

const NEAR = 80;
/** Buttons that may be within sight: those above them are not measured. */
const WATCHED = 40;

export class Log {
  readonly element = h('div', { class: 'scroll', tabindex: 0 });
  readonly newest = h('button', { class: 'newest', type: 'button', hidden: true }, icon('down'));
  readonly #list = h('div', { class: 'log', role: 'log', 'aria-live': 'polite' });
  readonly #earlier = h('button', { class: 'earlier', type: 'button', hidden: true });
  readonly #conversation: Conversation;
  readonly #views = new Map<string, HTMLElement>();
  readonly #settling = new Settling<HTMLElement>();
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
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
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
    this.#settle();
  }

  toEnd(): void {
    this.#follows = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.#seen();
    this.#settle();
  }

  #scrolled(): void {
    // First: what is seen now is marked as read, and the log drawn anew, as if the page had moved the buttons.
    this.#settling.look(this.#watched(), true);
    this.#seen();
  }

  /** Buttons that came or moved just now look as if they were not there yet. */
  #settle(): void {
    const buttons = this.#watched();
    this.#settling.look(buttons);
    for (const button of buttons.filter((each) => !this.#settling.isStill(each))) {
      button.dataset.settling = '';
      setTimeout(() => {
        if (this.#settling.isStill(button)) delete button.dataset.settling;
        // A little later, for timers and the page's clock round differently.
      }, SETTLES + 50);
    }
  }

  #watched(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('button.choice')].slice(-WATCHED);
  }

  /** A keyboard presses what has the focus, wherever it moved; a pointer presses what happens to be there. */
  #press(message: WireMessage, data: string, button: HTMLElement, click: MouseEvent): void {
    if (click.detail === 0 || (!isRepeated(click) && this.#settling.isStill(button)))
      this.#tap(message, data, button);
    else toast(t('web:chat.press-again'));
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
      yield [
        key,
        () => messageView(message, (data, button, click) => this.#press(message, data, button, click)),
      ];
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
