// Everything one local server knows; made by startBotApi, passed to method handlers and users.
import type { BotAccount } from './bot-account.ts';
import type { Now } from './clock.ts';
import { Faults } from './faults.ts';
import { FileStore } from './file-store.ts';
import type { Person } from './person.ts';
import { RateLimits } from './rate-limits.ts';

/** Something Telegram lets pass but nobody should send: an unknown parameter, a late answer. */
export interface Warning {
  readonly bot: string;
  readonly method: string;
  readonly text: string;
}

export class World {
  readonly now: Now;
  readonly bots = new Map<string, BotAccount>();
  readonly people = new Map<number, Person>();
  readonly files = new FileStore();
  readonly faults = new Faults();
  readonly rates = new RateLimits();
  readonly warnings: Warning[] = [];

  constructor(now: Now) {
    this.now = now;
  }
}
