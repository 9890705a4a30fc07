// A kind of review item whose subjects are plain data of the test: who it is for, since when, and who steps in.
import type { Role } from '../../../engine/kernel/actor.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import type { Programme } from '../../../engine/programmes/programme.ts';
import { final, type Reading, type ReviewKind } from '../../../engine/reviews/kind.ts';

export type Kind = ReviewKind<EngineContext>;

export interface Subjects {
  readonly kind: Kind;
  /** The registry that knows the kind beside the credit's. */
  readonly programmes: readonly Programme[];
  put(subject: string, reading: Partial<Reading>): void;
}

const blank: Reading = {
  ...{ state: 'open', about: null, scope: 'all', due: null, version: '1', order: 1, decision: null },
  since: new Date(0),
};

export function subjectsOf(over: Partial<Kind>, roles: readonly Role[] = ['coordinator']): Subjects {
  const all = new Map<string, Reading>();
  const of = (subject: string): Reading => {
    const found = all.get(subject);
    if (!found) throw new AppError('not-found', `no ${subject}`);
    return found;
  };
  const kind: Kind = {
    ...{ id: 'step', title: 'credit-staff:queue.kind.hours', roles },
    decisions: { 'credit.hours-confirm': final },
    read: async (_ctx, subject) => of(subject),
    card: async (_ctx, subject) => ({
      ...{ body: [text('credit-staff:card.hours-done', { what: subject })], ahead: [], evidence: [] },
      ...{ media: [], version: of(subject).version, decisions: [], result: null },
    }),
    subjects: async function* () {
      yield* all.keys();
    },
    ...over,
  };
  return {
    kind,
    programmes: [{ ...credit, reviewKinds: [...(credit.reviewKinds ?? []), kind] }],
    put: (subject, reading) => void all.set(subject, { ...blank, ...all.get(subject), ...reading }),
  };
}
