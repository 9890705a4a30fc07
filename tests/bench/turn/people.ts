// People who talk: registered, each with a chat, as the product keeps them.
import type { ChatAddress } from '../../../engine/kernel/chat.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { DAY } from '../../../engine/kernel/clock.ts';
import { people } from '../../../engine/people/store.ts';
import type { StoreContext } from '../../../engine/store/context.ts';
import { insertAll } from '../harness/insert.ts';

export const addressOf = (n: number): ChatAddress => ({
  desk: 'participant',
  channel: 'telegram',
  chat: String(1_000_000 + n),
});

export const personId = (n: number): string => `person-${n}`;

export async function settlePeople(ctx: StoreContext, count: number): Promise<void> {
  const now = ctx.clock.now();
  const consent = {
    purpose: 'credit',
    textVersion: '1',
    givenAt: now,
    until: new Date(now.getTime() + 365 * DAY),
    thirdParties: [],
    withdrawnAt: null,
  };
  await insertAll(people.on(ctx.db).collection as never, count, (n) =>
    people.check({
      _id: personId(n),
      v: 1,
      applied: [],
      audit: { seq: 0, head: '' },
      outbox: [],
      name: `Мысалова Үлгі ${n}`,
      searchName: `мысалова улги ${n}`,
      language: 'kk',
      region: '71',
      phone: null,
      chats: [
        {
          key: chatKey(addressOf(n)),
          desk: 'participant',
          usedAt: new Date(now.getTime() - DAY),
          reachable: true,
        },
      ],
      grants: [{ role: 'student', scope: 'all' }],
      consents: [consent],
      student: { universityId: 'mysal', year: 2 },
      iinHash: null,
      sealedIin: null,
      sealedIban: null,
      ibanTail: null,
      demo: false,
      createdAt: now,
    }),
  );
}
