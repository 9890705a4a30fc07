// Whom one can speak for, by programme: at the left on a wide screen, in a drawer on a telephone.
import type { Conversation } from './conversation.ts';
import { h, icon } from './dom.ts';
import { t } from './texts.ts';

export interface Person {
  readonly conversation: Conversation;
  /** The programme that they take part in; null for the visitor themself. */
  readonly group: () => string | null;
  /** In the page's language, asked anew at every render. */
  readonly name: () => string;
  readonly about: () => string;
}

export interface PeopleActions {
  open(chat: string): void;
  beside(chat: string): void;
}

export class People {
  readonly element = h('nav', { class: 'people' });
  readonly #actions: PeopleActions;
  readonly #views = new Map<string, HTMLElement>();

  constructor(actions: PeopleActions) {
    this.#actions = actions;
  }

  /** @param open the chats that are shown now */
  render(people: readonly Person[], open: readonly string[]): void {
    this.element.ariaLabel = t('web:page.people');
    const focused = (document.activeElement as HTMLElement | null)?.dataset.person;
    const groups = [...new Set(people.map((each) => each.group()))];
    this.#views.clear();
    this.element.replaceChildren(
      ...groups.flatMap((group) => {
        const own = people.filter((each) => each.group() === group);
        return [...(group === null ? [] : [h('h2', {}, group)]), ...this.#desks(own, open)];
      }),
    );
    if (focused !== undefined) this.#views.get(focused)?.focus({ preventScroll: true });
  }

  #desks(people: readonly Person[], open: readonly string[]): readonly HTMLElement[] {
    const all = [
      { title: t('web:page.participants'), desk: 'participant' },
      { title: t('web:page.staff-people'), desk: 'staff' },
    ];
    return all.flatMap(({ title, desk }) => {
      const rows = people
        .filter((each) => each.conversation.desk === desk)
        .map((each) => this.#row(each, open));
      return rows.length > 0 ? [h('h3', {}, title), h('ul', {}, ...rows)] : [];
    });
  }

  #row({ conversation, name, about }: Person, open: readonly string[]): HTMLElement {
    const { chat, desk, unread } = conversation;
    const isOpen = open.includes(chat);
    const count = h(
      'span',
      { class: 'unread', 'aria-label': t('web:page.unread', { count: unread }) },
      String(unread),
    );
    const select = h(
      'button',
      { type: 'button', class: 'person', 'data-person': chat, 'aria-current': isOpen ? 'true' : false },
      h('span', { class: `face ${desk}`, 'aria-hidden': 'true' }, initials(name())),
      h('span', { class: 'who' }, h('b', {}, name()), h('small', {}, about())),
      unread > 0 && count,
    );
    select.addEventListener('click', () => this.#actions.open(chat));
    this.#views.set(chat, select);
    const label = t('web:page.beside', { name: name() });
    const beside = h(
      'button',
      { type: 'button', class: 'plain beside', 'aria-label': label, title: label },
      icon('beside'),
    );
    beside.addEventListener('click', () => this.#actions.beside(chat));
    return h('li', {}, select, !isOpen && beside);
  }
}

const initials = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .map((each) => Array.from(each)[0] ?? '')
    .join('')
    .toUpperCase();
