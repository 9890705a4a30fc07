// What a turn has done so far: where the chat stands and what will be answered. Lives for one turn only.
import type { Language } from '../../engine/kernel/languages.ts';
import { type Text, text } from '../../engine/kernel/message.ts';
import type { Flow, Reply, Session, Turn } from './session.ts';
import type { Prompt } from './step.ts';
import type { IncomingUpdate } from './update.ts';

const MOST_PARKED = 3;
/** Enough to know again what a process that was thought dead still brings. */
const MOST_HANDLED = 50;

export class TurnState {
  flow: Flow | null;
  parked: readonly Flow[];
  language: Language;
  languageChosen: boolean;
  toast: Text | null = null;
  removeOwn = false;
  readonly replies: Reply[] = [];
  readonly #session: Session;
  readonly #group: string | null;
  /** Where the first reply stands; the later ones always stand anew. */
  #firstPlace: Reply['place'];

  constructor(session: Session, update: IncomingUpdate, language: Language) {
    this.#session = session;
    this.#group = update.input.kind === 'file' ? update.input.file.group : null;
    this.flow = session.flow;
    this.parked = session.parked;
    this.language = language;
    this.languageChosen = session.language !== null;
    this.#firstPlace = this.#group !== null && this.#group === session.lastGroup ? 'last' : 'new';
  }

  /** The first reply takes the place of the message that was tapped. */
  answerInPlace(): void {
    this.#firstPlace = 'tapped';
  }

  reply(prompt: Prompt): void {
    const place = this.replies.length === 0 ? this.#firstPlace : 'new';
    const { texts, buttons, media } = prompt;
    const message = { texts, ...(buttons && { buttons }), ...(media && { media }) };
    this.replies.push({ message, place, tag: this.flow?.tag ?? '', step: this.flow?.step ?? '' });
  }

  /** The last word of a dialogue: a way back to the menu, unless it offers buttons of its own or is a card. */
  offerMenu(): void {
    const last = this.replies.at(-1);
    if (!last || last.message.buttons || last.place === 'tapped') return;
    const menu = { label: text('common:button.menu'), action: { go: 'menu' } };
    this.replies[this.replies.length - 1] = { ...last, message: { ...last.message, buttons: [[menu]] } };
  }

  park(): void {
    if (this.flow && this.flow.history.length > 0)
      this.parked = [...this.parked, this.flow].slice(-MOST_PARKED);
    this.flow = null;
  }

  unpark(): Flow | null {
    const newest = this.parked.at(-1) ?? null;
    this.parked = this.parked.slice(0, -1);
    this.flow = newest;
    return newest;
  }

  /** The session and the turn as they will be stored. */
  end(update: IncomingUpdate): { readonly session: Session; readonly turn: Turn } {
    const { replies, toast, removeOwn, language } = this;
    const turn: Turn = { replies, toast, removeOwn, language };
    return {
      turn,
      session: {
        rev: this.#session.rev,
        language: this.languageChosen ? language : null,
        flow: this.flow,
        parked: this.parked,
        lastGroup: this.#group,
        lastUpdate: update.id,
        lastTurn: turn,
        handled: this.#handled(),
      },
    };
  }

  #handled(): readonly string[] {
    const { lastUpdate, handled = [] } = this.#session;
    return lastUpdate === null ? handled : [lastUpdate, ...handled].slice(0, MOST_HANDLED);
  }
}
