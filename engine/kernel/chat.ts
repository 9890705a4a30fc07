// Where a person is reached: a desk (which bot), a channel (which messenger) and a chat in it.

export const desks = ['participant', 'staff'] as const;
export type Desk = (typeof desks)[number];

export const channels = ['telegram', 'web'] as const;
export type Channel = (typeof channels)[number];

export interface ChatAddress {
  readonly desk: Desk;
  readonly channel: Channel;
  /** The channel's own id of the chat. */
  readonly chat: string;
}

/** The address as one string, e.g. `participant.telegram.1001`: the id of the chat's session. */
export const chatKey = (address: ChatAddress): string => `${address.desk}.${address.channel}.${address.chat}`;

/** @throws RangeError for a string that chatKey cannot have made */
export function chatAddress(key: string): ChatAddress {
  const [desk, channel, ...chat] = key.split('.');
  const found = {
    desk: desks.find((each) => each === desk),
    channel: channels.find((each) => each === channel),
  };
  if (!found.desk || !found.channel || chat.length === 0) throw new RangeError(`not a chat: ${key}`);
  return { desk: found.desk, channel: found.channel, chat: chat.join('.') };
}
