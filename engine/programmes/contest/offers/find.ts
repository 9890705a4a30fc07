// Offers as they are found: by the student who opens the link or has agreed, and by the college.
import { trusted } from 'mongoose';
import type { Actor } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { EngineContext } from '../../context.ts';
import { actsForCollege } from '../rights.ts';
import type { Place } from '../stages/commission.ts';
import { type Offer, offers } from './store.ts';

const findById = (ctx: EngineContext, id: string): Promise<Offer | null> =>
  offers.on(ctx.db).findById(id).lean();

/** @throws AppError `not-found` */
export async function offerOf(ctx: EngineContext, id: string): Promise<Offer> {
  const found = await findById(ctx, id);
  if (found) return found;
  throw new AppError('not-found', `offer ${id} does not exist`);
}

/** What somebody may answer: the open offer of their link, or the one that they took; null where there is none. */
export async function offerFor(ctx: EngineContext, person: string, id: string | null): Promise<Offer | null> {
  if (id === null)
    return offers
      .on(ctx.db)
      .findOne({ person, state: 'taken' } as never)
      .lean();
  const found = await findById(ctx, id);
  const isTheirs = found?.state === 'open' || (found?.state === 'taken' && found.person === person);
  return isTheirs ? found : null;
}

/** Those of a college that wait for their student, the oldest first. @throws AppError `forbidden` */
export async function waitingOffers(
  ctx: EngineContext,
  actor: Actor,
  { edition, stage, at }: Place,
): Promise<readonly Offer[]> {
  if (stage !== 'college' || !actsForCollege(actor, at))
    throw new AppError('forbidden', `offers of ${at} are its own`);
  const waiting = { edition, college: at, state: trusted({ $in: ['open', 'taken'] }) };
  const found = await offers
    .on(ctx.db)
    .find(waiting as never)
    .sort({ _id: 1 })
    .lean();
  return [...found].sort((a, b) => a.offeredAt.getTime() - b.offeredAt.getTime());
}
