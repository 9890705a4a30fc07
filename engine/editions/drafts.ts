// Opening and editing drafts of rules. What a draft says is judged later (approval.ts): half-written things may be kept.
import { type Actor, type Command, holds } from '../kernel/actor.ts';
import { isLocalDate } from '../kernel/calendar.ts';
import { AppError } from '../kernel/errors.ts';
import { derivedId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { actorName } from '../store/owned.ts';
import { newestEdition } from './current.ts';
import { type DraftContent, draftOf, written } from './draft-content.ts';
import type { Edition } from './edition.ts';
import { shippedEditions } from './shipped.ts';
import { ruleDrafts } from './store.ts';

/** @throws AppError `forbidden` for anyone but an operator */
export function refuseOthers(actor: Actor): void {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'drafts of rules are for operators');
}

/** @throws AppError `not-found` */
export function programmeOf(set: string): string {
  const found = shippedEditions().find(({ sets }) => Object.hasOwn(sets, set));
  if (found) return found.programme;
  throw new AppError('not-found', `no rule set ${set}`);
}

export interface DraftEdit {
  readonly content?: DraftContent;
  /** The day from which it is to hold. */
  readonly from?: string | null;
  readonly reason?: string | null;
}

/**
 * Opens a draft of a set as its programme's newest edition has it.
 * @returns the draft's id: the same for a repeat of the command
 * @throws AppError `not-found`, `forbidden`
 */
export async function openDraft(
  ctx: StoreContext,
  command: Command,
  set: string,
  edit: DraftEdit = {},
  contentOf = (base: Edition): DraftContent | Promise<DraftContent> => draftOf(base, set),
): Promise<Result<string>> {
  refuseOthers(command.actor);
  refuseNoDay(edit.from);
  const programme = programmeOf(set);
  const base = await newestEdition(ctx, programme);
  const id = derivedId(command.id);
  const fresh = {
    ...{ set, programme, base: base.number },
    origin: written(draftOf(base, set)),
    content: written(edit.content ?? (await contentOf(base))),
    from: edit.from ?? null,
    reason: edit.reason ?? null,
    state: 'draft' as const,
    authors: [actorName(command.actor)],
    ...{ submitted: null, approved: null, published: null, edition: null },
    createdAt: ctx.clock.now(),
  };
  const details = { set, base: base.number };
  await create(ctx, ruleDrafts, id, command, {
    action: 'rule draft opened',
    set: fresh,
    details,
    result: id,
  });
  return ok(id);
}

/**
 * Changes a draft. Whatever was said of it before — submitted, approved — was said of something else, and is taken back.
 * @param seen the version that the editor has before them
 * @throws AppError `version-conflict` when it is another by now; `not-found`, `forbidden`, `too-large`, `invalid-input`
 */
export async function editDraft(
  ctx: StoreContext,
  command: Command,
  id: string,
  seen: number,
  edit: DraftEdit,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  refuseNoDay(edit.from);
  const editor = actorName(command.actor);
  return change(ctx, ruleDrafts, id, command, ({ v, state, authors }) => {
    if (v !== seen) throw new AppError('version-conflict', `draft ${id} is at ${v}, not at ${seen}`);
    if (state === 'published' || state === 'withdrawn') return refused('rules.draft-closed');
    const set = {
      ...(edit.content !== undefined && { content: written(edit.content) }),
      ...(edit.from !== undefined && { from: edit.from }),
      ...(edit.reason !== undefined && { reason: edit.reason }),
      ...{ state: 'draft' as const, submitted: null, approved: null },
      authors: authors.includes(editor) ? authors : [...authors, editor],
    };
    return ok({ action: 'rule draft edited', set, result: id });
  });
}

/** Puts a draft away; what it said stays readable. */
export async function withdrawDraft(
  ctx: StoreContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  refuseOthers(command.actor);
  return change(ctx, ruleDrafts, id, command, ({ state }) => {
    if (state === 'published') return refused('rules.draft-closed');
    if (state === 'withdrawn') return refused('common.already-done');
    return ok({ action: 'rule draft withdrawn', set: { state: 'withdrawn' as const }, result: id });
  });
}

function refuseNoDay(from: string | null | undefined): void {
  if (from === undefined || from === null || isLocalDate(from)) return;
  const hint = 'give a date of the calendar as YYYY-MM-DD';
  throw new AppError('invalid-input', `${from} is no day`, [{ pointer: '/from', value: from, hint }]);
}
