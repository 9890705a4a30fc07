// What a draft changes, and what changed from one edition to another, seen from one set: the set, the parameters of its
// programme, and the cases.
import type { Actor } from '../kernel/actor.ts';
import { changesBetween, type RuleChange } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';
import { type DraftContent, draftOf } from './draft-content.ts';
import { programmeOf } from './drafts.ts';
import { soundOnly } from './faults.ts';
import type { Reviewed } from './reviewed.ts';
import { editionSeenBy } from './see.ts';

/** Against the edition that it changes. @throws AppError `invalid-input` with every fault */
export function changesOfDraft(reviewed: Reviewed): readonly RuleChange[] {
  const { set, content, base } = soundOnly(reviewed);
  return changesOf(set, draftOf(base, set), content);
}

/** @throws AppError `not-found` for an edition that never was; `forbidden` for anyone but an operator */
export async function changesSeenBy(
  ctx: StoreContext,
  actor: Actor,
  set: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly RuleChange[]> {
  const before = await editionSeenBy(ctx, actor, set, from);
  const after = await editionSeenBy(ctx, actor, set, to);
  return changesOf(set, before, after);
}

function changesOf(set: string, before: DraftContent, after: DraftContent): readonly RuleChange[] {
  const whole = ({ set: own, parameters, cases }: DraftContent) => ({
    ...{ parameters, cases },
    sets: { [set]: own },
  });
  return changesBetween(programmeOf(set), whole(before), whole(after)).map((change) => ({
    ...change,
    pointer: change.pointer.replace(`/sets/${set}`, '/set'),
  }));
}
