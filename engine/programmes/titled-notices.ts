// Whoever takes part in several programmes reads in each notice which of them it is about: its title stands over the text.
// Where there is only one, nothing is said, and nothing is asked of the database.
import type { Grant } from '../kernel/actor.ts';
import { text } from '../kernel/message.ts';
import type { Notice } from '../notify/notice.ts';
import type { Notices, Subscriptions } from '../parts/part.ts';
import { people } from '../people/store.ts';
import type { EngineContext, Programme } from './programme.ts';

type Titling = (ctx: EngineContext, notices: Notices) => Promise<Notices>;

/** The programme with titles in the notices of its events and due dates. */
export function withTitles(programme: Programme, programmes: readonly Programme[]): Programme {
  const others = programmes.filter((each) => each !== programme);
  if (others.length === 0) return programme;
  const titling: Titling = (ctx, notices) =>
    Promise.all(notices.map(async (each) => ('to' in each ? titledFor(ctx, programme, others, each) : each)));
  const { events, subscriptions = [], timers } = programme;
  return {
    ...programme,
    events: events.map((each) => titledIn(each, titling)),
    subscriptions: subscriptions.map((each) => titledIn(each, titling)),
    timers: Object.fromEntries(
      Object.entries(timers).map(([kind, handle]) => [
        kind,
        async (ctx, timer) => titling(ctx, await handle(ctx, timer)),
      ]),
    ),
  };
}

const titledIn = (
  { event, subscribers }: Subscriptions<EngineContext>,
  titling: Titling,
): Subscriptions<EngineContext> => ({
  event,
  subscribers: subscribers.map(({ name, run }) => ({
    name,
    run: async (ctx, happened) => titling(ctx, await run(ctx, happened)),
  })),
});

async function titledFor(
  ctx: EngineContext,
  programme: Programme,
  others: readonly Programme[],
  notice: Notice,
): Promise<Notice> {
  const isElsewhere = notice.desk === 'staff' ? actsBeyond : takesPartIn;
  const held = (await people.on(ctx.db).findById(notice.to, { grants: 1 }).lean())?.grants ?? [];
  if (!(await isElsewhere(ctx, { id: notice.to, held }, programme, others))) return notice;
  const { message } = notice;
  const title = text('common:programmes.heading', { title: programme.title });
  return { ...notice, message: { ...message, texts: [title, ...message.texts] } };
}

interface Recipient {
  readonly id: string;
  readonly held: readonly Grant[];
}

const bringsRole = ({ roles = [] }: Programme, { held }: Recipient): boolean =>
  roles.some(({ id, desk }) => desk === 'participant' && held.some(({ role }) => role === id));

/** By a role that another programme gives to those who take part, or by what it keeps of them. */
async function takesPartIn(
  ctx: EngineContext,
  person: Recipient,
  _programme: Programme,
  others: readonly Programme[],
): Promise<boolean> {
  if (others.some((each) => bringsRole(each, person))) return true;
  for (const { personal } of others) if (await personal.hasRecords(ctx, person.id)) return true;
  return false;
}

/** Staff who hold only roles that this programme declares work for no other. */
async function actsBeyond(
  _ctx: EngineContext,
  { held }: Recipient,
  { roles = [] }: Programme,
): Promise<boolean> {
  const own = new Set<string>(roles.map(({ id }) => id));
  return held.some(({ role }) => !own.has(role));
}
