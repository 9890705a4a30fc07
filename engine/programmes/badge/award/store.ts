// The owner documents of the award: a nomination with what became of it, and the ceremony of each year.
import Type from 'typebox';
import { AppError } from '../../../kernel/errors.ts';
import type { StoreContext } from '../../../store/context.ts';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { levels } from '../states.ts';
import { awardStates } from './states.ts';

const Interview = Type.Object({
  at: Instant,
  /** Where it is held online. */
  link: Type.String(),
  setBy: Type.String(),
  heldAt: nullable(Instant),
  heldBy: nullable(Type.String()),
});

/** What the commission decided, each by itself (§4.3). */
const Decision = Type.Object({
  sitting: Type.String(),
  protocol: Type.Integer(),
  at: Instant,
  awarded: Type.Boolean(),
  invited: Type.Boolean(),
});

/** `_id` is the participation's: a second badge of one person at one level cannot exist. */
export const awards = collection(
  'badge_awards',
  owned({
    person: Type.String(),
    level: oneOf(levels),
    centre: Type.String(),
    region: Type.String(),
    mentor: Type.String(),
    state: oneOf(awardStates),
    /** From 1: which nomination it is. */
    round: Type.Integer({ minimum: 1 }),
    nominatedBy: Type.String(),
    nominatedAt: Instant,
    /** The head's words on the participant; empty once the person was erased. */
    grounds: Type.String(),
    interview: nullable(Interview),
    decision: nullable(Decision),
    /** Year of the ceremony at which the badge is given; null for who is not invited, and until one is set. */
    ceremony: nullable(Type.String()),
  }),
  [
    outboxIndex,
    { fields: { state: 1, nominatedAt: 1 } },
    { fields: { nominatedAt: 1, _id: 1 } },
    { fields: { person: 1 } },
    { fields: { centre: 1, state: 1 } },
    { fields: { ceremony: 1 } },
  ],
);
export type Award = ReturnType<typeof awards.check>;

/** `_id` is the year. */
export const ceremonies = collection(
  'badge_ceremonies',
  owned({
    /** Civil date in December, and the time of day. */
    on: Type.String(),
    time: Type.String(),
    /** Code of the region in whose centre it is held; the capital and the large cities are regions of their own. */
    region: Type.String(),
    venue: Type.String(),
    setBy: Type.String(),
    setAt: Instant,
  }),
  [outboxIndex],
);
export type Ceremony = ReturnType<typeof ceremonies.check>;

/** @throws AppError `not-found` */
export async function awardOf(ctx: StoreContext, id: string): Promise<Award> {
  const found = await awards.on(ctx.db).findById(id).lean();
  if (!found) throw new AppError('not-found', `nomination ${id} does not exist`);
  return found as Award;
}

export const ceremonyOf = (ctx: StoreContext, year: string): Promise<Ceremony | null> =>
  ceremonies.on(ctx.db).findById(year).lean() as Promise<Ceremony | null>;

export const awardOwners = [awards, ceremonies] as const;
