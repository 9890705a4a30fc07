// What the scenario plays on: the real engine, relay, deliveries and receiver over one database, one after the other and
// on a clock that only the scenario moves, so that it takes the same way each time.

import { webPort } from '../../../../../bot/adapters/web.ts';
import { listen, openConversation } from '../../../../../bot/conversing.ts';
import { keptMedia } from '../../../../../bot/delivery/kept-media.ts';
import { createSender } from '../../../../../bot/delivery/sender.ts';
import type { ChannelPort } from '../../../../../bot/dialogue/port.ts';
import { carrier } from '../../../../../engine/jobs/carrier.ts';
import { runDueTimers } from '../../../../../engine/jobs/due-timers.ts';
import { eventHandlings, timerHandlers } from '../../../../../engine/jobs/handlings.ts';
import { Relay } from '../../../../../engine/jobs/relay.ts';
import type { ChatAddress } from '../../../../../engine/kernel/chat.ts';
import { ManualClock, MINUTE, SECOND } from '../../../../../engine/kernel/clock.ts';
import { deliveries } from '../../../../../engine/notify/store.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { partsOf } from '../../../../../engine/programmes/rooms.ts';
import { connectStore } from '../../../../../engine/store/connection.ts';
import { inboxEntries } from '../../../../../engine/store/inbox.ts';
import { readsAll } from '../../../../../engine/store/indexes.ts';
import { createIndexes } from '../../../../../engine/store/model.ts';
import { reach } from '../../../crash/kill-points.ts';
import { testContext } from '../../../engine-context.ts';
import { quietLog } from '../../../world/log.ts';

export interface ScenarioStage {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  /** A person's chat at the participants' desk brings an update; known ones as often as it likes. */
  says(chat: string, id: number, text: string): Promise<void>;
  /** Carries, sends and runs what is due, and waits (on the clock) for what a killed process still holds. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(mongodb: string, start: string): Promise<ScenarioStage> {
  const db = await connectStore(mongodb);
  await createIndexes(db);
  const clock = new ManualClock(start);
  const links = {
    page: (path: string) => `http://127.0.0.1/${path}`,
    form: (secret: string) => `http://127.0.0.1/forms/${secret}`,
    start: (desk: string, secret: string) => `http://127.0.0.1/chat?desk=${desk}&start=${secret}`,
  };
  const ctx = testContext(db, clock, { links });
  const port = withPoints(webPort(ctx, null));
  const parts = partsOf(ctx);
  const carry = carrier(ctx, eventHandlings(parts), () => undefined);
  const owners = parts.flatMap((each) => each.owners);
  const relay = new Relay(ctx, owners, carry, quietLog);
  const timers = { ctx, handlers: timerHandlers(parts), enqueue: () => undefined, log: quietLog };
  const desk = { desk: 'participant', channel: 'web' } as const;
  const { receiver, stop } = listen(ctx, await openConversation(ctx), desk, port, quietLog);
  const deliver = createSender({ ctx, portOf: () => port, loadMedia: keptMedia(ctx), log: quietLog });

  /** @returns whether something was sent, or may be later */
  async function deliverNext(): Promise<boolean> {
    const order = { notBefore: 1, createdAt: 1, _id: 1 } as const;
    const [next] = await deliveries
      .on(db)
      .find({ ...readsAll, state: 'waiting' } as never)
      .sort(order)
      .limit(1)
      .lean();
    if (!next) return false;
    const again = await deliver(next._id);
    if (again && again > clock.now()) clock.set(again);
    return true;
  }

  /** For the run that follows this one's death: time does not go back. */
  const tellTime = () => process.send?.({ clock: clock.now().toISOString() });

  return {
    ctx,
    clock,
    says: async (chat, id, text) => {
      const address: ChatAddress = { ...desk, chat };
      const command = text.startsWith('/') ? { kind: 'command', name: text.slice(1), argument: '' } : null;
      const input = (command ?? { kind: 'text', text }) as { kind: 'text'; text: string };
      const about = { ownMessage: null, languageTag: 'kk', sentAt: clock.now().toISOString() };
      await receiver.accept({ id: `${chat}/${id}`, order: id, address, input, ...about });
      await receiver.idle();
      // Where a killed process was at it, its turn has to run out.
      while ((await inboxEntries.on(db).countDocuments({ state: 'waiting' })) > 0) {
        clock.advance(5 * SECOND);
        await receiver.sweep();
        await receiver.idle();
      }
      tellTime();
    },
    settle: async () => {
      // Longer than an unfinished saga is left alone.
      clock.advance(MINUTE);
      tellTime();
      for (const { jobs } of ctx.programmes) for (const job of Object.values(jobs)) await job.run(ctx);
      do {
        await relay.run();
        await runDueTimers(timers);
      } while (await deliverNext());
      tellTime();
    },
    close: async () => {
      await stop();
      await db.close();
    },
  };
}

const withPoints = (port: ChannelPort): ChannelPort => ({
  ...port,
  send: async (to, message) => {
    reach('before a message is sent');
    const id = await port.send(to, message);
    reach('after a message is sent');
    return id;
  },
  replace: async (to, id, message) => {
    reach('before a message is replaced');
    const shown = await port.replace(to, id, message);
    reach('after a message is replaced');
    return shown;
  },
});
