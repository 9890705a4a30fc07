// Three proxies between our processes and everything they stand on, with the addresses that lead through them.
import { startServices, type TestServices } from '../services/start-services.ts';
import type { StoryServers } from '../world/engine.ts';
import { type FaultyProxy, openProxy } from './proxy.ts';

export interface Network {
  readonly services: TestServices;
  readonly mongodb: FaultyProxy;
  readonly redis: FaultyProxy;
  /** There once `telegramThrough` was called. */
  telegram(): FaultyProxy;
  /** Addresses through the proxies. */
  readonly servers: StoryServers;
  /** The address of a Bot API server, through a proxy. */
  telegramThrough(root: string): Promise<string>;
  close(): Promise<void>;
}

export async function openNetwork(): Promise<Network> {
  const services = await startServices();
  const { socket, rest } = partsOf(services.mongodbUri);
  const mongodb = await openProxy(socket);
  const redis = await openProxy(services.redisUrl);
  let telegram: FaultyProxy | null = null;
  return {
    services,
    mongodb,
    redis,
    telegram: () => {
      if (!telegram) throw new Error('nothing leads to Telegram yet');
      return telegram;
    },
    servers: {
      mongodb: `mongodb://127.0.0.1:${mongodb.port}${rest}`,
      redis: `redis://127.0.0.1:${redis.port}`,
    },
    telegramThrough: async (root) => {
      telegram = await openProxy(root);
      return `http://127.0.0.1:${telegram.port}`;
    },
    close: async () => {
      await Promise.all([mongodb.close(), redis.close(), telegram?.close()]);
      await services.stop();
    },
  };
}

/** The engine's socket stands, encoded, where others have a host. */
function partsOf(uri: string): { readonly socket: string; readonly rest: string } {
  const [, host = '', rest = ''] = /^mongodb:\/\/([^/?]+)(.*)$/.exec(uri) ?? [];
  return { socket: decodeURIComponent(host), rest };
}
