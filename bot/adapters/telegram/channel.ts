// A Telegram bot as the composition sees it, the same on either framework: start, receive, send, stop.
// A framework supplies its client, its middleware and its way to run the polling loop; grammy.ts and telegraf.ts do.
import type { Desk } from '../../../engine/kernel/chat.ts';
import { type Clock, systemClock } from '../../../engine/kernel/clock.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { sameSecret } from '../../../engine/kernel/same-secret.ts';
import type { Log } from '../../dialogue/log.ts';
import type { ChannelPort } from '../../dialogue/port.ts';
import type { Receiver } from '../../dialogue/receiver.ts';
import type { IncomingUpdate } from '../../dialogue/update.ts';
import { type BotUpdate, isUpdate, WANTED } from './bot-api.ts';
import type { Call, Payload } from './calls.ts';
import { type CommandsByLanguage, publishCommands } from './commands.ts';
import { asSendFailure } from './failures.ts';
import type { Framework } from './framework.ts';
import { whoAmI } from './identity.ts';
import { incoming } from './incoming.ts';
import { alone, growingPause, type Pause, type Turn, untilDone, updatesOf } from './polling.ts';
import { telegramPort } from './port.ts';

export interface TelegramOptions {
  readonly token: string;
  /** Named where the token is refused, e.g. `PARTICIPANT_BOT_TOKEN`. */
  readonly tokenVariable: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly desk: Desk;
  readonly log: Log;
  readonly clock?: Clock;
  /** Seconds that an empty poll is held; 10 unless told. */
  readonly pollSeconds?: number;
  readonly pause?: Pause;
}

export interface WebhookOptions {
  readonly url: string;
  /** A–Z, a–z, 0–9, _ and -; at most 256. */
  readonly secret: string;
}

export interface StartOptions {
  /** Telegram brings the updates; without it they are fetched. */
  readonly webhook?: WebhookOptions;
  /** Where other processes may fetch for the same bot. */
  readonly turn?: Turn;
}

export interface TelegramChannel {
  readonly port: ChannelPort;
  /**
   * Resolves when updates are received, or when Telegram does not answer at first (it is then tried in the background).
   * @throws AppError `configuration` where Telegram does not accept the token
   */
  start(receiver: Pick<Receiver, 'accept'>, options?: StartOptions): Promise<void>;
  /** @returns the HTTP status: 200 once stored, 401 for a wrong secret, 400 for no update, 503 to be sent again */
  handleWebhook(body: unknown, secretHeader: string | undefined): Promise<number>;
  /** Takes no further updates; resolves when those under way are stored. What they are answered can still be sent. */
  stop(): Promise<void>;
  /** Stops, and lets go of the connections. Call when nothing is being sent any more. */
  close(): Promise<void>;
  /** @throws AppError `configuration`, SendFailure */
  describe(): Promise<{ readonly username: string }>;
  setCommands(commands: CommandsByLanguage): Promise<void>;
}

/** Seconds. A connection that has died in silence is noticed only after that, and people wait for their answers. */
const POLL = 10;

export const telegramChannel = (framework: Framework, options: TelegramOptions): TelegramChannel =>
  new TelegramBot(framework, options);

class TelegramBot implements TelegramChannel {
  readonly port: ChannelPort;
  readonly #framework: Framework;
  readonly #options: TelegramOptions;
  readonly #pause: Pause;
  readonly #call: Call;
  readonly #stopping = new AbortController();
  #receiver: Pick<Receiver, 'accept'> | null = null;
  #webhook: WebhookOptions | null = null;
  #turn: Turn = alone;
  #ready = false;
  #running: Promise<void> = Promise.resolve();

