// What a turn has done so far: where the chat stands and what will be answered. Lives for one turn only.
import { idsIn, isId, noted, speakingOf } from '../../engine/kernel/about.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import { type Button, type Text, text } from '../../engine/kernel/message.ts';
import { encodeCallback } from './callback.ts';
import type { Flow, Reply, Session, Shown, ShownButton, Turn } from './session.ts';
import type { Prompt, Taken } from './step.ts';
import type { IncomingUpdate } from './update.ts';

const MOST_PARKED = 3;
/** Milliseconds: the second tap may have waited for the first one's turn. */
const DOUBLE_TAP = 3_000;
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
  /** What the person had before their eyes when they answered. */
  readonly shown: Shown | null;
  readonly #session: Session;
  readonly #group: string | null;
  #fullAlbum: Session['fullAlbum'] | null;
  /** What this turn taps. */
  readonly #tapped: string | null;
  /** Where the first reply stands; the later ones always stand anew. */
  #firstPlace: Reply['place'];

  constructor(session: Session, update: IncomingUpdate, language: Language) {
    this.#session = session;
    this.#group = update.input.kind === 'file' ? update.input.file.group : null;
    this.flow = session.flow;
    this.shown = session.shown ?? null;
    this.parked = session.parked;
    this.language = language;
    this.languageChosen = session.language !== null;
    this.#firstPlace = this.#group !== null && this.#group === session.lastGroup ? 'last' : 'new';
    this.#fullAlbum = session.fullAlbum ?? null;
    if (this.#continues(session.flow, update)) this.#firstPlace = 'last';
    this.#tapped = update.input.kind === 'tap' ? update.input.data : null;
  }

  /** The same button as a moment ago, and nothing in between: the second tap of a double one. */
  isDoubleTap(data: string, now: Date): boolean {
    const { tapped } = this.#session;
    return tapped?.data === data && now.getTime() - Date.parse(tapped.at) < DOUBLE_TAP;
  }

  /** One more file for a question that has some: it is asked once, at the end, however fast they come. */
  #continues(flow: Flow | null, { input }: IncomingUpdate): boolean {
    const gathered = flow?.draft[flow.step];
    return input.kind === 'file' && Array.isArray(gathered) && gathered.length > 0;
  }

  /** Files that answer a question: what comes later of the same album is none of the next question's. */
  noteAnswer(taken: Taken): void {
    const group = this.#group ?? this.#session.lastGroup;
    if (group === null || taken.kind !== 'answer' || !Array.isArray(taken.value)) return;
    this.#fullAlbum = { group, taken: taken.value.length, leftOut: 0 };
  }

  /** Says how many files of an album were left out, this one included; null where it belongs to no full album. */
  leaveOut(): Text | null {
    const album = this.#fullAlbum;
    if (!album || album.group !== this.#group) return null;
    const leftOut = album.leftOut + 1;
    this.#fullAlbum = { ...album, leftOut };
    // What ended the dialogue stays; only the count is put in its own place.
    this.#firstPlace = this.flow === null && leftOut === 1 ? 'new' : 'last';
    return text('common:dialogue.left-out', { count: leftOut, most: album.taken });
  }

  /** The first reply takes the place of the message that was tapped. */
  answerInPlace(): void {
    this.#firstPlace = 'tapped';
  }

  reply(prompt: Prompt & { readonly inPlace?: boolean }): void {
    const place = this.replies.length === 0 ? this.#firstPlace : 'new';
    const { texts, buttons, media, about } = prompt;
    const said = { texts, ...(buttons && { buttons }), ...(media && { media }), ...(about && { about }) };
    const message = speakingOf(said, this.flow ? ledTo(this.flow) : []);
    const at = { tag: this.flow?.tag ?? '', step: this.flow?.step ?? '' };
    this.replies.push({ message, place, ...at, ...(prompt.inPlace && { isSameCard: true as const }) });
  }

  /** The last word of a dialogue: a way back to the menu, unless it offers buttons of its own or is a card. */
  offerMenu(): void {
    const last = this.replies.at(-1);
    if (!last || last.message.buttons || last.place === 'tapped') return;
    const menu = { label: text('common:button.menu'), action: { go: 'menu' } };
    this.replies[this.replies.length - 1] = { ...last, message: { ...last.message, buttons: [[menu]] } };
  }

  park(): void {
    const { flow } = this;
    if (flow && hasAnswers(flow)) {
      const others = this.parked.filter((each) => each.dialogue !== flow.dialogue);
      this.parked = [...others, { ...flow, leaving: false }].slice(-MOST_PARKED);
    }
    this.flow = null;
  }

  /** The one draft of a dialogue, which is no longer set aside; null when nothing was answered. */
  takeDraft(dialogue: string): Flow | null {
    const drafts = [...this.parked, ...(this.flow ? [this.flow] : [])];
    const draft = drafts.findLast((each) => each.dialogue === dialogue) ?? null;
    this.dropDrafts(dialogue);
    if (this.flow?.dialogue === dialogue) this.flow = null;
    return draft && hasAnswers(draft) ? { ...draft, leaving: false } : null;
  }

  dropDrafts(dialogue: string): void {
    this.parked = this.parked.filter((each) => each.dialogue !== dialogue);
  }

  unpark(): Flow | null {
    const newest = this.parked.at(-1) ?? null;
    this.parked = this.parked.slice(0, -1);
    this.flow = newest;
    return newest;
  }

  /** The session and the turn as they will be stored. */
  end(update: IncomingUpdate, now: Date): { readonly session: Session; readonly turn: Turn } {
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
        ...(this.#fullAlbum && { fullAlbum: this.#fullAlbum }),
        lastUpdate: update.id,
        lastTurn: turn,
        handled: this.#handled(),
        ...(this.#tapped && { tapped: { data: this.#tapped, at: now.toISOString() } }),
        ...this.#saidAfter(now),
      },
    };
  }

  #saidAfter(now: Date): Pick<Session, 'shown' | 'about'> {
    const shown = this.#shownAfter(now);
    const about = [...aboutAll(this.replies), ...(shown?.about ?? [])];
    return { shown, about: noted(about) };
  }

  /** A turn without buttons leaves those before it standing, unless it took their place. */
  #shownAfter(now: Date): Shown | null {
    const buttons = this.replies.flatMap(buttonsOf);
    const about = aboutAll(this.replies.filter((each) => buttonsOf(each).length > 0));
    if (buttons.length > 0) return { at: now.toISOString(), buttons, ...(about.length > 0 && { about }) };
    return this.replies.some(({ place }) => place === 'tapped') ? null : this.shown;
  }

  #handled(): readonly string[] {
    const { lastUpdate, handled = [] } = this.#session;
    return lastUpdate === null ? handled : [lastUpdate, ...handled].slice(0, MOST_HANDLED);
  }
}

const hasAnswers = ({ history, draft }: Flow): boolean => history.length > 0 || Object.keys(draft).length > 0;

const aboutAll = (replies: readonly Reply[]): readonly string[] =>
  replies.flatMap(({ message }) => message.about ?? []);

/** What a dialogue was started with, and what was chosen in it; words that were typed are none of it. */
const ledTo = ({ argument, draft }: Flow): readonly string[] => [
  ...idsIn(argument),
  ...Object.values(draft).filter(isId),
];

const buttonsOf = ({ message, tag, step }: Reply): readonly ShownButton[] =>
  (message.buttons ?? []).flat().map((button) => shownButton(button, tag, step));

/** A button as the session remembers it; tag and step name the question whose choice it is. */
export function shownButton({ label, action }: Button, tag: string, step: string): ShownButton {
  if ('url' in action) return { label, url: action.url, ...(action.app && { app: true }) };
  return { label, data: encodeCallback(action, tag, step) };
}
