// Everything of the credit programme that ever was up for a decision, read straight through: only for building the review
// items anew.
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { type CreditStudent, payouts, recredits, students } from '../store.ts';

const within = (idsOf: (student: CreditStudent) => readonly string[]) =>
  async function* (ctx: EngineContext): AsyncIterable<string> {
    for await (const student of students.on(ctx.db).find(readsAll).lean().cursor())
      yield* idsOf(student as CreditStudent);
  };

export const interviewIds = within(({ interviews }) => interviews.map(({ id }) => id));
export const entryIds = within(({ credits }) =>
  credits.flatMap(({ entries }) => entries.map(({ id }) => id)),
);
export const reportIds = within(({ credits }) => credits.filter(({ report }) => report).map(({ id }) => id));

export async function* payoutIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of payouts.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}

export async function* recreditIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of recredits.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor()) yield _id;
}
