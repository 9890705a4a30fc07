// How the commission of the year stands: its members and what is still missing, its sitting and what is left to vote on.
import { compositionFaults, termOf } from '../../../../commissions/composition.ts';
import { seeCase } from '../../../../commissions/see.ts';
import { type Case, type Commission, caseId, cases, casesOf } from '../../../../commissions/store.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reason } from '../../../../kernel/result.ts';
import { holdersOf, nameOf } from '../../../../people/reach.ts';
import type { EngineContext } from '../../../context.ts';
import { currentCommission, openSittingOf } from '../commission.ts';

export interface CommissionDesk {
  readonly commission: Commission | null;
  readonly members: readonly {
    readonly person: string;
    readonly name: string;
    readonly kind: string;
    readonly represents: string;
    readonly isSeated: boolean;
    readonly isChair: boolean;
  }[];
  /** Why it can neither sit nor decide. */
  readonly faults: readonly Reason[];
  readonly isSitting: boolean;
}

export async function commissionDesk(ctx: EngineContext): Promise<CommissionDesk> {
  const commission = await currentCommission(ctx);
  if (!commission) return { commission, members: [], faults: [], isSitting: false };
  const terms = commission.members.filter(({ left }) => left === null);
  const members = await Promise.all(
    terms.map(async ({ person, kind, represents, joinedAt }) => ({
      ...{ person, kind, represents, name: await nameOf(ctx, person) },
      ...{ isSeated: joinedAt !== null, isChair: commission.chair === person },
    })),
  );
  const faults = compositionFaults(commission.rule, commission);
  return { commission, members, faults, isSitting: (await openSittingOf(ctx)) !== null };
}

/** Holders of the role whom no seat was offered yet. */
export async function unseated(ctx: EngineContext): Promise<readonly { person: string; name: string }[]> {
  const commission = await currentCommission(ctx);
  const holders = await holdersOf(ctx, 'award-commission', 'all');
  const free = holders.filter((person) => !commission || !termOf(commission.members, person));
  return Promise.all(free.map(async (person) => ({ person, name: await nameOf(ctx, person) })));
}

/** What the open sitting has of a nomination, as this member may see it; null where it is not before it. */
export async function caseSeen(ctx: EngineContext, actor: Actor, awardId: string) {
  const sitting = await openSittingOf(ctx);
  const id = caseId(sitting?._id ?? '', awardId, 'award');
  if (!sitting || !(await cases.on(ctx.db).exists({ _id: id }))) return null;
  const seen = await seeCase(ctx, actor, id);
  return seen.ok ? seen.value : null;
}

/** How many of the sitting's cases each still waits for votes. */
export async function openCases(ctx: EngineContext): Promise<readonly Case[]> {
  const sitting = await openSittingOf(ctx);
  return sitting ? (await casesOf(ctx, sitting._id)).filter(({ state }) => state === 'open') : [];
}
