// Names as notices and cards of the award show them.

import { nameOf } from '../../../../people/reach.ts';
import type { StoreContext } from '../../../../store/context.ts';
import { centreOf } from '../../cases.ts';
import { type Award, awardOf } from '../store.ts';

export interface Named {
  readonly award: Award;
  /** Of the nominee; empty once they were erased. */
  readonly name: string;
  readonly centre: string;
}

/** @throws AppError `not-found` */
export async function named(ctx: StoreContext, awardId: string): Promise<Named> {
  const award = await awardOf(ctx, awardId);
  const [name, centre] = await Promise.all([nameOf(ctx, award.person), centreOf(ctx, award.centre)]);
  return { award, name, centre: centre.name };
}
