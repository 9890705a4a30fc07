// The one door of the dialogue core: an update goes in, what to answer comes out. Implemented in talk.ts.
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { Session, Turn } from './session.ts';
import type { FileKind, IncomingUpdate } from './update.ts';

export interface Conversation {
  /**
   * Safe to call again with the same update: it changes state once and answers the same.
   * @param session where the chat stands, if that was read already
   */
  turn(update: IncomingUpdate, fetchFile: FetchFile, session?: Session): Promise<Turn>;
  /** The answer was sent just now: from here on its buttons can be tapped. */
  answered?(address: ChatAddress): void;
}

/** For whoever must know before a file is read. */
export interface Expecting {
  /** What the question that waits in a chat takes. */
  expected(address: ChatAddress): Promise<Expected>;
}

export interface Expected {
  /** Kinds of files; none where no question asks for a file. */
  readonly files: readonly FileKind[];
  /** An album of which files were taken or left out: the rest of it is heard as well. */
  readonly album: string | null;
}

export type FetchFile = import('./port.ts').ChannelPort['fetchFile'];
