// The universities whose students may take part: reference data of the operator.
import { type Command, holds } from '../kernel/actor.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { type University, universities } from './store.ts';

export interface NewUniversity {
  /** Short and stable: it stands in scopes and callback data. Lower case letters, digits and hyphens, at most 20. */
  readonly id: string;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  readonly region: string;
}

export async function addUniversity(
  ctx: StoreContext,
  command: Command,
  input: NewUniversity,
): Promise<Result<string>> {
  if (command.actor.kind !== 'system' && !holds(command.actor, 'operator', 'all'))
    return refused('common.not-allowed');
  const { id, ...set } = input;
  const made = await create(ctx, universities, id, command, { action: 'university added', set, result: id });
  return made.created ? ok(id) : refused('common.university-known', { id });
}

/** Every university, by name in Russian order. */
export async function allUniversities(ctx: StoreContext): Promise<readonly University[]> {
  const found = await universities.on(ctx.db).find().lean();
  const order = new Intl.Collator('ru');
  return found.sort((a, b) => order.compare(a.ru, b.ru));
}
