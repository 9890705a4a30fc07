// The conversation over stored sessions: a turn is run, then saved by compare-and-set. The same update again
// answers the same; of two devices at once the slower one runs again on what the faster one left.
import type { Actor } from '../../engine/kernel/actor.ts';
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { Clock } from '../../engine/kernel/clock.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { closestLanguage, type Language } from '../../engine/kernel/languages.ts';
import type { Text } from '../../engine/kernel/message.ts';
import type { Conversation, FetchFile } from './conversation.ts';
import { checkDesk, type DeskScript } from './desk.ts';
import { type FetchedFile, FileTooLarge } from './port.ts';
import { Runner } from './runner.ts';
import type { Flow, Session, SessionStore, Turn } from './session.ts';
import type { Talk } from './talk.ts';
import { TurnState } from './turn-state.ts';
import { type IncomingUpdate, updateName } from './update.ts';

const ATTEMPTS = 5;
/** Bytes: what Telegram lets a bot download, and no more from anywhere else. */
const FILE_LIMIT = 20 * 1024 ** 2;

export interface ConversationParts<E> {
  readonly env: E;
  readonly desks: readonly DeskScript<E>[];
  readonly sessions: SessionStore;
  readonly clock: Clock;
  /**
   * Who writes in a chat, or blocked the bot there: notices follow them, or stop.
   * @returns an actor without grants and no language where nobody is known
   */
  meet(
    chat: string,
    blocked: boolean,
  ): Promise<{ readonly actor: Actor; readonly language: Language | null }>;
  /** Keeps a fetched file. @returns its media id */
  keep(owner: Actor, file: FetchedFile): Promise<string>;
  label(text: Text, language: Language): string;
}

export function storedConversation<E>(parts: ConversationParts<E>): Conversation {
  const desks = parts.desks.map(checkDesk);

  async function attempt(
    update: IncomingUpdate,
    fetchFile: FetchFile,
    known?: Session,
  ): Promise<Turn | null> {
    const chat = chatKey(update.address);
    const { actor, language } = await parts.meet(chat, update.input.kind === 'blocked');
    const session = known ?? (await parts.sessions.load(chat));
    if (session.lastUpdate === update.id && session.lastTurn) return { ...session.lastTurn, again: true };
    // Its process was slow and another took over: answered long ago, and the dialogue has moved on.
    if (session.handled?.includes(update.id)) return silence(session, update);
    const script = desks.find((each) => each.desk === update.address.desk);
    if (!script) throw new RangeError(`no script for desk ${update.address.desk}`);
    const state = new TurnState(
      withLanguage(session, language),
      update,
      languageOf(session, language, update),
    );
    const talkOf = (flow: Pick<Flow, 'draft' | 'argument'>) =>
      talk(parts, update, actor, state, flow, fetchFile);
    await new Runner(script, state, talkOf, (each) => parts.label(each, state.language)).take(update.input);
    const ended = state.end(update);
    return (await parts.sessions.save(chat, ended.session)) ? ended.turn : null;
  }

  return {
    async turn(update, fetchFile, known): Promise<Turn> {
      for (let count = 0; count < ATTEMPTS; count += 1) {
        // What was known has been overtaken when the first attempt could not be saved.
        const turn = await attempt(update, fetchFile, count === 0 ? known : undefined);
        if (turn) return turn;
      }
      throw new AppError(
        'contended',
        `chat ${chatKey(update.address)} moved ${ATTEMPTS} times under ${update.id}`,
      );
    },
  };
}

const withLanguage = (session: Session, known: Language | null): Session =>
  known ? { ...session, language: known } : session;

const languageOf = (session: Session, known: Language | null, update: IncomingUpdate): Language =>
  known ?? session.language ?? closestLanguage(update.languageTag ?? undefined);

const silence = (session: Session, update: IncomingUpdate): Turn => ({
  replies: [],
  toast: null,
  removeOwn: false,
  language: languageOf(session, null, update),
});

function talk<E>(
  parts: ConversationParts<E>,
  update: IncomingUpdate,
  actor: Actor,
  state: TurnState,
  flow: Pick<Flow, 'draft' | 'argument'>,
  fetchFile: FetchFile,
): Talk<E> {
  const { address } = update;
  return {
    env: parts.env,
    actor,
    address,
    language: state.language,
    now: parts.clock.now(),
    argument: flow.argument,
    draft: flow.draft,
    command: (step) => ({ id: `${updateName(update)}/${step}`, actor, request: updateName(update) }),
    keep: async (file) => {
      if (file.size !== null && file.size > FILE_LIMIT) throw new FileTooLarge(FILE_LIMIT);
      return parts.keep(actor, await fetchFile(address as ChatAddress, file));
    },
  };
}
