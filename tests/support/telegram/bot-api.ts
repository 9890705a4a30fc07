// startBotApi: the strict local Telegram Bot API server for tests and local development. Loopback only.
import { createServer, type Server } from 'node:http';
import { BotAccount, type BotOptions, type Call } from './bot-account.ts';
import { type Now, systemNow } from './clock.ts';
import type { Faults } from './faults.ts';
import { answerRequest } from './http.ts';
import { Person, type PersonOptions } from './person.ts';
import type { RateLimits } from './rate-limits.ts';
import { User } from './user.ts';
import { type Warning, World } from './world.ts';

export interface BotApiOptions {
  /** A free port is taken when absent. */
  readonly port?: number;
  /** Dates of messages and expiry of callback queries; the system's clock when absent. */
  readonly now?: Now;
}

/** A running server. Point grammY's or Telegraf's `apiRoot` at `root`. */
export interface BotApi {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly root: string;
  /** What the next calls run into: 429, 500, broken connections. */
  readonly faults: Faults;
  /** Flood limits, off until `enabled` is set. */
  readonly rates: RateLimits;
  /** What bots sent that Telegram tolerates but does not know or advise. */
  readonly warnings: readonly Warning[];
  addBot(options: BotOptions): BotAccount;
  user(options: PersonOptions): User;
  /** Calls of a bot in the order they came, of one method or of all. */
  calls(token: string, method?: string): Call[];
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1; `close` ends every connection, poll and delivery. */
export async function startBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const world = new World(options.now ?? systemNow);
  const server = createServer((req, res) => void answerRequest(world, req, res));
  const port = await listen(server, options.port ?? 0);
  return {
    root: `http://127.0.0.1:${port}`,
    faults: world.faults,
    rates: world.rates,
    warnings: world.warnings,
    addBot: (bot) => addBot(world, bot),
    user: (person) => addUser(world, person),
    calls: (token, method) => calls(world, token, method),
    close: () => close(world, server),
  };
}

function addBot(world: World, options: BotOptions): BotAccount {
  const bot = new BotAccount(options, world.now);
  if ([...world.bots.values()].some((other) => other.id === bot.id)) {
    throw new Error(`There is a bot ${bot.id} already`);
  }
  world.bots.set(bot.token, bot);
  return bot;
}

function addUser(world: World, options: PersonOptions): User {
  if (world.people.has(options.id)) throw new Error(`There is a user ${options.id} already`);
  const person = new Person(options);
  world.people.set(options.id, person);
  return new User(world, person);
}

function calls(world: World, token: string, method?: string): Call[] {
  const bot = world.bots.get(token);
  if (!bot) throw new Error('No bot has this token');
  return bot.calls.filter((call) => method === undefined || call.method === method);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

async function close(world: World, server: Server): Promise<void> {
  for (const bot of world.bots.values()) await bot.webhook?.stop();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
