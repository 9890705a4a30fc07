// What the two frameworks are asked for: a client, a middleware that every update passes, a loop for long polling.
import type { BotUpdate } from './bot-api.ts';
import type { Call } from './calls.ts';
import type { NextUpdates } from './polling.ts';

export interface Framework {
  /** Through the framework's own API, whose calls all go through client.ts. */
  readonly call: Call;
  /** The one handler of every update that passes through the framework. */
  use(store: (update: BotUpdate) => Promise<void>): void;
  /** Told once who the bot is, before any update. */
  introduce(me: Readonly<Record<string, unknown>>): void;
  /** Passes one update through the framework. */
  handle(update: BotUpdate): Promise<void>;
  /** Passes batches through the framework until `stop`: the updates of a chat in order, a batch after the other. */
  poll(next: NextUpdates, stop: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
