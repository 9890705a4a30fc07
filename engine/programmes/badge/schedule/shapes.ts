// The individual schedule: per direction the kind of lessons, days, hours and dates (§3.3).
import Type, { type Static } from 'typebox';
import { Instant, nullable, oneOf } from '../../../store/model.ts';
import { directions } from '../states.ts';

export const ScheduleLine = Type.Object({
  direction: oneOf(directions),
  activity: Type.String(),
  /** 1 (Monday) to 7; none where the days are not weekly: books, an expedition, work. */
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 })),
  /** Of one lesson; 0 where it is not counted in minutes. */
  minutes: Type.Integer({ minimum: 0 }),
  /** Civil dates, both included. */
  from: Type.String(),
  to: Type.String(),
});
export type ScheduleLine = Static<typeof ScheduleLine>;

export const Schedule = Type.Object({
  /** From 1, one more with each proposal. */
  version: Type.Integer({ minimum: 1 }),
  lines: Type.Array(ScheduleLine),
  longer: nullable(oneOf(['sport', 'talent'] as const)),
  /** Heritage for the longer of its two terms. */
  heritageLonger: Type.Boolean(),
  proposedBy: oneOf(['participant', 'mentor'] as const),
  proposedAt: Instant,
  agreedAt: nullable(Instant),
});
export type Schedule = Static<typeof Schedule>;
