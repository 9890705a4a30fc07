// The page of a member of staff: what they say of themselves, and scans of their papers (§4.1). Written by themselves alone.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { type CardFields, cardOf, changeCard } from './cards.ts';
import { staffPageWritten } from './events.ts';
import { oversees } from './reach.ts';

export type StaffPage = Partial<Pick<CardFields, 'photo' | 'about' | 'achievements' | 'contact' | 'scans'>>;

const withPage: readonly string[] = ['mentor', 'expert', 'regional-coordinator', 'centre-head'];

export function writeStaffPage(
  ctx: EngineContext,
  command: Command,
  page: StaffPage,
): Promise<Result<string>> {
  const { actor } = command;
  return changeCard(ctx, actor.id, command, () => {
    if (!actor.grants.some(({ role }) => withPage.includes(role))) return refused('common.not-allowed');
    return ok({
      action: 'staff page written',
      set: page,
      events: [staffPageWritten({ person: actor.id })],
      result: actor.id,
      details: { fields: Object.keys(page) },
    });
  });
}

/** Their own, and those of whom they oversee; null for anybody else's. */
export async function staffPageSeenBy(
  ctx: EngineContext,
  { actor }: Pick<Command, 'actor'>,
  person: string,
): Promise<CardFields | null> {
  const sees = actor.id === person || (await oversees(ctx, actor, person));
  return sees ? cardOf(ctx, person) : null;
}
