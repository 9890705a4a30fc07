// Requests for re-credit that wait for the registrars of two hundred universities, as documents and as review items.
import type { Actor } from '../../../engine/kernel/actor.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { recreditReview } from '../../../engine/programmes/credit/reviews/kinds.ts';
import { recredits } from '../../../engine/programmes/credit/store.ts';
import { reviewId, reviews } from '../../../engine/reviews/store.ts';
import { rolesOf } from '../../../engine/reviews/words.ts';
import { insertAll } from '../harness/insert.ts';

export const DECIDERS = 200;

const university = (n: number): string => `university-${n % DECIDERS}`;
export const idOf = (n: number): string => `credit-${n}`;

export const registrarOf = (n: number): Actor => ({
  kind: 'person',
  id: `registrar-${n % DECIDERS}`,
  grants: [{ role: 'registrar', scope: `university:${university(n)}` }],
});

const sinceOf = (n: number): Date => new Date(Date.UTC(2026, 8, 1) + n * 1_000);

export async function fill({ db }: EngineContext, count: number): Promise<void> {
  await insertAll(recredits.on(db).collection as never, count, (n) => ({
    _id: idOf(n),
    ...{ studentId: `student-${n}`, universityId: university(n), target: 20, academicCredits: 2 },
    ...{ createdAt: sinceOf(n), requestedAt: sinceOf(n), ...undecided },
  }));
  await insertAll(reviews.on(db).collection as never, count, (n) => ({
    _id: reviewId('recredit', idOf(n)),
    ...{ kind: 'recredit', subject: idOf(n), about: `student-${n}`, interested: [], due: null },
    ...{ deciders: [...rolesFor(n)], roles: [...rolesFor(n)], since: sinceOf(n), ...open },
  }));
}

/** As they were before anybody decided. */
export async function undo({ db }: EngineContext, numbers: readonly number[]): Promise<void> {
  const ids = numbers.map(idOf);
  await recredits.raw(db).updateMany({ _id: { $in: ids } }, { $set: undecided });
  const items = ids.map((id) => reviewId('recredit', id));
  await reviews.raw(db).updateMany({ _id: { $in: items } }, { $set: open });
}

const undecided = {
  ...{ state: 'requested' as const, reason: null, decidedBy: null, decidedAt: null },
  ...{ v: 1, applied: [], audit: { seq: 0, head: '' }, outbox: [] },
};
const open = { version: '1', order: 1, state: 'open' as const, decision: null };

const rolesFor = (n: number) => rolesOf(recreditReview, { scope: `university:${university(n)}` });
