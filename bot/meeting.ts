// Who writes in a chat, and that they do: read once a turn. Notices go to this chat from now on, also those that could
// not reach its person before.
import type { Actor } from '../engine/kernel/actor.ts';
import type { Language } from '../engine/kernel/languages.ts';
import { reviveDeliveries } from '../engine/notify/progress.ts';
import { actorOf, isInUse, markReachable, markUsed, personOfChat } from '../engine/people/reach.ts';
import type { Person } from '../engine/people/store.ts';
import type { StoreContext } from '../engine/store/context.ts';

const nobody: Actor = { kind: 'person', id: 'newcomer', grants: [] };

export interface Met {
  readonly actor: Actor;
  readonly language: Language | null;
}

/** @param blocked they took themselves out of reach instead of writing */
export async function meet(ctx: StoreContext, chat: string, blocked: boolean): Promise<Met> {
  if (blocked) await markReachable(ctx, chat, false);
  const person = await personOfChat(ctx, chat);
  if (!person) return { actor: nobody, language: null };
  if (!blocked) await welcome(ctx, chat, person);
  return { actor: actorOf(person), language: person.language };
}

async function welcome(ctx: StoreContext, chat: string, person: Person): Promise<void> {
  if (isInUse(person, chat, ctx.clock.now())) return;
  const isBack = person.chats.some((each) => each.key === chat && !each.reachable);
  // Before it is noted that they are back, or breaking off between the two would lose what they missed; and once more
  // after it, for what a worker has looked at in between.
  if (isBack) await reviveDeliveries(ctx, person._id);
  await markUsed(ctx, chat);
  if (isBack) await reviveDeliveries(ctx, person._id);
}
