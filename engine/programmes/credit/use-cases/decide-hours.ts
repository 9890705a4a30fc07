// The coordinator confirms an entry, or returns it with a reason. An entry is decided once.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { creditIn, entryCase, withCredit, withEntry } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import { hoursConfirmed, hoursReturned } from '../events.ts';
import { entryVersion } from '../reviews/versions.ts';
import { refuseCoordinator } from '../rights.ts';
import { activeCreditStates } from '../states.ts';
import { type Credit, type Entry, students } from '../store.ts';
import { transition } from '../transitions.ts';

export type HoursDecision =
  | { readonly entryId: string; readonly confirm: true }
  | { readonly entryId: string; readonly confirm: false; readonly reason: string };

/** @returns the entry's id */
export async function decideHours(
  ctx: EngineContext,
  command: Command,
  decision: HoursDecision,
): Promise<Result<string>> {
  const { student, credit, entry } = await entryCase(ctx, decision.entryId);
  const refusal = refuseCoordinator(command.actor, credit.organisationId, student._id);
  const blockedBy = refusal ?? (await refuseWithoutConsent(ctx, student._id));
  if (blockedBy) return blockedBy;
  return change(ctx, students, student._id, command, (current) => {
    const now = creditIn(current, credit.id);
    const blocked = settledRefusal(now, entry.id) ?? refuseUnseen(command, versionIn(now, entry.id));
    if (blocked) return blocked;
    const state = decision.confirm ? 'confirmed' : 'returned';
    return ok({
      action: `hours ${state}`,
      set: {
        credits: withCredit(current, credit.id, {
          entries: withEntry(now, entry.id, decided(ctx, command, decision)),
        }),
      },
      events: [
        (state === 'confirmed' ? hoursConfirmed : hoursReturned)({
          student: student._id,
          credit: credit.id,
          entry: entry.id,
        }),
      ],
      result: entry.id,
      details: { minutes: entry.minutes, ...transition('entry', entry.id, 'reported', state) },
    });
  });
}

function settledRefusal(credit: Credit, entryId: string): Refused | null {
  const entry = credit.entries.find((each) => each.id === entryId);
  if (entry?.state !== 'reported') {
    return refused('common.already-decided', {
      by: entry?.decidedBy ?? null,
      at: entry?.decidedAt?.toISOString() ?? null,
    });
  }
  return activeCreditStates.includes(credit.state) ? null : refused('credit.participation-over');
}

const versionIn = (credit: Credit, entryId: string): string => {
  const entry = credit.entries.find((each) => each.id === entryId);
  return entry ? entryVersion(entry) : '';
};

const decided = (ctx: EngineContext, command: Command, decision: HoursDecision): Partial<Entry> => ({
  state: decision.confirm ? 'confirmed' : 'returned',
  decidedBy: command.actor.id,
  decidedAt: ctx.clock.now(),
  reason: decision.confirm ? null : decision.reason,
});
