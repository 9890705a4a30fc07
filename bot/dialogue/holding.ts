// Keeps the turn of a chat while one of its updates is handled, however long that takes: only a process that is dead
// loses it. Called by the receiver.
import { SECOND } from '../../engine/kernel/clock.ts';
import type { Inbox } from './inbox.ts';

/** A third of the time after which the inbox gives a silent owner up. */
const USUALLY = 3 * SECOND;

export type Holding = <T>(chat: string, act: () => Promise<T>) => Promise<T>;

export const holder =
  (inbox: Pick<Inbox, 'hold'>, owner: string, every = USUALLY): Holding =>
  async (chat, act) => {
    // A word that is lost costs nothing: another may begin too, and the session lets one of them through.
    const word = setInterval(() => void inbox.hold(chat, owner).catch(() => undefined), every);
    try {
      return await act();
    } finally {
      clearInterval(word);
    }
  };
