// The conversation over stored sessions: a turn is run, then saved by compare-and-set. The same update again
// answers the same; of two devices at once the slower one runs again on what the faster one left.
import type { Actor } from '../../engine/kernel/actor.ts';
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { Clock } from '../../engine/kernel/clock.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import { closestLanguage, type Language, languages } from '../../engine/kernel/languages.ts';
import type { Button, Text } from '../../engine/kernel/message.ts';
import type { Conversation, Expected, Expecting, FetchFile } from './conversation.ts';
import { checkDesk, type DeskScript } from './desk.ts';
import { type FetchedFile, FileTooLarge } from './port.ts';
import { Runner } from './runner.ts';
import type { Flow, Session, SessionStore, Turn } from './session.ts';
import { ShownTimes } from './shown-times.ts';
import type { Talk } from './talk.ts';
import { TAP_PAUSE, tapGuard } from './tap-guard.ts';
import { shownButton, TurnState } from './turn-state.ts';
import { type FileKind, type IncomingUpdate, updateName } from './update.ts';

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
  /** Keeps a fetched file of one of these kinds. @returns its media id. @throws FileRefused */
  keep(owner: Actor, file: FetchedFile, kinds: readonly FileKind[], chat: string): Promise<string>;
  /** See Talk.handOver; where absent, kept files are nobody's care. */
  handOver?(files: readonly string[], taken: boolean | null): Promise<void>;
  label(text: Text, language: Language): string;
  /** Milliseconds after which a deciding button that was shown may be tapped; 500 unless told otherwise. */
  readonly tapPause?: number;
  /** When a message that no turn answered with (a card) arrived in a chat, if that was after `since`. */
  deliveredAt?(chat: string, message: string, since: Date): Promise<Date | null>;
  /** Buttons of the newest notices that lie in a chat. */
  noticeButtons?(chat: string): Promise<readonly Button[]>;
}

export function storedConversation<E>(parts: ConversationParts<E>): Conversation & Expecting {
  const desks = parts.desks.map(checkDesk);
  const times = new ShownTimes();

  async function attempt(
    update: IncomingUpdate,
    fetchFile: FetchFile,
    known?: Session,
  ): Promise<Turn | null> {
    const chat = chatKey(update.address);
    const { actor, language } = await parts.meet(chat, update.input.kind === 'blocked');
    let speaker = actor;
    const session = known ?? (await parts.sessions.load(chat));
    if (session.lastUpdate === update.id && session.lastTurn) return { ...session.lastTurn, again: true };
    // Its process was slow and another took over: answered long ago, and the dialogue has moved on.
    if (session.handled?.includes(update.id)) return silence(session, update);
    const script = desks.find((each) => each.desk === update.address.desk);
    if (!script) throw new RangeError(`no script for desk ${update.address.desk}`);
    const now = parts.clock.now();
    const state = new TurnState(
      withLanguage(session, language),
      update,
      languageOf(session, language, update),
    );
    const talkOf = (flow: Pick<Flow, 'draft' | 'argument'>) =>
      talk(parts, update, speaker, state, flow, fetchFile);
    const pause = parts.tapPause ?? TAP_PAUSE;
    await new Runner(script, state, {
      talkOf,
      meetAgain: async () => {
        speaker = (await parts.meet(chat, false)).actor;
      },
      label: (each) => parts.label(each, state.language),
      labelsOf: (each) => languages.map((language) => parts.label(each, language)),
      now,
      noticeButtons: async () =>
        ((await parts.noticeButtons?.(chat)) ?? []).map((each) => shownButton(each, '', '')),
      guard: tapGuard(now, pause, (data) => shownAt(parts, times, { update, session, data }, pause)),
    }).take(update.input);
    const ended = state.end(update, now);
    return (await parts.sessions.save(chat, ended.session)) ? ended.turn : null;
  }

  return {
    answered: (address) => times.note(address, parts.clock.now()),
    async expected(address): Promise<Expected> {
      const { flow, fullAlbum } = await parts.sessions.load(chatKey(address));
      const script = desks.find((each) => each.desk === address.desk);
      const dialogue = script?.dialogues.find((each) => each.id === flow?.dialogue);
      const step = dialogue?.steps.find((each) => each.id === flow?.step);
      const files = step?.kind === 'input' ? (step.files ?? []) : [];
      return { files, album: fullAlbum?.group ?? null };
    },

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

/** By the session, by what this process sent, or by the delivery that brought the card: the latest of them. */
async function shownAt<E>(
  parts: ConversationParts<E>,
  times: ShownTimes,
  tapped: { readonly update: IncomingUpdate; readonly session: Session; readonly data: string },
  pause: number,
): Promise<Date | null> {
  const { update, session, data } = tapped;
  const { shown } = session;
  if (shown?.buttons.some((each) => each.data === data)) {
    const sent = times.of(update.address);
    const thought = new Date(shown.at);
    return sent && sent > thought ? sent : thought;
  }
  const message = update.input.kind === 'tap' ? update.input.message : null;
  if (message === null || !parts.deliveredAt) return null;
  const since = new Date(parts.clock.now().getTime() - pause);
  return parts.deliveredAt(chatKey(update.address), message, since);
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
    keep: async (file, kinds) => {
      if (file.size !== null && file.size > FILE_LIMIT) throw new FileTooLarge(FILE_LIMIT);
      return parts.keep(actor, await fetchFile(address as ChatAddress, file), kinds, chatKey(address));
    },
    handOver: async (files, taken) => parts.handOver?.(files, taken),
  };
}
