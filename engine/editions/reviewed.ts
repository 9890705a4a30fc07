// A draft in its surroundings: what everything that judges a draft looks at.
import { type RuleBook, ruleBookFrom } from '../rules/rule-book.ts';
import type { StoreContext } from '../store/context.ts';
import { editionOf } from './current.ts';
import { type DraftContent, read, withDraft } from './draft-content.ts';
import { type Edition, sourcesOf } from './edition.ts';
import type { RuleDraft } from './store.ts';

export interface Reviewed {
  readonly set: string;
  readonly content: DraftContent;
  /** The edition that it changes. */
  readonly base: Edition;
}

export async function reviewedOf(ctx: Pick<StoreContext, 'db'>, draft: RuleDraft): Promise<Reviewed> {
  const { set, programme, base, content } = draft;
  return { set, content: read(content), base: await editionOf(ctx, programme, base) };
}

/** The programme's rules with the draft in them. @throws AppError `configuration` for a draft with faults: ask for them first */
export const bookOf = ({ set, content, base }: Reviewed): RuleBook =>
  ruleBookFrom(sourcesOf([withDraft(base, set, content)]));

/** The programme's rules without it. */
export const baseBookOf = ({ base }: Reviewed): RuleBook => ruleBookFrom(sourcesOf([base]));
