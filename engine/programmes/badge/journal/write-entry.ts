// A participant writes an entry into the journal, or writes one again that was returned. It counts for nothing until the
// mentor has approved it.
import type { Command } from '../../../kernel/actor.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { ok, type Refused, type Result, refused, refusedFor } from '../../../kernel/result.ts';
import { change, create } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { participationOf } from '../cases.ts';
import { hasConsent } from '../consent.ts';
import type { Participation } from '../store.ts';
import { entryOf, named } from './cases.ts';
import { missingIn } from './demands.ts';
import { type EntryDraft, writtenOf } from './draft.ts';
import { employerAsked, entrySent } from './events.ts';
import { materialOf } from './material.ts';
import type { Written } from './shapes.ts';
import { type EntryState, mayTurn } from './states.ts';
import { entries } from './store.ts';
import { refuseBeside, refuseDay } from './when.ts';

/** @returns the entry's id */
export async function writeEntry(
  ctx: EngineContext,
  command: Command,
  participationId: string,
  draft: EntryDraft,
): Promise<Result<string>> {
  const id = derivedId(`badge entry ${command.id}`);
  if (await entries.on(ctx.db).exists({ _id: id })) return ok(id);
  const participation = await participationOf(ctx, participationId);
  const taken = await accepted(ctx, command, participation, draft, id);
  if (!taken.ok) return taken;
  const { person, round } = participation;
  const now = ctx.clock.now();
  const state = firstState(taken.value);
  const announced = named({ _id: id, participation: participationId, person });
  const made = await create(ctx, entries, id, command, {
    action: 'journal entry written',
    set: {
      ...{ participation: participationId, round, person, ...taken.value, state },
      ...{ madeAt: draft.madeAt ?? now, arrivedAt: now, sentAt: now },
      ...{ decision: null, employer: null, dispute: null },
    },
    events: [(state === 'sent' ? entrySent : employerAsked)(announced)],
    result: id,
    details: { direction: draft.direction, kind: draft.kind, date: draft.date, to: state },
  });
  return made.created ? ok(id) : refused('badge-journal.entry-known');
}

/** What was returned, or met with an extra task, is written again in its place; the demand stays beside it. */
export async function rewriteEntry(
  ctx: EngineContext,
  command: Command,
  entryId: string,
  draft: EntryDraft,
): Promise<Result<string>> {
  const { participation: participationId } = await entryOf(ctx, entryId);
  const participation = await participationOf(ctx, participationId);
  return change(ctx, entries, entryId, command, async (entry) => {
    if (entry.person !== command.actor.id) return refused('common.not-allowed');
    const taken = await accepted(ctx, command, participation, draft, entryId);
    if (!taken.ok) return taken;
    const state = firstState(taken.value);
    if (entry.direction !== draft.direction || !mayTurn(entry.state, state) || entry.state === 'approved')
      return refused('badge-journal.nothing-asked');
    const now = ctx.clock.now();
    return ok({
      action: 'journal entry written again',
      set: {
        ...{ ...taken.value, state, sentAt: now, madeAt: draft.madeAt ?? now, employer: null },
        // Whoever writes it again has met the demand.
        dispute: entry.dispute?.state === 'open' ? null : entry.dispute,
      },
      events: [(state === 'sent' ? entrySent : employerAsked)(named(entry))],
      result: entryId,
      details: { from: entry.state, to: state, date: draft.date },
    });
  });
}

/** A report on work waits for the employer first (§3.1). */
const firstState = ({ kind }: Written): EntryState => (kind === 'work' ? 'with-employer' : 'sent');

async function accepted(
  ctx: EngineContext,
  command: Command,
  participation: Participation,
  draft: EntryDraft,
  own: string,
): Promise<Result<Written>> {
  const barred = await refuseWriter(ctx, command, participation);
  if (barred) return barred;
  const { book = null, media = [], date } = draft;
  const material = await materialOf(ctx, participation, { book, media, date });
  const entry = writtenOf(draft, material);
  if (material.files.length < media.length) return refused('common.not-allowed');
  if (!participation.directions.some(({ direction }) => direction === entry.direction))
    return refused('badge-journal.direction-not-taken');
  const untimely = refuseDay(ctx, participation, entry, draft.madeAt ?? ctx.clock.now());
  if (untimely) return untimely;
  const missing = missingIn(entry, material);
  if (missing.length > 0) return refusedFor(missing);
  const beside = await refuseBeside(ctx, participation, entry, own);
  return beside ?? ok(entry);
}

async function refuseWriter(
  ctx: EngineContext,
  { actor }: Command,
  { person }: Participation,
): Promise<Refused | null> {
  if (actor.id !== person) return refused('common.not-allowed');
  return (await hasConsent(ctx, person)) ? null : refused('badge-journal.without-consent');
}
