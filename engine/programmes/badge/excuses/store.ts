// Weeks for which a participant asks to be excused: an owner document for each request.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { lateReasons } from '../journal/states.ts';

export const excuseStates = ['asked', 'excused', 'refused'] as const;
export type ExcuseState = (typeof excuseStates)[number];

export const excuses = collection(
  'badge_excuses',
  owned({
    participation: Type.String(),
    round: Type.Integer(),
    person: Type.String(),
    /** ISO weeks: `2026-W49`. */
    weeks: Type.Array(Type.String()),
    reason: oneOf(lateReasons),
    note: Type.String(),
    media: Type.Array(Type.String()),
    state: oneOf(excuseStates),
    askedAt: Instant,
    decision: nullable(Type.Object({ by: Type.String(), at: Instant, words: nullable(Type.String()) })),
  }),
  [outboxIndex, { fields: { participation: 1, state: 1 } }, { fields: { person: 1 } }],
);
export type Excuse = ReturnType<typeof excuses.check>;
