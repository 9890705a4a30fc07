// The web chat of the API process: both desks talk here, over the same conversation as the bots.
import { webPublisher } from '../bot/adapters/web/announce.ts';
import { webPort } from '../bot/adapters/web.ts';
import { listen } from '../bot/conversing.ts';
import type { Conversation, Expecting } from '../bot/dialogue/conversation.ts';
import type { ResolvedConfiguration } from '../engine/runtime/configuration.ts';
import { demoChats, demoPersonas } from '../engine/runtime/demo/personas.ts';
import { demoRun } from '../engine/runtime/demo/seed.ts';
import { startingOver } from '../engine/runtime/demo/start-over.ts';
import type { Engine } from '../engine/runtime/engine.ts';
import type { Logger } from '../engine/runtime/logger.ts';
import type { ChatParts } from './chat/parts.ts';

export interface WebChat {
  readonly parts: ChatParts;
  stop(): Promise<void>;
}

export function openWebChat(
  { redisUrl, secretKey }: ResolvedConfiguration,
  { ctx, demoClock }: Engine,
  conversation: Conversation & Expecting,
  log: Logger,
): WebChat {
  const publisher = webPublisher(redisUrl);
  const port = webPort(ctx, publisher);
  const at = (desk: 'participant' | 'staff') =>
    listen(ctx, conversation, { desk, channel: 'web' }, port, log);
  const participant = at('participant');
  const staff = at('staff');
  const demo = demoClock && {
    chats: demoChats(ctx.programmes),
    personas: () => demoPersonas(ctx),
    advance: (milliseconds: number) => demoClock.advance(milliseconds),
    run: () => demoRun(ctx),
    startOver: startingOver(ctx, demoClock),
  };
  return {
    parts: {
      ctx,
      receivers: { participant: participant.receiver, staff: staff.receiver },
      redisUrl,
      secretKey,
      demo,
      expected: (address) => conversation.expected(address),
    },
    stop: async () => {
      await participant.stop();
      await staff.stop();
      publisher.disconnect();
    },
  };
}
