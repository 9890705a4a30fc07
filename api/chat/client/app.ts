// The whole page: bar, people, open chats; brings events to the chats they belong to.
import type { WireDemo } from '../demo.ts';
import type { WireSession } from '../routes.ts';
import { Conversation } from './conversation.ts';
import { demoStrip } from './demo-strip.ts';
import { h, icon, steps } from './dom.ts';
import { Events } from './events.ts';
import { languageSwitch } from './language-switch.ts';
import { recall, remember } from './memory.ts';
import { Pane } from './pane.ts';
import { People, type Person } from './people.ts';
import { get, post } from './server.ts';
import { type Language, language, onLanguage, t } from './texts.ts';
import { toast } from './toast.ts';

/** Names of newcomers appear once they have registered. */
const LOOK_AGAIN = 5_000;

export class App {
  readonly element = h('div', { class: 'page' });
  readonly #conversations = new Map<string, Conversation>();
  readonly #own: readonly Conversation[];
  #demo: WireDemo | null;
  readonly #payload: string | null;
  readonly #panes: Pane[] = [];
  readonly #main = h('main', { class: 'panes' });
  readonly #shutDrawer = h('button', { type: 'button', class: 'plain shut' }, icon('close'));
  readonly #drawer = h('dialog', { class: 'drawer' }, this.#shutDrawer);
  readonly #side = h('aside', { class: 'side' });
  readonly #people: People;
  readonly #offline = h('p', { class: 'offline', role: 'status', hidden: true });
  readonly #menu = h('button', { type: 'button', class: 'plain menu' }, icon('menu'));
  readonly #wide = matchMedia('(min-width: 800px)');

  constructor(session: WireSession, demo: WireDemo | null, payload: string | null) {
    this.#demo = demo;
    this.#payload = payload;
    this.#own = session.chats.map(({ chat, desk }) => this.#converse(chat, desk));
    for (const { chat, desk } of demo?.personas ?? []) this.#converse(chat, desk);
    this.#people = new People({ open: (chat) => this.#open(chat), beside: (chat) => this.#beside(chat) });
    this.#build();
  }

