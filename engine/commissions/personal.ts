// What commissions keep of the people who sit in them: their copy of it, and what becomes of it when they are erased. That
// they were members and how they voted stays under their id: it is the record of decisions on others.
import { systemActor } from '../kernel/actor.ts';
import { ok } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { actorName } from '../store/owned.ts';
import { termOf } from './composition.ts';
import { memberLeft } from './events.ts';
import { type Case, type Commission, cases, commissions } from './store.ts';
import { without } from './use-cases/leave-commission.ts';

/** Their terms, votes and conflicts, and none of anybody else's. */
export async function commissionsRecord(ctx: StoreContext, person: string) {
  const [sat, judged] = await Promise.all([satIn(ctx, person), judgedBy(ctx, person)]);
  return {
    terms: sat.flatMap(({ _id, members }) =>
      members.filter((each) => each.person === person).map((term) => ({ commission: _id, ...term })),
    ),
    secretaryOf: sat.filter(({ secretaries }) => secretaries.includes(person)).map(({ _id }) => _id),
    votes: judged.flatMap(({ _id, ballots }) =>
      ballots.filter((each) => each.person === person).map((ballot) => ({ case: _id, ...ballot })),
    ),
    conflicts: judged.flatMap(({ _id, conflicts }) =>
      conflicts.filter((each) => each.person === person).map((conflict) => ({ case: _id, ...conflict })),
    ),
  };
}

const GONE = '—';

/** Ends their terms, and takes out what was written about them. Idempotent. */
export async function eraseMember(ctx: StoreContext, person: string): Promise<void> {
  const command = { id: `erase/${person}/commission`, actor: systemActor };
  for (const { _id } of await satIn(ctx, person))
    await change(ctx, commissions, _id, command, (commission) => {
      const term = termOf(commission.members, person);
      const left = { at: ctx.clock.now(), how: 'left' as const, by: actorName(systemActor), reason: null };
      const { members, chair } = term ? without(commission, term, left) : commission;
      const set = {
        ...{ chair, secretaries: commission.secretaries.filter((each) => each !== person) },
        members: members.map((each) => (each.person === person ? blank(each) : each)),
      };
      const events = term ? [memberLeft({ commission: _id, person })] : [];
      return ok({ action: 'member erased', set, events, result: null });
    });
  for (const { _id } of await judgedBy(ctx, person))
    await change(ctx, cases, _id, command, ({ conflicts }) => {
      const kept = conflicts.map((each) => (each.person === person ? { ...each, reason: GONE } : each));
      return ok({ action: 'reasons erased', set: { conflicts: kept }, result: null });
    });
}

const blank = (term: Commission['members'][number]) => ({
  ...{ ...term, connections: [] },
  left: term.left === null ? null : { ...term.left, reason: null },
});

async function satIn(ctx: StoreContext, person: string): Promise<readonly Commission[]> {
  const theirs = { $or: [{ 'members.person': { $eq: person } }, { secretaries: { $eq: person } }] };
  const found = commissions.raw(ctx.db).find(theirs as never);
  return (await found.sort({ _id: 1 }).toArray()) as unknown as Commission[];
}

async function judgedBy(ctx: StoreContext, person: string): Promise<readonly Case[]> {
  const theirs = { $or: [{ 'ballots.person': { $eq: person } }, { 'conflicts.person': { $eq: person } }] };
  const found = cases.raw(ctx.db).find(theirs as never);
  return (await found.sort({ _id: 1 }).toArray()) as unknown as Case[];
}
