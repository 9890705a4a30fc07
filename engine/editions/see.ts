// What operators see of drafts and of what was published.
import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import type { StoreContext } from '../store/context.ts';
import { type Page, type PageRequest, pageOf } from '../store/page.ts';
import { editionOf } from './current.ts';
import { type DraftContent, draftOf } from './draft-content.ts';
import { programmeOf, refuseOthers } from './drafts.ts';
import {
  type DraftState,
  type RuleDraft,
  type RulePublication,
  ruleDrafts,
  rulePublications,
} from './store.ts';

/** @throws AppError `not-found`, also for a draft of another set; `forbidden` for anyone but an operator */
export async function draftSeenBy(
  ctx: StoreContext,
  actor: Actor,
  set: string,
  id: string,
): Promise<RuleDraft> {
  refuseOthers(actor);
  const found = await ruleDrafts.on(ctx.db).findById(id).lean();
  if (found && found.set === set) return found as RuleDraft;
  throw new AppError('not-found', `no draft ${id} of ${set}`);
}

/** Newest first. */
export function draftsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  search: { readonly set: string; readonly state?: DraftState },
  page: PageRequest,
): Promise<Page<RuleDraft>> {
  refuseOthers(actor);
  programmeOf(search.set);
  return pageOf(ctx, ruleDrafts, { ...search }, { by: 'createdAt', of: 'instant', newestFirst: true }, page);
}

export type PublicationRow = Omit<RulePublication, 'content'>;

/** What was published of a set's programme, newest first: the number names an edition. */
export async function publicationsSeenBy(
  ctx: StoreContext,
  actor: Actor,
  set: string,
): Promise<readonly PublicationRow[]> {
  refuseOthers(actor);
  const programme = programmeOf(set);
  const found = await rulePublications
    .on(ctx.db)
    .find({ programme }, { content: 0, applied: 0, outbox: 0 })
    .sort({ number: -1 })
    .lean();
  return found as unknown as PublicationRow[];
}

/** An edition of a set's programme as a draft has it; 0 is the shipped one. @throws AppError `not-found`, `forbidden` */
export async function editionSeenBy(
  ctx: StoreContext,
  actor: Actor,
  set: string,
  number: number,
): Promise<DraftContent> {
  refuseOthers(actor);
  return draftOf(await editionOf(ctx, programmeOf(set), number), set);
}
