// A Telegram bot's port for those who are talking: each reply is counted in the rate limit that the bot shares with the
// notices. For the processes that receive; the worker's notices take their turns by themselves.
import { type ChatAddress, chatKey } from '../../engine/kernel/chat.ts';
import type { RateLimiter } from '../../engine/notify/rate-limiter.ts';
import type { ChannelPort, RenderedMessage } from '../dialogue/port.ts';
import { botOf } from './target.ts';

export function talkingPort(port: ChannelPort, limiter: RateLimiter): ChannelPort {
  const turn = (to: ChatAddress, { media }: RenderedMessage) =>
    limiter.reply(botOf(to), chatKey(to), Math.max(1, media.length));
  return {
    ...port,
    send: async (to, message, shown) => {
      await turn(to, message);
      return port.send(to, message, shown);
    },
    replace: async (to, messageId, message, isSameCard) => {
      await turn(to, message);
      return port.replace(to, messageId, message, isSameCard);
    },
  };
}
