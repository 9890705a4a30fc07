// What the two sides of a joining are told. Neither learns a name, a number or a chat of the other before it is done: the
// asker may be anybody who knows a number. Text keys stand in `common:join`.
import { chatAddress, type Desk } from '../kernel/chat.ts';
import { type Button, type Message, type Text, text } from '../kernel/message.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf } from '../store/event.ts';
import type { joinRequested } from './events.ts';
import { joinOf } from './join-answering.ts';
import type { Join } from './join-asking.ts';
import { holdersOf } from './reach.ts';
import { type Person, people } from './store.ts';

type JoinEvent = EventOf<typeof joinRequested>;
type Tell = (ctx: StoreContext, event: JoinEvent) => Promise<readonly (Notice | Settlement)[]>;

const menu: Button = { label: text('common:button.menu'), action: { go: 'menu' } };
const button = (label: string, go: string, argument: string): Button => ({
  label: text(`common:button.${label}`),
  action: { go, argument },
});

const cardOf = (id: string): string => `join/${id}`;

/** Which words fit the other account. */
const channelOf = ({ channel }: Pick<Join, 'channel'>): string => (channel === 'telegram' ? channel : 'web');

/** The card, open or settled, as it stands in the chat of the person who was asked. */
export function joinCard(join: Join): Message {
  const { id, state, askedAt } = join;
  if (state !== 'asked') return { texts: [text(`common:join.card.${state}`)], buttons: [[menu]] };
  const texts: Text[] = [text(`common:join.card.asked.${channelOf(join)}`, { at: askedAt.toISOString() })];
  return {
    texts,
    buttons: [[button('join', 'shared.join', id)], [button('not-me', 'shared.join-refuse', id)]],
  };
}

/** Where somebody is reached: at the desk of the participants, else at that of the staff. */
async function deskOf(ctx: StoreContext, id: string): Promise<Desk> {
  const chats = (await people.on(ctx.db).findById(id, { chats: 1 }).lean())?.chats ?? [];
  const takes = (desk: Desk) => chats.some((each) => each.desk === desk && each.reachable);
  return !takes('participant') && takes('staff') ? 'staff' : 'participant';
}

const plain = (key: string): Message => ({ texts: [text(`common:join.${key}`)], buttons: [[menu]] });

async function found(ctx: StoreContext, { data }: JoinEvent) {
  const person: Person | null = await people.on(ctx.db).findById(data.person).lean();
  const join = joinOf(person, data.join);
  return person && join ? { person, join } : null;
}

export const tellRequested: Tell = async (ctx, event) => {
  const known = await found(ctx, event);
  if (known?.join.state !== 'asked') return [];
  const { person, join } = known;
  const desk = await deskOf(ctx, person._id);
  return [{ to: person._id, desk, message: joinCard(join), card: cardOf(join.id) }];
};

const settled = ({ join }: { readonly join: Join }): Settlement => ({
  settles: cardOf(join.id),
  message: joinCard(join),
});

export const askerHears =
  (key: string): Tell =>
  async (ctx, event) => {
    const known = await found(ctx, event);
    const to = event.data.asker;
    const heard: Notice = { to, desk: await deskOf(ctx, to), message: plain(key) };
    return known ? [settled(known), heard] : [heard];
  };

/** The chat that came is told whose it is now; by a signature nobody was asked, so an older chat is told, too. */
export const tellJoined: Tell = async (ctx, event) => {
  const known = await found(ctx, event);
  if (!known) return [];
  const { person, join } = known;
  const newest = [...person.chats].sort((one, other) => other.usedAt.getTime() - one.usedAt.getTime());
  const came = newest.find(({ key }) => join.chats.includes(key));
  const older = newest.find(({ key, reachable }) => reachable && !join.chats.includes(key));
  const heard = (key: string, chat: string): Notice => ({
    ...{ to: person._id, chat, desk: chatAddress(chat).desk, message: plain(key) },
  });
  return [
    settled(known),
    ...(came ? [heard('moved', came.key)] : []),
    ...(older && join.by === 'signature' ? [heard(`signed.${channelOf(join)}`, older.key)] : []),
  ];
};

export const tellStuck: Tell = async (ctx, event) => {
  const operators = await holdersOf(ctx, 'operator', 'all');
  const { person, asker } = event.data;
  const message = {
    texts: [text('common:join.operator', { person, asker })],
  };
  return [
    ...(await askerHears('stuck')(ctx, event)),
    ...operators.map((to): Notice => ({ to, desk: 'staff', message })),
  ];
};
