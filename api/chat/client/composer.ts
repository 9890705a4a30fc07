// Where a person writes: grows with the text, keeps it between visits, takes files by button, drop and paste.
import type { Conversation } from './conversation.ts';
import { h, icon } from './dom.ts';
import { t } from './texts.ts';
import { toast } from './toast.ts';

const LONGEST = 4096;
const LARGEST = 20;
const MEGABYTE = 1024 ** 2;

export class Composer {
  readonly element = h('form', { class: 'composer' });
  readonly #field = h('textarea', { rows: 1, enterkeyhint: 'send', autocomplete: 'off' });
  readonly #picker = h('input', { type: 'file', multiple: true, hidden: true });
  readonly #attach = h('button', { type: 'button', class: 'round' }, icon('attach'));
  readonly #send = h('button', { type: 'submit', class: 'round send' }, icon('send'));
  readonly #chips = h('ul', { class: 'chips' });
  readonly #count = h('p', { class: 'count', role: 'status' });
  readonly #conversation: Conversation;
  #files: File[] = [];

  constructor(conversation: Conversation, onSent: () => void) {
    this.#conversation = conversation;
    this.#field.value = conversation.draft;
    const line = h('div', { class: 'line' }, this.#attach, this.#field, this.#send);
    this.element.append(this.#chips, this.#count, line, this.#picker);
    this.#attach.addEventListener('click', () => this.#picker.click());
    this.#picker.addEventListener('change', () => this.take([...(this.#picker.files ?? [])]));
    this.#field.addEventListener('input', () => this.#changed());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#field.addEventListener('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.take(files);
    });
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#submit()) onSent();
    });
    this.render();
  }

  render(): void {
    this.#field.placeholder = t('web:composer.placeholder');
    this.#field.ariaLabel = t('web:composer.placeholder');
    this.#attach.ariaLabel = t('web:composer.attach');
    this.#attach.title = t('web:composer.attach');
    this.#send.ariaLabel = t('web:composer.send');
    this.#send.title = t('web:composer.send');
    this.#chips.replaceChildren(...this.#files.map((file) => this.#chip(file)));
    this.#chips.hidden = this.#files.length === 0;
    this.#changed();
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
  }

  /** Files from the picker, a drop or a paste. One that is too large is refused at once, by name. */
  take(files: readonly File[]): void {
    for (const file of files) {
      if (file.size <= LARGEST * MEGABYTE) this.#files.push(file);
      else toast(t('web:problem.file-too-large', { name: file.name, megabytes: LARGEST }), 'problem');
    }
    this.#picker.value = '';
    this.render();
    this.focus();
  }

  #changed(): void {
    const field = this.#field;
    this.#conversation.draft = field.value;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
    const { length } = field.value.trim();
    const isLong = length > LONGEST;
    this.#count.textContent = isLong ? t('web:composer.too-long', { length, limit: LONGEST }) : '';
    this.#count.hidden = !isLong;
    field.ariaInvalid = String(isLong);
    const isFilled = length > 0 || this.#files.length > 0;
    this.element.classList.toggle('filled', isFilled);
    this.#send.disabled = isLong || !isFilled;
  }

  #key(event: KeyboardEvent): void {
    // On a telephone Enter begins a line; the button sends.
    const hasKeyboard = matchMedia('(pointer: fine)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeyboard) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  #submit(): boolean {
    if (this.#send.disabled) return false;
    const text = this.#field.value.trim();
    if (this.#files.length > 0) this.#conversation.attach(this.#files, text);
    else this.#conversation.say(text);
    this.#files = [];
    this.#field.value = '';
    this.render();
    this.focus();
    return true;
  }

  #chip(file: File): HTMLElement {
    const remove = h(
      'button',
      { type: 'button', 'aria-label': t('web:composer.remove-file', { name: file.name }) },
      icon('close'),
    );
    remove.addEventListener('click', () => {
      this.#files = this.#files.filter((each) => each !== file);
      this.render();
      this.focus();
    });
    return h('li', {}, icon('file'), h('span', {}, file.name), remove);
  }
}
