// The cards of the staff: everyone has one, blank until something is written to it.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Change, change, create } from '../../../store/command.ts';
import type { StoreContext } from '../../../store/context.ts';
import type { Bookkeeping } from '../../../store/owned.ts';
import { type StaffCard, staffCards } from './store.ts';

export type CardFields = Omit<StaffCard, keyof Bookkeeping>;

export const blankCard: CardFields = {
  ...{ photo: null, about: '', achievements: '', contact: '', scans: [] },
  ...{ expert: null, standIn: null },
};

export async function cardOf(ctx: StoreContext, person: string): Promise<CardFields> {
  const found = await staffCards.on(ctx.db).findById(person).lean();
  return (found as StaffCard | null) ?? blankCard;
}

/** Whoever acts for the mentor by name; null once the absence is over. */
export const standInNow = ({ standIn }: Pick<CardFields, 'standIn'>, now: Date): string | null =>
  standIn && standIn.until > now ? standIn.person : null;

/** Changes a card, also one that was never written. */
export async function changeCard<R>(
  ctx: StoreContext,
  person: string,
  command: Command,
  decide: (card: CardFields) => Result<Change<StaffCard, R>> | Promise<Result<Change<StaffCard, R>>>,
): Promise<Result<R>> {
  if (!(await staffCards.on(ctx.db).exists({ _id: person }))) {
    const first = await decide(blankCard);
    if (!first.ok) return first;
    const made = await create(ctx, staffCards, person, command, {
      ...first.value,
      set: { ...blankCard, ...first.value.set },
    });
    if (made.created) return ok(made.result);
  }
  return change(ctx, staffCards, person, command, decide);
}
