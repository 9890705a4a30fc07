// A channel as a story's world needs it: ports of both desks, updates into receivers, and people.
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { Channel, ChatAddress, Desk } from '../../../engine/kernel/chat.ts';
import type { Language } from '../../../engine/kernel/languages.ts';
import type { ChatDriver } from './driver.ts';
import type { WorkerTelegram } from './worker-process.ts';

export interface Stage {
  readonly channel: Channel;
  portOf(desk: Desk): ChannelPort;
  start(desk: Desk, receiver: Receiver): Promise<void>;
  driver(name: string, desk: Desk, language: Language): ChatDriver;
  address(name: string, desk: Desk): ChatAddress;
  /** Where a worker of its own process finds the bots; null where the channel has none. */
  readonly telegram: WorkerTelegram | null;
  stop(): Promise<void>;
}
