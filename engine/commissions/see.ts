// What is shown of commissions, each to whom it may be: cases under the rules of blindness, protocols, and the outcomes
// for the programme that asked.
import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import type { StoreContext } from '../store/context.ts';
import { type CaseView, type Viewer, viewOf } from './blindness.ts';
import type { Protocol } from './protocol-shape.ts';
import { isSecretary, mayForm, mayReopen, seatOf } from './rights.ts';
import {
  type Case,
  type Commission,
  type Conclusion,
  caseOf,
  casesOf,
  commissionOf,
  questionOf,
  sittingOf,
} from './store.ts';

export type SeenCase = CaseView &
  Pick<Case, '_id' | 'subject' | 'question' | 'state' | 'facts' | 'commission' | 'sitting'>;

/** Members in office and the secretary; what they see of votes and totals, see `viewOf`. */
export async function seeCase(ctx: StoreContext, actor: Actor, id: string): Promise<Result<SeenCase>> {
  const found = await caseOf(ctx, id);
  const commission = await commissionOf(ctx, found.commission);
  const viewer = viewerIn(actor, commission);
  if (!viewer) return refused('common.not-allowed');
  return ok(seenBy(viewer, commission, found));
}

/** All cases of a sitting, by id, as `seeCase` shows each. @throws AppError `not-found` */
export async function seeCases(
  ctx: StoreContext,
  actor: Actor,
  sittingId: string,
): Promise<Result<readonly SeenCase[]>> {
  const commission = await commissionOf(ctx, (await sittingOf(ctx, sittingId)).commission);
  const viewer = viewerIn(actor, commission);
  if (!viewer) return refused('common.not-allowed');
  return ok((await casesOf(ctx, sittingId)).map((found) => seenBy(viewer, commission, found)));
}

function seenBy(viewer: Viewer, commission: Commission, found: Case): SeenCase {
  const { _id, subject, question, state, facts, sitting } = found;
  const view = viewOf(questionOf(commission, question), commission, found, viewer);
  return { ...view, _id, subject, question, state, facts, sitting, commission: commission._id };
}

function viewerIn(actor: Actor, commission: Commission): Viewer | null {
  const seat = seatOf(actor, commission);
  if (seat) return { as: 'member', person: seat.person };
  return isSecretary(actor, commission) ? { as: 'secretary' } : null;
}

export interface KeptProtocol {
  readonly number: number;
  readonly at: Date;
  /** SHA-256 (hex) of the canonical JSON of `protocol`. */
  readonly hash: string;
  readonly protocol: Protocol;
}

/**
 * The newest protocol, or an earlier one by its number: for members in office and those at the opening, secretaries, and
 * the roles of the rule's authority.
 * @throws AppError `not-found`
 */
export async function seeProtocol(
  ctx: StoreContext,
  actor: Actor,
  sittingId: string,
  number?: number,
): Promise<Result<KeptProtocol>> {
  const sitting = await sittingOf(ctx, sittingId);
  const commission = await commissionOf(ctx, sitting.commission);
  const wasThere = actor.kind === 'person' && sitting.openedWith.some(({ person }) => person === actor.id);
  const governs = mayForm(actor, commission) || mayReopen(actor, commission);
  if (!wasThere && !governs && !viewerIn(actor, commission)) return refused('common.not-allowed');
  const { conclusions } = sitting;
  const found =
    number === undefined ? conclusions.at(-1) : conclusions.find((each) => each.number === number);
  if (!found) throw new AppError('not-found', `sitting ${sittingId} has no such protocol`);
  const { at, hash } = found;
  return ok({ number: found.number, at, hash, protocol: JSON.parse(found.protocol) as Protocol });
}

/** What the sitting decided, while that stands; null before its conclusion and while it is reopened. For programmes. */
export async function outcomesOfSitting(
  ctx: StoreContext,
  sittingId: string,
): Promise<Conclusion['outcomes'] | null> {
  const { state, conclusions } = await sittingOf(ctx, sittingId);
  return state === 'concluded' ? (conclusions.at(-1)?.outcomes ?? null) : null;
}
