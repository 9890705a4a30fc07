// A commission on the real store: a secretary, members by number, and the use-cases as each of them calls them.
import type { CommissionRule } from '../../../engine/commissions/rule.ts';
import { addCase } from '../../../engine/commissions/use-cases/add-case.ts';
import { appointChair } from '../../../engine/commissions/use-cases/appoint-chair.ts';
import { closeCase } from '../../../engine/commissions/use-cases/close-case.ts';
import { formCommission } from '../../../engine/commissions/use-cases/form-commission.ts';
import { giveScores } from '../../../engine/commissions/use-cases/give-scores.ts';
import { inviteMember, joinCommission } from '../../../engine/commissions/use-cases/invite-member.ts';
import { openSitting } from '../../../engine/commissions/use-cases/open-sitting.ts';
import type { Actor, Command, Grant } from '../../../engine/kernel/actor.ts';
import { ManualClock, MINUTE } from '../../../engine/kernel/clock.ts';
import { AppError } from '../../../engine/kernel/errors.ts';
import { newId } from '../../../engine/kernel/ids.ts';
import type { Result } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { testContext } from '../engine-context.ts';
import { giveBack, openStore } from '../services/fresh-database.ts';
import { scoresOf } from './sample.ts';

const person = (id: string, grants: readonly Grant[] = []): Actor => ({ kind: 'person', id, grants });

export const operator = person('operator', [{ role: 'operator', scope: 'all' }]);
/** Holds the role that reopens, in the commission's scope. */
export const overseer = person('overseer', [{ role: 'accreditor', scope: 'region:71' }]);
export const elsewhere = person('elsewhere', [{ role: 'accreditor', scope: 'region:75' }]);
export const secretary = person('secretary');
export const stranger = person('stranger');
export const member = (n: number): Actor => person(`m${n}`);

export const by = (actor: Actor): Command => ({ id: newId(), actor });

export interface CommissionStage {
  readonly ctx: EngineContext;
  readonly clock: ManualClock;
  close(): Promise<void>;
}

export async function openStage(): Promise<CommissionStage> {
  const db = await openStore();
  const clock = new ManualClock('2026-10-05T04:00:00Z');
  // Every look at the clock is a minute later: whatever kept times of arrival would differ.
  const ctx = testContext(db, {
    now: () => {
      clock.advance(MINUTE / 60);
      return clock.now();
    },
  });
  return { ctx, clock, close: () => giveBack(db) };
}

export const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  return result.value;
};
export const codesOf = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.reasons.map(({ code }) => code);

/** Repeats a command that lost its races, as clients are told to. */
export async function insisted<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'contended')) throw error;
    }
  }
  throw new Error('never let through');
}

const kindOf = (n: number): string => ['authority', 'employers'][n - 1] ?? 'public';

export const invitation = (n: number) => ({
  ...{ person: `m${n}`, kind: kindOf(n), represents: `Organisation ${n}` },
  connections: [`organisation:${n}`],
});

export async function formed(ctx: EngineContext, rule: CommissionRule): Promise<string> {
  const id = newId();
  const wish = { id, purpose: 'sample', scope: 'region:71', rule, secretaries: ['secretary'] };
  return unwrap(await formCommission(ctx, by(operator), wish));
}

/** The n-th member is invited and joins. */
export async function seated(ctx: EngineContext, commission: string, n: number): Promise<void> {
  unwrap(await insisted(() => inviteMember(ctx, by(secretary), commission, invitation(n))));
  unwrap(await insisted(() => joinCommission(ctx, by(member(n)), commission)));
}

/** Formed, with so many members of whom the first chairs, and sitting. */
export async function sitting(ctx: EngineContext, rule: CommissionRule, members: number) {
  const commission = await formed(ctx, rule);
  for (let n = 1; n <= members; n += 1) await seated(ctx, commission, n);
  unwrap(await appointChair(ctx, by(secretary), commission, 'm1'));
  return { commission, sitting: unwrap(await openSitting(ctx, by(secretary), commission)) };
}

export const matterFor = (subject: string, question = 'merit') => ({
  ...{ subject, question, connections: [], facts: [] },
});

/** A sitting with a case on each subject, under the rule's first question. */
export async function withCases(
  ctx: EngineContext,
  rule: CommissionRule,
  members: number,
  ...subjects: string[]
) {
  const place = await sitting(ctx, rule, members);
  const ids: string[] = [];
  for (const each of subjects) {
    const item = matterFor(each, rule.questions[0]?.id);
    ids.push(unwrap(await addCase(ctx, by(secretary), place.sitting, item)));
  }
  return { ...place, ids, id: ids[0] ?? '' };
}

/** The n-th member scores a case of the sample's question. */
export const score = (ctx: EngineContext, id: string, n: number, first: number, isFinal = true) =>
  giveScores(ctx, by(member(n)), id, { scores: scoresOf(first, 3), isFinal });

/** The members give these scores, and the secretary closes the case. */
export async function closed(ctx: EngineContext, id: string, ...firsts: number[]) {
  for (const [at, first] of firsts.entries()) unwrap(await score(ctx, id, at + 1, first));
  return unwrap(await closeCase(ctx, by(secretary), id));
}
