// The mentor confirms an entry, returns it, or sets an extra task; and takes a decision back as long as nothing rests on it.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { refuseWithoutConsent } from '../consent.ts';
import type { Participation } from '../store.ts';
import { refuseUnlessActing } from '../supervision/acting.ts';
import { entryOf, named } from './cases.ts';
import { entryApproved, entryReopened, entryReturned, extraTaskSet } from './events.ts';
import { mayTurn } from './states.ts';
import { type Entry, entries } from './store.ts';
import { entryVersion } from './version.ts';

export type EntryVerdict =
  | { readonly how: 'approved' }
  /** `words` say what to change, or what to do besides. */
  | { readonly how: 'returned' | 'tasked'; readonly words: string };

const announcing = { approved: entryApproved, returned: entryReturned, tasked: extraTaskSet } as const;

/** @returns the entry's id */
export async function decideEntry(
  ctx: EngineContext,
  command: Command,
  entryId: string,
  verdict: EntryVerdict,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, (await entryOf(ctx, entryId)).participation);
  const barred = await refuseDecider(ctx, command, participation);
  if (barred) return barred;
  return change(ctx, entries, entryId, command, (entry) => {
    const settled = refuseSettled(entry, participation, verdict);
    const blocked = settled ?? refuseUnseen(command, entryVersion(entry));
    if (blocked) return blocked;
    const { how } = verdict;
    const words = verdict.how === 'approved' ? null : verdict.words.trim();
    return ok({
      action: `journal entry ${how}`,
      set: { state: how, decision: { how, by: command.actor.id, at: ctx.clock.now(), words } },
      events: [announcing[how](named(entry))],
      result: entryId,
      details: { from: entry.state, to: how },
    });
  });
}

/** The entry waits again. Not once it was written again, or the level has gone on without it. */
export async function undoEntry(
  ctx: EngineContext,
  command: Command,
  entryId: string,
): Promise<Result<string>> {
  const participation = await participationOf(ctx, (await entryOf(ctx, entryId)).participation);
  const barred = await refuseDecider(ctx, command, participation);
  if (barred) return barred;
  return change(ctx, entries, entryId, command, (entry) => {
    if (!entry.decision || entry.state !== entry.decision.how) return refused('reviews.nothing-to-undo');
    const unseen = refuseUnseen(command, entryVersion(entry));
    if (unseen) return unseen;
    if (!['active', 'complete'].includes(participation.state) || entry.dispute?.state === 'open')
      return refused('reviews.undo-overtaken');
    return ok({
      action: 'journal entry reopened',
      set: { state: 'sent' as const, decision: null },
      events: [entryReopened(named(entry))],
      result: entryId,
      details: { from: entry.state, to: 'sent' },
    });
  });
}

async function refuseDecider(
  ctx: EngineContext,
  { actor }: Command,
  participation: Participation,
): Promise<Refused | null> {
  const barred = await refuseUnlessActing(ctx, actor, participation);
  return barred ?? (await refuseWithoutConsent(ctx, participation.person));
}

function refuseSettled(entry: Entry, { state }: Participation, verdict: EntryVerdict): Refused | null {
  if (!mayTurn(entry.state, verdict.how)) {
    const { by = null, at } = entry.decision ?? {};
    if (entry.state === 'with-employer') return refused('badge-journal.employer-first');
    return refused('common.already-decided', { by, at: at?.toISOString() ?? null });
  }
  if (state !== 'active') return refused('badge-journal.participation-over');
  // Work counts only once the employer has confirmed it (§3.1).
  const isUnconfirmed = entry.kind === 'work' && entry.employer?.confirmed !== true;
  return verdict.how === 'approved' && isUnconfirmed ? refused('badge-journal.employer-first') : null;
}
