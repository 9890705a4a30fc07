// Notes what somebody is about to decide together: which items, each in the version that stands now. Nothing is decided by it.
import type { Actor, Command } from '../../kernel/actor.ts';
import { derivedId } from '../../kernel/ids.ts';
import { isDuplicate } from '../../store/command.ts';
import type { StoreContext } from '../../store/context.ts';
import type { ReviewKind } from '../kind.ts';
import { standing } from '../standing.ts';
import { MOST, subjectsInGroup } from './group.ts';
import { type Bulk, bulks } from './store.ts';

/** Those of a group that the actor may decide now. @returns null where there are none */
export async function askBulk<C extends StoreContext>(
  ctx: C,
  command: Command,
  kind: ReviewKind<C>,
  group: string,
): Promise<Bulk | null> {
  const subjects = await subjectsInGroup(ctx, command.actor, kind.id, group);
  const items = await Promise.all(
    subjects.slice(0, MOST).map((subject) => itemOf(ctx, command.actor, kind, subject)),
  );
  const open = items.filter((each) => each !== null);
  return open.length === 0 ? null : noteBulk(ctx, command, kind.id, open, subjects.length > MOST);
}

async function itemOf<C extends StoreContext>(ctx: C, actor: Actor, kind: ReviewKind<C>, subject: string) {
  const found = await standing(ctx, actor, kind, subject);
  return found.kind === 'theirs' && found.reading.state === 'open'
    ? { subject, seen: found.reading.version }
    : null;
}

/** @returns as it was noted first, where the command is a repeat */
export async function noteBulk(
  ctx: StoreContext,
  command: Command,
  kind: string,
  items: readonly { readonly subject: string; readonly seen: string }[],
  more: boolean,
): Promise<Bulk> {
  const bulk = bulks.check({
    _id: derivedId(`bulk ${command.id}`),
    ...{ kind, by: command.actor.id, at: ctx.clock.now(), more, state: 'asked' },
    items: items.map((each) => ({ ...each, left: null, refused: null })),
  });
  try {
    await bulks.on(ctx.db).collection.insertOne(bulk as never);
    return bulk;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await bulks.on(ctx.db).findById(bulk._id).lean()) ?? bulk;
  }
}
