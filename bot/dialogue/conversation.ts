// The one door of the dialogue core: an update goes in, what to answer comes out. Implemented in talk.ts.
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { Session, Turn } from './session.ts';
import type { IncomingUpdate } from './update.ts';

export interface Conversation {
  /**
   * Safe to call again with the same update: it changes state once and answers the same.
   * @param session where the chat stands, if that was read already
   */
  turn(update: IncomingUpdate, fetchFile: FetchFile, session?: Session): Promise<Turn>;
  /** The answer was sent just now: from here on its buttons can be tapped. */
  answered?(address: ChatAddress): void;
}

export type FetchFile = import('./port.ts').ChannelPort['fetchFile'];
