// A participant disputes a mentor's demand; the mentor's expert is the arbiter, and upholds or cancels it (§3.3). While there
// is no expert, or they cannot work, the regional coordinator is.
import type { Actor, Command } from '../../../kernel/actor.ts';
import { holds } from '../../../kernel/actor.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { awayUntil } from '../../../reviews/absence/use-cases.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { hasConsent } from '../consent.ts';
import type { Participation } from '../store.ts';
import { cardOf } from '../supervision/cards.ts';
import { entryOf, named } from './cases.ts';
import { demandCancelled, disputeOpened, disputeUpheld } from './events.ts';
import { demandingStates } from './states.ts';
import { entries } from './store.ts';
import { entryVersion } from './version.ts';

/** @returns the entry's id */
export async function openDispute(
  ctx: EngineContext,
  command: Command,
  entryId: string,
  words: string,
): Promise<Result<string>> {
  const { person, participation } = await entryOf(ctx, entryId);
  if (command.actor.id !== person) return refused('common.not-allowed');
  if (!(await hasConsent(ctx, person))) return refused('badge-journal.without-consent');
  const { state } = await participationOf(ctx, participation);
  return change(ctx, entries, entryId, command, (entry) => {
    const { decision, dispute } = entry;
    if (state !== 'active' || !decision || !demandingStates.includes(entry.state))
      return refused('badge-journal.nothing-to-dispute');
    // The same demand is decided once.
    const isKnown = dispute !== null && dispute.demand.at.getTime() === decision.at.getTime();
    if (isKnown) return refused('badge-journal.disputed-already');
    const opened = { state: 'open' as const, demand: decision, words: words.trim(), at: ctx.clock.now() };
    return ok({
      action: 'dispute opened',
      set: { dispute: { ...opened, decidedBy: null, decidedAt: null, finding: null } },
      events: [disputeOpened(named(entry))],
      result: entryId,
    });
  });
}

export interface Finding {
  readonly uphold: boolean;
  readonly words: string;
}

export async function decideDispute(
  ctx: EngineContext,
  command: Command,
  entryId: string,
  { uphold, words }: Finding,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, (await entryOf(ctx, entryId)).participation);
  if (!(await isArbiter(ctx, command.actor, participation))) return refused('common.not-allowed');
  return change(ctx, entries, entryId, command, (entry) => {
    const { dispute } = entry;
    if (dispute?.state !== 'open') {
      const { decidedBy = null, decidedAt } = dispute ?? {};
      return refused('common.already-decided', { by: decidedBy, at: decidedAt?.toISOString() ?? null });
    }
    const unseen = refuseUnseen(command, entryVersion(entry));
    if (unseen) return unseen;
    const decided = {
      ...dispute,
      state: uphold ? ('upheld' as const) : ('cancelled' as const),
      ...{ decidedBy: command.actor.id, decidedAt: ctx.clock.now(), finding: words.trim() },
    };
    return ok({
      action: uphold ? 'demand upheld' : 'demand cancelled',
      set: { dispute: decided, ...(!uphold && { state: 'sent' as const, decision: null }) },
      events: [(uphold ? disputeUpheld : demandCancelled)(named(entry))],
      result: entryId,
    });
  });
}

/** The mentor's expert as long as they can work. */
export async function arbiterOf(
  ctx: EngineContext,
  { mentor, person }: Participation,
): Promise<string | null> {
  const { expert } = await cardOf(ctx, mentor);
  if (expert === null || expert === person) return null;
  return (await awayUntil(ctx, expert)) ? null : expert;
}

async function isArbiter(ctx: EngineContext, actor: Actor, participation: Participation): Promise<boolean> {
  const { region, person, mentor } = participation;
  if (actor.id === person || actor.id === mentor) return false;
  const expert = await arbiterOf(ctx, participation);
  const there = `region:${region}`;
  if (expert !== null) return actor.id === expert && holdsExpert(actor, there);
  return holdsExpert(actor, there) || holds(actor, 'regional-coordinator', there);
}

const holdsExpert = (actor: Actor, there: string): boolean => holds(actor, 'expert', there);
