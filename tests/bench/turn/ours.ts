// The product's turn, whole: inbox, session, dialogue, use-case with audit and outbox, answer. Only the channel is free.
import { listen, openConversation } from '../../../bot/conversing.ts';
import type { Input } from '../../../bot/dialogue/update.ts';
import { type Language, languages } from '../../../engine/kernel/languages.ts';
import { people } from '../../../engine/people/store.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { relayOutbox } from '../../../engine/store/outbox.ts';
import { atConcurrency } from '../harness/at-concurrency.ts';
import type { BenchServices } from '../harness/bench.ts';
import type { Contender, Running } from '../harness/comparison.ts';
import { openBenchEngine } from '../harness/engine.ts';
import { percentile } from '../harness/statistics.ts';
import { FreePort } from './free-port.ts';
import { addressOf, settlePeople } from './people.ts';

export const CONCURRENCY = 64;

const silent = { info: () => undefined, warn: console.warn, error: console.error };

/** People whose updates go through the receiver. */
async function openChats(services: BenchServices, size: number) {
  const engine = await openBenchEngine(services);
  const { ctx } = engine;
  await settlePeople(ctx, size);
  const port = new FreePort();
  const at = { desk: 'participant', channel: 'telegram' } as const;
  const listening = listen(ctx, await openConversation(ctx), at, port, silent);
  let order = 0;

  async function everyone(inputOf: (chat: string) => Input): Promise<readonly number[]> {
    const times = await atConcurrency([...Array(size).keys()], CONCURRENCY, async (n) => {
      const address = addressOf(n);
      order += 1;
      const answered = port.answered(address.chat);
      await listening.receiver.accept({
        id: String(order),
        order,
        address,
        input: inputOf(address.chat),
        ownMessage: null,
        languageTag: 'ru',
        sentAt: ctx.clock.now().toISOString(),
      });
      await answered;
    });
    await listening.receiver.idle();
    return times;
  }

  async function carryAudit(): Promise<void> {
    while ((await relayOutbox(ctx, people, async () => undefined, { limit: 1_000 })).documents > 0);
  }

  const close = async () => {
    await listening.stop();
    await engine.close();
  };
  return { ctx, port, everyone, carryAudit, close };
}

const askLanguage: Input = { kind: 'command', name: 'lang', argument: '' };

const done = (size: number, times: readonly number[]) => ({
  units: size,
  figures: { 'p99 ms': percentile(times, 0.99) },
});

/** A command is typed, the question is asked: the session is stored, nothing else changes. */
export const question: Contender = {
  name: 'ours: a question asked',
  rival: false,
  async open(services, size): Promise<Running> {
    const { everyone, close } = await openChats(services, size);
    return { round: async () => done(size, await everyone(() => askLanguage)), close };
  },
};

/** The question is answered by a tap: a `call` step writes the person with audit, and the session is stored. */
export const choice: Contender = {
  name: 'ours: a tap that changes something',
  rival: false,
  async open(services, size): Promise<Running> {
    const { ctx, port, everyone, carryAudit, close } = await openChats(services, size);
    let chosen: Language = 'kk';
    const tapOf = (chat: string): Input => ({
      kind: 'tap',
      data: port.buttonsIn(chat).find((data) => data.endsWith(`:${chosen}`)) ?? '',
      message: port.newestIn(chat),
      interaction: '1',
    });
    return {
      prepare: async () => {
        await carryAudit();
        chosen = languages[(languages.indexOf(chosen) + 1) % languages.length] ?? 'kk';
        await everyone(() => askLanguage);
      },
      round: async () => done(size, await everyone(tapOf)),
      outcome: async () => ({
        changed: await people.on(ctx.db).countDocuments({ ...readsAll, language: chosen } as never),
        audited: await people.on(ctx.db).countDocuments({ ...readsAll, 'outbox.kind': 'audit' } as never),
      }),
      close,
    };
  },
};
