// Journal entries: an owner document each, so that a journal of years grows no document and a participation is not written
// by each entry.
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { Dispute, EmployerWord, EntryDecision, written } from './shapes.ts';
import { entryStates } from './states.ts';

export const entries = collection(
  'badge_entries',
  owned({
    participation: Type.String(),
    /** Which application for the level it belongs to. */
    round: Type.Integer(),
    person: Type.String(),
    ...written,
    state: oneOf(entryStates),
    /** On the person's device, where the channel tells it; else when it arrived. */
    madeAt: Instant,
    arrivedAt: Instant,
    /** When it last came before the mentor. */
    sentAt: Instant,
    decision: nullable(EntryDecision),
    employer: nullable(EmployerWord),
    dispute: nullable(Dispute),
  }),
  [
    outboxIndex,
    { fields: { participation: 1, date: -1, _id: 1 } },
    { fields: { participation: 1, state: 1 } },
    { fields: { person: 1 } },
    { fields: { arrivedAt: 1, _id: 1 } },
  ],
);
export type Entry = ReturnType<typeof entries.check>;
