// The stored queue of updates between a channel and the conversation: stored before the channel is told "200".
// The store implements it (engine/store/inbox.ts); the receiver drains it, chat by chat, in order.
import type { Session } from './session.ts';
import type { IncomingUpdate } from './update.ts';

export interface InboxEntry {
  readonly id: string;
  readonly update: IncomingUpdate;
  /** How often it was tried before. */
  readonly attempts: number;
  /** Of an earlier failure: what its person may have been told. */
  readonly reference?: string | null;
  /** Where the chat stood when it was claimed; absent where the inbox does not know. */
  readonly session?: Session;
}

export interface Inbox {
  /** Stores an update once. @returns false when it was known already */
  accept(update: IncomingUpdate): Promise<boolean>;
  /**
   * The oldest waiting update of a chat, claimed for `owner` (a process) so that no other process handles this
   * chat at the same time; null when nothing waits or another owner is at it.
   */
  claim(chat: string, owner: string): Promise<InboxEntry | null>;
  /** Says that the owner is still at a chat that it has claimed; without that, others soon take it for dead. */
  hold(chat: string, owner: string): Promise<void>;
  /** Blanks what a person wrote that must not be kept. Neither the update's place nor its id changes. */
  forget(id: string): Promise<void>;
  /** Handled: its replies were sent or handed to delivery. */
  finish(id: string, owner: string): Promise<void>;
  /** Could not be handled. Waits for another try, or is dead (kept, visible to operators) when `dead`. */
  fail(id: string, owner: string, failure: { reference: string; dead: boolean }): Promise<void>;
  /** Chats with something waiting that nobody is at: after a crash, or stored by a webhook that then died. */
  waitingChats(desk: string, channel: string, limit: number): Promise<readonly string[]>;
}
