// Organisations of technical, vocational and post-secondary education, whose students the contest is for.
import type { Command } from '../kernel/actor.ts';
import { regions as codes } from '../kernel/regions.ts';
import type { Result } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { oneOf } from '../store/model.ts';
import { type Entry, referenceCollection } from './collection.ts';
import { addEntry, entriesOf } from './entries.ts';

const extra = { region: oneOf(codes.map(({ code }) => code)) };
export type College = Entry<typeof extra>;

export const colleges = referenceCollection({ name: 'colleges', extra });

export interface NewCollege {
  /** Short and stable: it stands in scopes and callback data. Lower case letters, digits and hyphens, at most 20. */
  readonly id: string;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
  readonly region: string;
}

export const addCollege = (ctx: StoreContext, command: Command, input: NewCollege): Promise<Result<string>> =>
  addEntry(ctx, colleges, command, input);

/** Colleges of a day, of one region where it is named, by name in Russian order. */
export async function collegesOn(
  ctx: Pick<StoreContext, 'db'>,
  on: string,
  region?: string,
): Promise<readonly College[]> {
  const found = (await entriesOf(ctx, colleges, { on })).map(({ entry }) => entry);
  const order = new Intl.Collator('ru');
  return found
    .filter((each) => region === undefined || each.region === region)
    .sort((a, b) => order.compare(a.ru, b.ru));
}
