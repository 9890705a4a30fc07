// One open chat: its header, log and composer, or what to do when nothing was said yet.
import type { WireMessage, WireToast } from '../wire.ts';
import { Composer } from './composer.ts';
import type { Conversation } from './conversation.ts';
import { h, icon, steps } from './dom.ts';
import { Log } from './log.ts';
import { t } from './texts.ts';
import { toast } from './toast.ts';

/** After this a button may be pressed again, whatever became of it. */
const TAP_PATIENCE = 8_000;

export interface PaneHead {
  readonly name: string;
  readonly about: string;
}

export class Pane {
  readonly element = h('section', { class: 'pane' });
  readonly conversation: Conversation;
  readonly #head = h('header', { class: 'head' });
  readonly #title = h('h2');
  readonly #about = h('p');
  readonly #close = h('button', { type: 'button', class: 'plain close' }, icon('close'));
  readonly #empty = h('div', { class: 'empty' });
  readonly #log: Log;
  readonly #composer: Composer;
  readonly #headOf: () => PaneHead;
  readonly #taps = new Map<string, HTMLElement>();
  readonly #end: () => void;
  /** A link's one-time secret, until Start is pressed. */
  #payload: string | null;
  #isStarting = false;

  constructor(
    conversation: Conversation,
    headOf: () => PaneHead,
    payload: string | null,
    onClose: () => void,
  ) {
    this.conversation = conversation;
    this.element.dataset.chat = conversation.chat;
    this.#headOf = headOf;
    this.#payload = payload;
    this.#log = new Log(conversation, (message, data, button) => this.#tap(message, data, button));
    this.#composer = new Composer(conversation, () => this.#log.toEnd());
    this.#close.addEventListener('click', onClose);
    this.#head.append(h('div', {}, this.#title, this.#about), this.#close);
    const drop = h('p', { class: 'drop' });
    const body = h('div', { class: 'body' }, this.#log.element, this.#empty, this.#log.newest);
    this.element.append(this.#head, body, this.#composer.element, drop);
    this.#dropping(drop);
    this.#end = conversation.onChange(() => this.render());
  }

  render(): void {
    const { name, about } = this.#headOf();
    this.#title.textContent = name;
    this.#about.textContent = about;
    this.#close.ariaLabel = t('web:page.close-pane');
    this.element.ariaLabel = name;
    const { loaded, messages, pending } = this.conversation;
    const isEmpty = loaded && messages.size === 0 && pending.length === 0;
    const mayStart = isEmpty || (loaded && this.#payload !== null);
    this.#empty.hidden = !mayStart;
    const hadFocus = this.#composer.element.contains(document.activeElement);
    this.element.classList.toggle('is-empty', isEmpty);
    if (mayStart && this.#empty.dataset.language !== document.documentElement.lang)
      this.#renderEmpty(isEmpty);
    if (isEmpty && hadFocus) this.focus();
    this.#log.render(name);
    this.#composer.render();
  }

  focus(): void {
    const start = this.#empty.hidden ? null : this.#empty.querySelector('button');
    if (start) start.focus();
    else if (matchMedia('(pointer: fine)').matches) this.#composer.focus();
  }

  /** A tap was answered. */
  answered({ interaction, text }: WireToast): void {
    this.#release(interaction);
    if (text !== null) toast(text);
  }

  leave(): void {
    this.#end();
    this.element.remove();
  }

  #renderEmpty(isEmpty: boolean): void {
    const start = h('button', { type: 'button', class: 'start' }, t('web:chat.start'), icon('next'));
    start.addEventListener('click', () => void this.#start());
    const staff = this.conversation.desk === 'staff';
    const about = staff ? t('web:chat.empty-staff') : t('web:chat.empty-participant');
    this.#empty.dataset.language = document.documentElement.lang;
    this.#empty.replaceChildren(
      ...(isEmpty ? [steps(5, 'stairs'), h('h3', {}, t('web:chat.empty-title')), h('p', {}, about)] : []),
      start,
    );
  }

  async #start(): Promise<void> {
    if (this.#isStarting) return;
    this.#isStarting = true;
    const answer = await this.conversation.start(this.#payload ?? '');
    this.#isStarting = false;
    if (!answer.ok) {
      toast(answer.told || t('web:line.offline'), 'problem');
      return;
    }
    this.#payload = null;
    history.replaceState(null, '', location.pathname);
    this.#log.toEnd();
    this.#composer.focus();
  }

  async #tap(message: WireMessage, data: string, button: HTMLElement): Promise<void> {
    const id = crypto.randomUUID();
    const group = button.closest('.rows');
    for (const each of group?.querySelectorAll<HTMLElement>('button') ?? []) each.ariaDisabled = 'true';
    button.ariaBusy = 'true';
    this.#taps.set(id, button);
    setTimeout(() => this.#release(id), TAP_PATIENCE);
    const answer = await this.conversation.tap(id, message.seq, data);
    if (answer.ok) return;
    this.#release(id);
    toast(answer.told || t('web:line.offline'), 'problem');
  }

  #release(id: string): void {
    const button = this.#taps.get(id);
    this.#taps.delete(id);
    if (!button) return;
    button.ariaBusy = null;
    for (const each of button.closest('.rows')?.querySelectorAll<HTMLElement>('button') ?? [])
      each.ariaDisabled = null;
  }

  #dropping(sign: HTMLElement): void {
    const { element } = this;
    element.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      sign.textContent = t('web:composer.drop');
      element.classList.add('dropping');
    });
    element.addEventListener('dragleave', (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) element.classList.remove('dropping');
    });
    element.addEventListener('drop', (event) => {
      event.preventDefault();
      element.classList.remove('dropping');
      this.#composer.take([...(event.dataTransfer?.files ?? [])]);
    });
  }
}
