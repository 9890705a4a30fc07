// Both desks as web chats: the same port, incoming mapping and stored messages that the page uses.
import { EventEmitter } from 'node:events';
import { webPort } from '../../../bot/adapters/web.ts';
import type { ChannelPort } from '../../../bot/dialogue/port.ts';
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import { type ChatAddress, chatKey, type Desk } from '../../../engine/kernel/chat.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Stage } from './channel.ts';
import { webDriver } from './web-driver.ts';

export async function openWeb(ctx: EngineContext): Promise<Stage> {
  const receivers = new Map<Desk, Receiver>();
  const toasts = new Map<string, string[]>();
  /** An event of a chat's key: it has changed. */
  const changes = new EventEmitter().setMaxListeners(0);
  const port = heard(webPort(ctx, null), (to) => changes.emit(chatKey(to)));
  return {
    channel: 'web',
    telegram: null,
    portOf: () => ({
      ...port,
      answerTap: async (to, _interaction, text) => {
        if (text) toasts.set(chatKey(to), [...(toasts.get(chatKey(to)) ?? []), text]);
      },
    }),
    start: async (desk, receiver) => {
      receivers.set(desk, receiver);
    },
    driver: (name, desk, language) => {
      const address = addressOf(name, desk);
      const chat = chatKey(address);
      return webDriver(ctx, {
        ...{ address, language },
        accept: async (update: IncomingUpdate) => void (await receivers.get(desk)?.accept(update)),
        toasts: () => toasts.get(chat) ?? [],
        listen: (listener) => {
          changes.on(chat, listener);
          return () => changes.off(chat, listener);
        },
      });
    },
    address: addressOf,
    objections: () => [],
    stop: async () => undefined,
  };
}

const addressOf = (name: string, desk: Desk): ChatAddress => ({ desk, channel: 'web', chat: `test-${name}` });

/** Tells whose chat has changed, as soon as it has. */
function heard(port: ChannelPort, changed: (to: ChatAddress) => void): ChannelPort {
  const after = async <T>(to: ChatAddress, work: Promise<T>): Promise<T> => {
    const done = await work;
    changed(to);
    return done;
  };
  return {
    ...port,
    send: (to, ...rest) => after(to, port.send(to, ...rest)),
    replace: (to, ...rest) => after(to, port.replace(to, ...rest)),
    remove: (to, ...rest) => after(to, port.remove(to, ...rest)),
  };
}