  constructor(framework: Framework, options: TelegramOptions) {
    this.#framework = framework;
    this.#options = options;
    this.#pause = options.pause ?? growingPause;
    this.#call = framework.call;
    this.port = telegramPort(this.#call, options);
    framework.use((update) => this.#store(update));
  }

  async start(receiver: Pick<Receiver, 'accept'>, options: StartOptions = {}): Promise<void> {
    this.#receiver = receiver;
    this.#webhook = options.webhook ?? null;
    this.#turn = options.turn ?? alone;
    let connected = true;
    try {
      await this.#connect();
    } catch (error) {
      if (error instanceof AppError) throw error;
      this.#warn('Telegram does not answer yet; trying again in the background', error);
      connected = false;
    }
    this.#running = this.#run(connected).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) this.#fail('Telegram bot has stopped', error);
    });
  }

  async handleWebhook(body: unknown, secretHeader: string | undefined): Promise<number> {
    if (!this.#webhook || !sameSecret(secretHeader, this.#webhook.secret)) return 401;
    if (!isUpdate(body)) return 400;
    if (!this.#ready || this.#stopping.signal.aborted) return 503;
    try {
      await this.#framework.handle(body);
      return 200;
    } catch (error) {
      this.#fail('An update could not be stored', error, body);
      return 503;
    }
  }

  stop(): Promise<void> {
    this.#stopping.abort();
    return this.#running;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#framework.close();
  }

  async describe(): Promise<{ readonly username: string }> {
    const { username } = await whoAmI(this.#call, this.#options.tokenVariable).catch((error: unknown) => {
      throw asSendFailure(error, true);
    });
    return { username: String(username) };
  }

  setCommands(commands: CommandsByLanguage): Promise<void> {
    return publishCommands(this.#call, commands);
  }

  async #store(update: BotUpdate): Promise<void> {
    const seen = this.#understood(update);
    const receiver = this.#receiver;
    if (!seen || !receiver) return;
    const once = async (): Promise<void> => void (await receiver.accept(seen));
    // Telegram sends a refused webhook again by itself; a poll has to be held back here.
    if (this.#webhook) return once();
    await untilDone(once, {
      ...{ stop: this.#stopping.signal, pause: this.#pause },
      failed: (error) => this.#fail('An update could not be stored', error, update),
    });
  }

  /** What cannot be read would come again for ever: it is logged and left. */
  #understood(update: BotUpdate): IncomingUpdate | null {
    try {
      return incoming(update, this.#options.desk, this.#options.clock ?? systemClock);
    } catch (error) {
      this.#fail('An update is misshapen', error, update);
      return null;
    }
  }

  async #connect(): Promise<void> {
    const me = await whoAmI(this.#call, this.#options.tokenVariable);
    if (!this.#ready) this.#framework.introduce(me);
    await this.#call(...(this.#webhook ? webhookOn(this.#webhook) : WEBHOOK_OFF));
    this.#ready = true;
    const by = this.#webhook ? 'webhook' : 'polling';
    this.#options.log.info({ desk: this.#options.desk, username: me.username, by }, 'Telegram bot is on');
  }

  async #run(connected: boolean): Promise<void> {
    const { log, pollSeconds: seconds = POLL } = this.#options;
    const stop = this.#stopping.signal;
    const pause = this.#pause;
    if (!connected) {
      const failed = (error: unknown) => this.#warn('Telegram does not answer yet', error);
      await untilDone(() => this.#connect(), { stop, pause, failed });
    }
    if (this.#webhook) return;
    const turn = this.#turn;
    await this.#framework.poll(updatesOf({ call: this.#call, turn, log, seconds, pause }), stop);
  }

  #warn(message: string, error: unknown): void {
    this.#options.log.warn({ desk: this.#options.desk, error }, message);
  }

  #fail(message: string, error: unknown, update?: BotUpdate): void {
    this.#options.log.error({ desk: this.#options.desk, update: update?.update_id, error }, message);
  }
}

const webhookOn = ({ url, secret }: WebhookOptions): [string, Payload] => [
  'setWebhook',
  { url, secret_token: secret, allowed_updates: WANTED, max_connections: 40 },
];

const WEBHOOK_OFF: [string, Payload] = ['deleteWebhook', { drop_pending_updates: false }];
