// Publishing an approved draft: it becomes the next edition of its programme, which nothing changes any more. Every
// process takes it within seconds (live-rules.ts); it decides nothing before its day.
import { createHash } from 'node:crypto';
import type { Command } from '../kernel/actor.ts';
import { ok, type Result, refused, refusedFor } from '../kernel/result.ts';
import { change, create } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { actorName } from '../store/owned.ts';
import { step } from './approval.ts';
import { editionOf } from './current.ts';
import { read, withDraft, written } from './draft-content.ts';
import { refuseOthers } from './drafts.ts';
import { hindrancesOf } from './readiness.ts';
import { type RuleDraft, ruleDrafts, rulePublications } from './store.ts';

/** @returns the number of the edition that the draft became */
export async function publishDraft(ctx: StoreContext, command: Command, id: string): Promise<Result<number>> {
  refuseOthers(command.actor);
  return change(ctx, ruleDrafts, id, command, async (draft) => {
    if (draft.state === 'published') return refused('common.already-done');
    const { approved, from } = draft;
    if (draft.state !== 'approved' || !approved || from === null) return refused('rules.draft-not-approved');
    const number = draft.base + 1;
    // Broken off after the edition was made, it is carried on with by whoever publishes again.
    if (!(await isMadeBy(ctx, draft, number))) {
      const hindrances = await hindrancesOf(ctx, draft);
      if (hindrances.length > 0) return refusedFor(hindrances);
      if (!(await makeEdition(ctx, command, { ...draft, approved, from }, number)))
        return refused('rules.draft-outdated', { base: draft.base, newest: number });
    }
    const set = { state: 'published' as const, published: step(ctx, command), edition: number };
    return ok({ action: 'rule draft published', set, details: { edition: number, from }, result: number });
  });
}

type Approved = RuleDraft & { readonly approved: NonNullable<RuleDraft['approved']>; readonly from: string };

const idOf = (programme: string, number: number): string => `${programme}:${number}`;

async function isMadeBy(ctx: StoreContext, { programme, _id }: RuleDraft, number: number): Promise<boolean> {
  const found = await rulePublications.on(ctx.db).findById(idOf(programme, number), { draft: 1 }).lean();
  return found?.draft === _id;
}

/** @returns false when another draft became that edition first */
async function makeEdition(
  ctx: StoreContext,
  command: Command,
  draft: Approved,
  number: number,
): Promise<boolean> {
  const { programme, set: which, from, reason, authors, approved, _id } = draft;
  const base = await editionOf(ctx, programme, draft.base);
  const { parameters, sets, cases } = withDraft(base, which, read(draft.content));
  const content = written({ parameters, sets, cases });
  const hash = createHash('sha256').update(content).digest('hex');
  const set = {
    ...{ programme, number, set: which, from, content, hash, draft: _id, reason, authors },
    ...{ approvedBy: approved.by, publishedBy: actorName(command.actor), publishedAt: ctx.clock.now() },
  };
  const details = { set: which, from, hash, draft: _id };
  const wish = { ...command, id: `publish/${_id}` };
  const made = await create(ctx, rulePublications, idOf(programme, number), wish, {
    ...{ action: 'rules published', set, details, result: number },
  });
  return made.created;
}
