// Qadam as production runs it, on services of its own whose every word is written down: what each process logs at its most
// talkative, and each command that Redis is given.
import { Redis } from 'ioredis';
import type { Desk } from '../../../engine/kernel/chat.ts';
import { type Story, tellStory } from '../../api/resources/story.ts';
import { bundle } from '../crash/bundle.ts';
import { operatorEnvironment } from '../operator.ts';
import { startServices, type TestServices } from '../services/start-services.ts';
import type { BotAccount } from '../telegram/bot-account.ts';
import { type BotApi, startBotApi } from '../telegram/index.ts';
import { storyKey } from '../world/engine.ts';
import { startTarget, type Target, targetSources } from './target.ts';

export const secrets = {
  participantToken: '1001:a-token-of-the-participants-bot-00001',
  staffToken: '1002:a-token-of-the-staffs-bot-000000000002',
  adminKey: 'an-operators-key-that-is-a-canary-itself',
} as const;

export interface LeakScene {
  readonly services: TestServices;
  readonly story: Story;
  readonly telegram: BotApi;
  readonly bots: Readonly<Record<Desk, BotAccount>>;
  readonly api: Target;
  readonly processes: readonly Target[];
  /** Every command that Redis was given, with all that came along. */
  readonly toldRedis: readonly string[];
  close(): Promise<void>;
}

const sources = ['bot/worker.ts', 'bot/participant.ts', 'bot/staff.ts'] as const;

export async function openLeakScene(): Promise<LeakScene> {
  const services = await startServices();
  const story = await tellStory(services.mongodbUri);
  const telegram = await startBotApi();
  const bots = {
    participant: telegram.addBot({ token: secrets.participantToken, username: 'participant_bot', name: 'P' }),
    staff: telegram.addBot({ token: secrets.staffToken, username: 'staff_bot', name: 'S' }),
  };
  const redis = new Redis(services.redisUrl);
  const watching = await redis.monitor();
  const toldRedis: string[] = [];
  watching.on('monitor', (_time: string, given: readonly string[]) => toldRedis.push(given.join(' ')));
  const bundles = await bundle(...targetSources, ...sources);
  const env = {
    PORT: '0',
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    SECRET_KEY: storyKey,
    ADMIN_API_KEY: secrets.adminKey,
    DEMO: '0',
    ...operatorEnvironment,
    TELEGRAM_API_ROOT: telegram.root,
    PARTICIPANT_BOT_TOKEN: secrets.participantToken,
    STAFF_BOT_TOKEN: secrets.staffToken,
    LOG_LEVEL: 'trace',
  };
  const api = await startTarget(bundles, env);
  const others = await Promise.all(sources.map((source) => startTarget(bundles, env, source)));
  const processes = [api, ...others];
  return {
    ...{ services, story, telegram, bots, api, processes, toldRedis },
    close: async () => {
      await Promise.all(processes.map((each) => each.stop()));
      watching.disconnect();
      redis.disconnect();
      await telegram.close();
      bundles.remove();
      await story.ctx.db.close();
      await services.stop();
    },
  };
}
