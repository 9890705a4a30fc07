// What the two sides of a merge are told. Neither learns a name, a number or a chat of the other before it is done: the
// asker may be anybody who knows a number. Text keys stand in `common:merge`.
import { chatAddress, type Desk } from '../kernel/chat.ts';
import { type Button, type Message, type Text, text } from '../kernel/message.ts';
import type { Notice, Settlement } from '../notify/notice.ts';
import type { StoreContext } from '../store/context.ts';
import type { EventOf } from '../store/event.ts';
import type { mergeRequested } from './events.ts';
import { mergeOf } from './merge-answer.ts';
import type { Merge } from './merge-request.ts';
import { holdersOf } from './reach.ts';
import { type Person, people } from './store.ts';

type MergeEvent = EventOf<typeof mergeRequested>;
type NotifyOf = (ctx: StoreContext, event: MergeEvent) => Promise<readonly (Notice | Settlement)[]>;

const menu: Button = { label: text('common:button.menu'), action: { go: 'menu' } };
const button = (label: string, go: string, argument: string): Button => ({
  label: text(`common:button.${label}`),
  action: { go, argument },
});

const cardOf = (id: string): string => `merge/${id}`;

/** Which words fit the other account. */
const channelOf = ({ channel }: Pick<Merge, 'channel'>): string => (channel === 'telegram' ? channel : 'web');

/** The card, open or settled, as it stands in the chat of the person who was asked. */
export function mergeCard(merge: Merge): Message {
  const { id, state, askedAt } = merge;
  if (state !== 'asked') return { texts: [text(`common:merge.card.${state}`)], buttons: [[menu]] };
  const texts: Text[] = [text(`common:merge.card.asked.${channelOf(merge)}`, { at: askedAt.toISOString() })];
  return {
    texts,
    buttons: [[button('merge', 'shared.merge', id)], [button('not-me', 'shared.merge-refuse', id)]],
  };
}

/** Where somebody is reached: at the desk of the participants, else at that of the staff. */
async function deskOf(ctx: StoreContext, id: string): Promise<Desk> {
  const chats = (await people.on(ctx.db).findById(id, { chats: 1 }).lean())?.chats ?? [];
  const takes = (desk: Desk) => chats.some((each) => each.desk === desk && each.reachable);
  return !takes('participant') && takes('staff') ? 'staff' : 'participant';
}

const plain = (key: string): Message => ({ texts: [text(`common:merge.${key}`)], buttons: [[menu]] });

async function found(ctx: StoreContext, { data }: MergeEvent) {
  const person: Person | null = await people.on(ctx.db).findById(data.person).lean();
  const merge = mergeOf(person, data.merge);
  return person && merge ? { person, merge } : null;
}

export const notifyRequested: NotifyOf = async (ctx, event) => {
  const known = await found(ctx, event);
  if (known?.merge.state !== 'asked') return [];
  const { person, merge } = known;
  const desk = await deskOf(ctx, person._id);
  return [{ to: person._id, desk, message: mergeCard(merge), card: cardOf(merge.id) }];
};

const settled = ({ merge }: { readonly merge: Merge }): Settlement => ({
  settles: cardOf(merge.id),
  message: mergeCard(merge),
});

export const askerHears =
  (key: string): NotifyOf =>
  async (ctx, event) => {
    const known = await found(ctx, event);
    const to = event.data.asker;
    const heard: Notice = { to, desk: await deskOf(ctx, to), message: plain(key) };
    return known ? [settled(known), heard] : [heard];
  };

/** The chat that came is told whose it is now; by a signature nobody was asked, so an older chat is notified, too. */
export const notifyMerged: NotifyOf = async (ctx, event) => {
  const known = await found(ctx, event);
  if (!known) return [];
  const { person, merge } = known;
  const newest = [...person.chats].sort((one, other) => other.usedAt.getTime() - one.usedAt.getTime());
  const came = newest.find(({ key }) => merge.chats.includes(key));
  const older = newest.find(({ key, reachable }) => reachable && !merge.chats.includes(key));
  const heard = (key: string, chat: string): Notice => ({
    ...{ to: person._id, chat, desk: chatAddress(chat).desk, message: plain(key) },
  });
  return [
    settled(known),
    ...(came ? [heard('moved', came.key)] : []),
    ...(older && merge.by === 'signature' ? [heard(`signed.${channelOf(merge)}`, older.key)] : []),
  ];
};

export const notifyStuck: NotifyOf = async (ctx, event) => {
  const operators = await holdersOf(ctx, 'operator', 'all');
  const { person, asker } = event.data;
  const message = {
    texts: [text('common:merge.operator', { person, asker })],
  };
  return [
    ...(await askerHears('stuck')(ctx, event)),
    ...operators.map((to): Notice => ({ to, desk: 'staff', message })),
  ];
};
