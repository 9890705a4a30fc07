// A notice: something that a person is told because something happened.
import type { Desk } from '../kernel/chat.ts';
import type { Message } from '../kernel/message.ts';

export interface Notice {
  /** Person id of the recipient. */
  readonly to: string;
  /** The desk at which the person acts in this matter. */
  readonly desk: Desk;
  readonly message: Message;
  /** One chat of theirs, where only that one will do; otherwise the one used last at the desk. */
  readonly chat?: string;
  /**
   * What the message is a card of, e.g. `hours/<entry>`: one notice may later settle it.
   * Cards of one subject may lie with several people.
   */
  readonly card?: string;
  /** True for what may wait: for the end of quiet hours, or for the daily digest that says it instead. */
  readonly mayWait?: true;
  /** True for what very many are told at once: it goes after everything else. */
  readonly toMany?: true;
}

/** Puts a decided card in the place of every copy of an open one, also of copies not sent yet. */
export interface Settlement {
  readonly settles: string;
  readonly message: Message;
  /** What the copy of one person turns into instead: the decider's own. */
  readonly own?: { readonly person: string; readonly message: Message };
}
