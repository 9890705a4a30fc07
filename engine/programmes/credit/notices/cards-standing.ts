// How a member of staff stands to a matter: may it be theirs to decide, and what can still be decided.
// Called by the staff desk before it shows a card or asks for a reason; the use-cases check again for themselves.
import { type Actor, holds } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { mayAccredit, organisationOf } from '../../../organisations/accreditation.ts';
import type { EngineContext } from '../../context.ts';
import { mayCoordinate, mayHead } from '../rights.ts';
import type { ReviewKind } from '../views/queue.ts';
import { entryItem, interviewItem, payoutItem, recreditItem, reportItem } from '../views/review-items.ts';
import { openCard } from './cards.ts';

export type Standing =
  /** Dialogues by which it may be decided now; none when it is decided. */
  | { readonly kind: 'theirs'; readonly offered: readonly string[] }
  | { readonly kind: 'not-theirs' }
  | { readonly kind: 'gone' };

export async function standing(
  ctx: EngineContext,
  actor: Actor,
  kind: ReviewKind,
  id: string,
): Promise<Standing> {
  try {
    if (!(await isTheirs[kind](ctx, actor, id))) return { kind: 'not-theirs' };
    const { buttons = [] } = await openCard(ctx, kind, id);
    const offered = buttons.flat().flatMap(({ action }) => ('go' in action ? [action.go] : []));
    return { kind: 'theirs', offered: offered.filter((each) => !each.startsWith('staff.')) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return { kind: 'gone' };
    throw error;
  }
}

type Rights = (ctx: EngineContext, actor: Actor, id: string) => Promise<boolean>;

const isTheirs: Readonly<Record<ReviewKind, Rights>> = {
  accreditation: async (ctx, actor, id) => mayAccredit(actor, await organisationOf(ctx, id)),
  interview: async (ctx, actor, id) => {
    const { interview, student } = await interviewItem(ctx, id);
    return mayCoordinate(actor, interview.organisationId) && actor.id !== student.id;
  },
  hours: async (ctx, actor, id) => {
    const { credit, student } = await entryItem(ctx, id);
    return mayCoordinate(actor, credit.organisationId) && actor.id !== student.id;
  },
  report: async (ctx, actor, id) => {
    const { credit, student } = await reportItem(ctx, id);
    return mayHead(actor, credit.organisationId) && actor.id !== student.id;
  },
  payout: async (ctx, actor, id) => {
    const student = (await payoutItem(ctx, id))?.student;
    return student !== undefined && holds(actor, 'financial-centre', 'all') && actor.id !== student.id;
  },
  recredit: async (ctx, actor, id) => {
    const item = await recreditItem(ctx, id);
    const scope = `university:${item?.recredit.universityId}`;
    return item !== null && holds(actor, 'registrar', scope) && actor.id !== item.student.id;
  },
};
