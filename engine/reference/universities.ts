// The universities whose students may take part.
import type { Command } from '../kernel/actor.ts';
import { regions as codes } from '../kernel/regions.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { oneOf } from '../store/model.ts';
import { referenceCollection } from './collection.ts';
import { addEntry } from './entries.ts';

const extra = { region: oneOf(codes.map(({ code }) => code)) };

export const universityList = referenceCollection({ name: 'universities', extra });

/** The collection behind the list. */
export const universities = universityList.store;
export type University = ReturnType<typeof universities.check>;

export interface NewUniversity {
  /** Short and stable: it stands in scopes and callback data. Lower case letters, digits and hyphens, at most 20. */
  readonly id: string;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  readonly region: string;
}

export const addUniversity = (
  ctx: StoreContext,
  command: Command,
  input: NewUniversity,
): Promise<Result<string>> => addEntry(ctx, universityList, command, input);

/** Every university, by name in Russian order. */
export async function allUniversities(ctx: StoreContext): Promise<readonly University[]> {
  const found = await universities.on(ctx.db).find().lean();
  const order = new Intl.Collator('ru');
  return found.sort((a, b) => order.compare(a.ru, b.ru)) as readonly University[];
}
