// A Telegram bot as the composition sees it, the same on either framework: start, receive, send, stop.
// A framework supplies its client, its middleware and its way to run the polling loop; grammy.ts and telegraf.ts do.
import type { Desk } from '../../../engine/kernel/chat.ts';
import { type Clock, systemClock } from '../../../engine/kernel/clock.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import type { Log } from '../../dialogue/log.ts';
import type { ChannelPort } from '../../dialogue/port.ts';
import type { Receiver } from '../../dialogue/receiver.ts';
import type { IncomingUpdate } from '../../dialogue/update.ts';
import { type BotUpdate, isRecord, isUpdate, WANTED } from './bot-api.ts';
import { type Call, patient, type RawCall, type Upload } from './calls.ts';
import { type CommandsByLanguage, publishCommands } from './commands.ts';
import { ApiRefusal } from './failures.ts';
import { incoming } from './incoming.ts';
import { growingPause, type NextUpdates, type Pause, untilDone, updatesOf } from './polling.ts';
import { telegramPort } from './port.ts';
import { sameSecret } from './webhook-secret.ts';

export interface TelegramOptions {
  readonly token: string;
  /** Named where the token is refused, e.g. `PARTICIPANT_BOT_TOKEN`. */
  readonly tokenVariable: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly desk: Desk;
  readonly log: Log;
  readonly clock?: Clock;
  /** Seconds that an empty poll is held; 30 unless told. */
  readonly pollSeconds?: number;
  readonly pause?: Pause;
}

export interface WebhookOptions {
  readonly url: string;
  /** A–Z, a–z, 0–9, _ and -; at most 256. */
  readonly secret: string;
}

export interface TelegramChannel {
  readonly port: ChannelPort;
  /**
   * Resolves when updates are received, or when Telegram does not answer at first (it is then tried in the background).
   * @throws AppError `configuration` where Telegram does not accept the token
   */
  start(receiver: Pick<Receiver, 'accept'>, options?: { webhook?: WebhookOptions }): Promise<void>;
  /** @returns the HTTP status: 200 once stored, 401 for a wrong secret, 400 for no update, 503 to be sent again */
  handleWebhook(body: unknown, secretHeader: string | undefined): Promise<number>;
  /** Takes no further updates; resolves when those under way are stored. */
  stop(): Promise<void>;
  /** @throws AppError `configuration`, SendFailure */
  describe(): Promise<{ readonly username: string }>;
  setCommands(commands: CommandsByLanguage): Promise<void>;
}

export interface Framework {
  readonly call: RawCall;
  readonly upload: Upload;
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

export function telegramChannel(framework: Framework, options: TelegramOptions): TelegramChannel {
  const { log, desk, clock = systemClock, pause = growingPause } = options;
  const call = patient(framework.call);
  const stopping = new AbortController();
  let receiver: Pick<Receiver, 'accept'> | null = null;
  let webhook: WebhookOptions | null = null;
  let ready = false;
  let running: Promise<void> = Promise.resolve();
  let stopped: Promise<void> | null = null;

  /** What cannot be read would come again for ever: it is logged and left. */
  function understood(update: BotUpdate): IncomingUpdate | null {
    try {
      return incoming(update, desk, clock);
    } catch (error) {
      log.error({ desk, update: update.update_id, error }, 'An update is misshapen');
      return null;
    }
  }

  async function store(update: BotUpdate): Promise<void> {
    const seen = understood(update);
    if (!seen || !receiver) return;
    const { accept } = receiver;
    const once = async (): Promise<void> => void (await accept(seen));
    // Telegram sends a refused webhook again by itself; a poll has to be held back here.
    if (webhook) return once();
    await untilDone(once, {
      ...{ stop: stopping.signal, pause },
      failed: (error) => log.error({ desk, update: seen.id, error }, 'An update could not be stored'),
    });
  }

  async function connect(): Promise<void> {
    const me = await whoAmI(call, options.tokenVariable);
    if (!ready) framework.introduce(me);
    if (webhook) {
      const { url, secret } = webhook;
      await call('setWebhook', { url, secret_token: secret, allowed_updates: WANTED, max_connections: 40 });
    } else await call('deleteWebhook', { drop_pending_updates: false });
    ready = true;
    log.info({ desk, username: me.username, by: webhook ? 'webhook' : 'polling' }, 'Telegram bot is on');
  }

  async function run(connected: boolean): Promise<void> {
    const failed = (error: unknown) => log.warn({ desk, error }, 'Telegram does not answer yet');
    if (!connected) await untilDone(connect, { stop: stopping.signal, pause, failed });
    const source = { call: framework.call, log, seconds: options.pollSeconds ?? 30, pause };
    if (!webhook) await framework.poll(updatesOf(source), stopping.signal);
  }

  framework.use(store);
  return {
    port: telegramPort({ call, upload: framework.upload }, options),
    start: async (to, { webhook: wanted } = {}) => {
      receiver = to;
      webhook = wanted ?? null;
      let connected = true;
      try {
        await connect();
      } catch (error) {
        if (error instanceof AppError) throw error;
        log.warn({ desk, error }, 'Telegram does not answer yet; trying again in the background');
        connected = false;
      }
      running = run(connected).catch((error: unknown) => {
        if (!stopping.signal.aborted) log.error({ desk, error }, 'Telegram bot has stopped');
      });
    },
    handleWebhook: async (body, secretHeader) => {
      if (!webhook || !sameSecret(secretHeader, webhook.secret)) return 401;
      if (!isUpdate(body)) return 400;
      if (!ready || stopping.signal.aborted) return 503;
      try {
        await framework.handle(body);
        return 200;
      } catch (error) {
        log.error({ desk, update: body.update_id, error }, 'An update could not be stored');
        return 503;
      }
    },
    stop: () => {
      stopping.abort();
      stopped ??= running.then(() => framework.close());
      return stopped;
    },
    describe: async () => {
      const { username } = await whoAmI(call, options.tokenVariable);
      return { username: String(username) };
    },
    setCommands: (commands: CommandsByLanguage) => publishCommands(call, commands),
  };
}

async function whoAmI(call: Call, tokenVariable: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const me = await call('getMe', {});
    if (!isRecord(me)) throw new ApiRefusal(500, 'getMe told nothing');
    return me;
  } catch (error) {
    // Telegram answers 404 to what does not even look like a token.
    if (error instanceof ApiRefusal && (error.code === 401 || error.code === 404)) {
      throw new AppError(
        'configuration',
        `${tokenVariable}: Telegram does not accept this token. Take it from @BotFather again.`,
        [{ pointer: tokenVariable }],
        error,
      );
    }
    throw error;
  }
}
