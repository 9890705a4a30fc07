// One bot of one framework against the local Bot API server, its deliveries and its direct answers, on a clock that the
// test moves. For telegram.test.ts.
import { delivering } from '../../../bot/delivery/deliver.ts';
import { keepUnsent } from '../../../bot/delivery/unsent-reply.ts';
import { answering } from '../../../bot/dialogue/answering.ts';
import type { Reply } from '../../../bot/dialogue/session.ts';
import { chatAddress, type Desk } from '../../../engine/kernel/chat.ts';
import { ManualClock } from '../../../engine/kernel/clock.ts';
import { noteMoved } from '../../../engine/notify/progress.ts';
import { RateBook } from '../../../engine/notify/rate-book.ts';
import { rateLimiterBy } from '../../../engine/notify/rate-limiter.ts';
import { type Delivery, deliveries } from '../../../engine/notify/store.ts';
import { people } from '../../../engine/people/store.ts';
import { literal } from '../../contract/adapters/echo.ts';
import type { Adapter } from '../../contract/adapters/setup.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { startBotApi, type User } from '../../support/telegram/index.ts';
import { deliverAllOf } from '../deliveries/deliver-all.ts';
import { addPerson, chatOf, openStage, personOf, quietLog } from '../jobs/stage.ts';

export const TOKEN = '700010:faults-test-token';
const STAFF_TOKEN = '700011:faults-staff-token';

export type Scene = Awaited<ReturnType<typeof openScene>>;

export async function openScene(adapter: Adapter) {
  const clock = new ManualClock('2026-03-02T06:00:00Z');
  const stage = await openStage(emptyDatabase(), () => undefined, clock);
  const { ctx } = stage;
  const api = await startBotApi();
  const bot = api.addBot({ token: TOKEN, username: 'qadam_faults_bot', name: 'Faults' });
  const staffBot = api.addBot({ token: STAFF_TOKEN, username: 'qadam_staff_bot', name: 'Staff' });
  const common = { tokenVariable: 'X', apiRoot: api.root, log: quietLog };
  const channels = {
    participant: adapter.create({ ...common, token: TOKEN, desk: 'participant' }),
    staff: adapter.create({ ...common, token: STAFF_TOKEN, desk: 'staff' }),
  };
  const deliver = delivering({
    ...{ ctx, render: literal.message, log: quietLog },
    portOf: ({ desk }) => channels[desk].port,
    limiter: rateLimiterBy(new RateBook(clock), async () => undefined),
  });
  const last = new Map<string, string>();
  const answer = answering({
    ...{ port: channels.participant.port, render: literal, log: quietLog, onUnsent: keepUnsent(ctx) },
    onMoved: (chat, from, to) => noteMoved(ctx, chat, from, to),
    last: {
      get: async (chat) => last.get(chat) ?? null,
      set: async (chat, id) => void last.set(chat, id),
    },
  });
  let count = 0;

  return {
    ...{ api, bot, staffBot, clock, ctx, deliver, port: channels.participant.port },
    /** A new person, who has started the bot. */
    newcomer: async (desk: Desk = 'participant'): Promise<{ n: number; user: User }> => {
      count += 1;
      await addPerson(ctx, count, 'ru', [`${desk}.telegram.${1_000 + count}`]);
      const user = api.user({ id: 1_000 + count, firstName: `Сынақ ${count}`, languageCode: 'ru' });
      await user.start(desk === 'staff' ? staffBot : bot);
      return { n: count, user };
    },
    /** Answers a person's message as the receiver does. */
    reply: (n: number, ...keys: string[]) =>
      answer(
        {
          ...{ id: String(n), order: n, address: chatAddress(chatOf(n)), ownMessage: null },
          ...{ at: clock.now().toISOString(), input: { kind: 'text', text: 'hello' } },
        } as never,
        { replies: keys.map(replyOf), toast: null, removeOwn: false, language: 'ru' },
      ),
    /** Answers a tap on a message with a card that takes its place. */
    decide: (n: number, tapped: number, message: Reply['message']) =>
      answer(
        {
          ...{ id: `tap ${n}`, order: n, address: chatAddress(chatOf(n)), ownMessage: null },
          ...{ input: { kind: 'tap', data: 'x', message: String(tapped), interaction: 'none' } },
        } as never,
        {
          ...{ toast: null, removeOwn: false, language: 'ru' },
          replies: [{ message, place: 'tapped', isSameCard: true, tag: 't', step: 's' }],
        },
      ),
    deliverAll: () => deliverAllOf({ ...stage, deliver }, clock),
    of: (n: number): Promise<Delivery[]> =>
      deliveries
        .on(ctx.db)
        .find({ person: personOf(n) })
        .sort({ createdAt: 1, _id: 1 })
        .lean() as unknown as Promise<Delivery[]>,
    isReachable: async (n: number) =>
      (await people.on(ctx.db).findById(personOf(n)).lean())?.chats[0]?.reachable === true,
    close: async () => {
      await channels.participant.close();
      await channels.staff.close();
      await api.close();
      await stage.close();
    },
  };
}

const replyOf = (key: string): Reply => ({
  message: { texts: [{ key }] },
  place: 'new',
  tag: 't',
  step: 's',
});
