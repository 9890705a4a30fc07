// What stands between a draft and its publication. Looked at when it is submitted, approved and published: the world may
// have moved on between.
import { localDate } from '../kernel/calendar.ts';
import type { Reason } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { casesOf } from './cases-run.ts';
import { newestEdition } from './current.ts';
import { draftOf } from './draft-content.ts';
import { faultsOf } from './faults.ts';
import { pastChanges } from './past-changes.ts';
import { reviewedOf } from './reviewed.ts';
import type { RuleDraft } from './store.ts';

/** Why a draft cannot go further, in words for operators; empty when it can. */
export async function hindrancesOf(ctx: StoreContext, draft: RuleDraft): Promise<readonly Reason[]> {
  const { programme, set, base, from } = draft;
  const newest = await newestEdition(ctx, programme);
  if (newest.number !== base)
    return [{ code: 'rules.draft-outdated', params: { base, newest: newest.number } }];
  if (from === null) return [{ code: 'rules.draft-without-day' }];
  const today = localDate(ctx.clock.now());
  if (from < today) return [{ code: 'rules.draft-in-the-past', params: { from, today } }];
  if (draft.content === draft.origin) return [{ code: 'rules.draft-unchanged' }];
  const reviewed = await reviewedOf(ctx, draft);
  const faults = faultsOf(reviewed);
  if (faults.length > 0) return [{ code: 'rules.draft-faults', params: { count: faults.length } }];
  const run = await casesOf(reviewed);
  if (run.failures.length > 0)
    return [{ code: 'rules.draft-cases-fail', params: { count: run.failures.length } }];
  if (run.untried.length > 0) return [{ code: 'rules.draft-untried', params: { count: run.untried.length } }];
  const early = pastChanges(draftOf(newest, set), reviewed.content, from);
  return early.length > 0
    ? [{ code: 'rules.draft-changes-past', params: { count: early.length, from } }]
    : [];
}
