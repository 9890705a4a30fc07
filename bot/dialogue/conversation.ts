// The one door of the dialogue core: an update goes in, what to answer comes out. Implemented in talk.ts.
import type { Turn } from './session.ts';
import type { IncomingUpdate } from './update.ts';

export interface Conversation {
  /** Safe to call again with the same update: it changes state once and answers the same. */
  turn(update: IncomingUpdate, fetchFile: FetchFile): Promise<Turn>;
}

export type FetchFile = import('./port.ts').ChannelPort['fetchFile'];