  begin(): void {
    const events = new Events({
      changes: (changes) => this.#conversations.get(changes.chat)?.take(changes),
      toast: (word) => this.#panes.find((each) => each.conversation.chat === word.chat)?.answered(word),
      online: (isOnline) => this.#online(isOnline),
    });
    for (const each of this.#conversations.values()) each.onChange(() => this.#renderPeople());
    this.#reopen();
    events.follow([...this.#conversations.keys()]);
    document.addEventListener('visibilitychange', () => this.#renderPanes());
    onLanguage(() => this.#render());
    if (this.#demo) setInterval(() => void this.#lookAgain(), LOOK_AGAIN);
  }

  /** The chats that were open the last time, side by side where there is room. */
  #reopen(): void {
    const kept = this.#payload === null ? (recall('open') ?? '').split(',') : [];
    const known = kept.filter((chat) => this.#conversations.has(chat)).slice(0, this.#wide.matches ? 2 : 1);
    for (const chat of known.length > 0 ? known : [this.#firstChat()]) this.#show(chat);
    this.#panes[0]?.focus();
  }

  #firstChat(): string {
    if (this.#payload !== null) return this.#linkChat();
    return this.#demo?.personas[0]?.chat ?? this.#linkChat();
  }

  /** Where a link opens. The demo's links to the participants' desk are for legal representatives: one is at hand. */
  #linkChat(): string {
    const own = this.#own[0];
    const isInvited = this.#payload !== null && this.#payload !== '' && own?.desk === 'participant';
    const guardian = isInvited ? this.#demo?.personas.find(({ id }) => id === 'guardian') : undefined;
    return guardian?.chat ?? own?.chat ?? '';
  }

  #converse(chat: string, desk: string): Conversation {
    const conversation = new Conversation(chat, desk);
    this.#conversations.set(chat, conversation);
    return conversation;
  }

  #build(): void {
    const brand = h(
      'a',
      { class: 'brand', href: '/', 'aria-label': 'Qadam' },
      steps(3, 'logo'),
      h('span', {}, 'Qadam'),
    );
    const bar = h(
      'header',
      { class: 'bar' },
      this.#menu,
      brand,
      languageSwitch((to) => void this.#everybody(to)),
    );
    this.element.append(
      bar,
      ...(this.#demo ? [demoStrip(this.#demo.now)] : []),
      this.#offline,
      this.#side,
      this.#main,
    );
    this.element.append(this.#drawer);
    this.element.classList.toggle('alone', this.#demo === null);
    this.#menu.addEventListener('click', () => this.#drawer.showModal());
    this.#shutDrawer.addEventListener('click', () => this.#drawer.close());
    this.#drawer.addEventListener('click', (event) => {
      if (event.target === this.#drawer) this.#drawer.close();
    });
    const settle = () => {
      this.#drawer.close();
      (this.#wide.matches ? this.#side : this.#drawer).append(this.#people.element);
      while (!this.#wide.matches && this.#panes.length > 1) this.#panes.pop()?.leave();
    };
    this.#wide.addEventListener('change', settle);
    settle();
  }

  #open(chat: string): void {
    this.#drawer.close();
    const shown = this.#panes.find((each) => each.conversation.chat === chat);
    if (shown) {
      shown.focus();
      return;
    }
    const replaced = this.#panes.pop();
    replaced?.leave();
    this.#show(chat);
  }

  #beside(chat: string): void {
    if (this.#panes.length > 1) this.#panes.pop()?.leave();
    this.#show(chat);
  }

  #show(chat: string): void {
    const conversation = this.#conversations.get(chat);
    if (!conversation) return;
    const person = this.#person(conversation);
    const payload = conversation.chat === this.#linkChat() ? this.#payload : null;
    const head = () => ({ name: person.name(), about: person.about() });
    const pane: Pane = new Pane(conversation, head, payload, () => this.#shut(pane));
    this.#panes.push(pane);
    this.#main.append(pane.element);
    this.#arrange();
    pane.focus();
  }

  #shut(pane: Pane): void {
    this.#panes.splice(this.#panes.indexOf(pane), 1);
    pane.leave();
    this.#arrange();
  }

  #arrange(): void {
    remember('open', this.#panes.map((each) => each.conversation.chat).join(','));
    this.#main.classList.toggle('two', this.#panes.length > 1);
    this.#render();
  }

  #person(conversation: Conversation): Person {
    const { chat, desk } = conversation;
    const isOwn = this.#own.includes(conversation);
    const persona = () => this.#demo?.personas.find((each) => each.chat === chat);
    const ownName = () => (desk === 'staff' ? t('web:page.staff') : t('web:page.participant'));
    const ownAbout = () => (desk === 'staff' ? t('web:page.staff-about') : t('web:page.participant-about'));
    return {
      conversation,
      group: () => persona()?.group[language()] ?? null,
      name: () => (isOwn && this.#demo ? t('web:page.own') : isOwn ? ownName() : nameOf(persona())),
      about: () => {
        const found = persona();
        if (!found) return ownAbout();
        return found.name === null ? t('web:page.nobody-yet') : found.role[language()];
      },
    };
  }

  #render(): void {
    this.#offline.textContent = t('web:line.offline');
    this.#shutDrawer.ariaLabel = t('web:page.close');
    this.#drawer.ariaLabel = t('web:page.people');
    this.#renderPeople();
    this.#renderPanes();
  }

  #renderPanes(): void {
    for (const pane of this.#panes) pane.render();
  }

  #renderPeople(): void {
    const isOpen = (each: Conversation) => this.#panes.some((pane) => pane.conversation === each);
    const shown = [...this.#conversations.values()].filter(
      (each) => !this.#own.includes(each) || !this.#demo || each.messages.size > 0 || isOpen(each),
    );
    const unread = shown.reduce((sum, each) => sum + (isOpen(each) ? 0 : each.unread), 0);
    this.#menu.ariaLabel = t('web:page.open-people');
    this.#menu.dataset.unread = unread > 0 ? String(unread) : '';
    this.#menu.hidden = shown.length < 2;
    this.element.classList.toggle('alone', shown.length < 2);
    document.title = unread > 0 ? `(${unread}) Qadam` : 'Qadam';
    const open = this.#panes.map((each) => each.conversation.chat);
    this.#people.render(
      shown.map((each) => this.#person(each)),
      open,
    );
  }

  #online(isOnline: boolean): void {
    this.#offline.hidden = isOnline;
    if (isOnline) for (const each of this.#conversations.values()) void each.flush();
  }

  async #everybody(to: Language): Promise<void> {
    if (!this.#demo) return;
    const answer = await post('/chat/demo/language', { language: to });
    toast(answer.ok ? t('web:demo.language-moved') : answer.told, answer.ok ? 'note' : 'problem');
  }

  async #lookAgain(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    const answer = await get<WireDemo>('/chat/demo');
    if (!answer.ok || !this.#demo) return;
    if (answer.value.run !== this.#demo.run) return location.reload();
    const before = JSON.stringify(this.#demo.personas);
    this.#demo = answer.value;
    if (JSON.stringify(answer.value.personas) !== before) this.#render();
  }
}

const nameOf = (persona: WireDemo['personas'][number] | undefined): string =>
  persona === undefined ? 'Qadam' : (persona.name ?? persona.role[language()]);
