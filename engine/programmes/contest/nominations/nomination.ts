// Finding nominations, and what all changes of one share.
import { AppError } from '../../../kernel/errors.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { type Refused, refused } from '../../../kernel/result.ts';
import type { EngineContext } from '../../context.ts';
import { mayTransition, type NominationState } from '../states.ts';
import { type Nomination, nominations } from '../store.ts';

/** One a person and edition: a second cannot exist. */
export const nominationId = (edition: string, person: string): string =>
  derivedId(`contest nomination ${edition} ${person}`);

/** @throws AppError `not-found` */
export async function nominationOf(ctx: EngineContext, id: string): Promise<Nomination> {
  const found = await findById(ctx, id);
  if (found) return found;
  throw new AppError('not-found', `nomination ${id} does not exist`);
}

/** A person's nomination of an edition, whatever became of it. */
export const findNomination = (
  ctx: EngineContext,
  edition: string,
  person: string,
): Promise<Nomination | null> => findById(ctx, nominationId(edition, person));

const findById = async (ctx: EngineContext, id: string): Promise<Nomination | null> =>
  (await nominations.raw(ctx.db).findOne({ _id: { $eq: id } } as never)) as unknown as Nomination | null;

/** All that are kept of a person, the newest first. */
export async function nominationsOf(ctx: EngineContext, person: string): Promise<readonly Nomination[]> {
  const found = nominations.raw(ctx.db).find({ person: { $eq: person } } as never);
  return (await found.sort({ proposedAt: -1 }).toArray()) as unknown as Nomination[];
}

/** A refusal unless the nomination may move there from where it stands. */
export const refuseMove = ({ state }: Nomination, to: NominationState): Refused | null =>
  mayTransition(state, to) ? null : refused(`contest.nomination-is-${state}`);

/** Short: another one after everything that somebody who decides should have seen. */
export const nominationVersion = ({ state, proposedAt }: Nomination): string =>
  `${state}-${proposedAt.getTime().toString(36)}`;
