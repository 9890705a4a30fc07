// The process of one Telegram bot: the engine, the conversation and the bot's channel. Used by participant.ts and staff.ts.
import { remoteNudge } from '../engine/jobs/nudge.ts';
import { sharedRateLimiter } from '../engine/jobs/shared-rate-limiter.ts';
import type { Desk } from '../engine/kernel/chat.ts';
import { AppError } from '../engine/kernel/errors.ts';
import { programmes } from '../engine/programmes/registry.ts';
import { type RunningProcess, runProcess } from '../engine/runtime/child.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { ConfigurationError } from '../engine/runtime/configuration-error.ts';
import { openEngine } from '../engine/runtime/engine.ts';
import { noteBotUsername } from '../engine/runtime/links.ts';
import type { Logger } from '../engine/runtime/logger.ts';
import { serveMetrics } from '../engine/runtime/metrics/listen.ts';
import { openMetrics } from '../engine/runtime/metrics/metrics.ts';
import type { TelegramChannel } from './adapters/telegram/channel.ts';
import type { Turn } from './adapters/telegram/polling.ts';
import { telegramBot } from './channels.ts';
import { listen, openConversation } from './conversing.ts';
import { talkingPort } from './delivery/talking-port.ts';
import type { Receiver } from './dialogue/receiver.ts';
import { shownCommands } from './dialogues/commands.ts';
import { measuredConversation } from './measured-conversation.ts';
import { pollingTurn } from './polling-turn.ts';

export const runTelegramBot = (desk: Desk): void =>
  runProcess({ name: desk, start: (config, log) => startBot(desk, config, log) });

async function startBot(desk: Desk, config: ResolvedConfiguration, log: Logger): Promise<RunningProcess> {
  const channel = telegramBot(config, desk, log);
  if (!channel)
    throw new ConfigurationError(`The ${desk} bot has no token: set ${desk.toUpperCase()}_BOT_TOKEN.`);
  const nudge = remoteNudge(config.redisUrl);
  const { ctx, close } = await openEngine(config, nudge.nudge, programmes);
  const limiter = sharedRateLimiter(config.redisUrl);
  const port = talkingPort(channel.port, limiter);
  const metrics = openMetrics({ node: true, ctx: null });
  const scrapes = await serveMetrics(config, metrics, ctx);
  const conversation = measuredConversation(await openConversation(ctx, config.tapPause), metrics.turned);
  const listening = listen(ctx, conversation, { desk, channel: 'telegram' }, port, log);
  // With a public address Telegram brings the updates to the API process; this one takes up what is left over.
  const polling = pollingTurn(ctx, desk, log);
  if (config.publicUrl === undefined) await receive(channel, listening.receiver, polling.turn);
  const commands = shownCommands(desk, ctx.programmes);
  await introduce(channel, commands, (username) => noteBotUsername(ctx.db, desk, username), log);
  return {
    stop: async () => {
      await scrapes.close();
      await channel.stop();
      await polling.stop();
      await listening.stop();
      await channel.close();
      nudge.close();
      limiter.close();
      await close();
    },
  };
}

async function receive(channel: TelegramChannel, receiver: Receiver, turn: Turn): Promise<void> {
  try {
    await channel.start(receiver, { turn });
  } catch (error) {
    if (error instanceof AppError && error.code === 'configuration')
      throw new ConfigurationError(error.message);
    throw error;
  }
}

/** Tells Telegram the commands, and the other processes the bot's name. Not worth failing a start for. */
async function introduce(
  channel: TelegramChannel,
  commands: ReturnType<typeof shownCommands>,
  note: (username: string) => Promise<void>,
  log: Logger,
): Promise<void> {
  try {
    await note((await channel.describe()).username);
    await channel.setCommands(commands);
  } catch (error) {
    log.warn({ err: error }, 'the bot could not introduce itself');
  }
}
