// A channel as a story's world needs it: ports of both desks, updates into receivers, and people.
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { Channel, ChatAddress, Desk } from '../../../engine/kernel/chat.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { ChatDriver } from './driver.ts';

/** Where processes of their own find the bots. */
export interface ReachableTelegram {
  readonly root: string;
  readonly participant: string;
  readonly staff: string;
}

export interface Stage {
  readonly channel: Channel;
  portOf(desk: Desk): ChannelPort;
  start(desk: Desk, receiver: Receiver): Promise<void>;
  driver(name: string, desk: Desk, language: Language): ChatDriver;
  address(name: string, desk: Desk): ChatAddress;
  /** Null where the channel cannot be reached from another process. */
  readonly telegram: ReachableTelegram | null;
  /** What the channel's server refused or shook its head at: what Qadam should not have sent. */
  objections(): readonly string[];
  stop(): Promise<void>;
}
