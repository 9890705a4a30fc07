// The grantor's manager accepts a piece of evidence, accepts a part of it, or returns it with a comment. A decision may be taken back.
import type { Command } from '../../../kernel/actor.ts';
import { ok, type Refused, type Result, refused } from '../../../kernel/result.ts';
import { refuseUnseen } from '../../../kernel/seen.ts';
import { change, isDuplicate } from '../../../store/command.ts';
import type { EngineContext } from '../../context.ts';
import { evidenceAccepted, evidenceReopened, evidenceReturned } from '../events.ts';
import { projectOf } from '../project/cases.ts';
import { mayDecide } from '../rights.ts';
import { mayTransition } from '../states.ts';
import { type GrantEvidence, grantEvidence } from '../store.ts';
import { evidenceOf, holdsOf } from './cases.ts';
import { linkOf } from './networks.ts';
import { evidenceVersion } from './version.ts';

export type EvidenceDecision =
  | {
      readonly evidence: string;
      readonly accept: true /** Of the people or pieces; all unless it says so. */;
      readonly amount?: number;
    }
  | { readonly evidence: string; readonly accept: false; readonly comment: string };

/** @returns the id of the evidence */
export async function decideEvidence(
  ctx: EngineContext,
  command: Command,
  decision: EvidenceDecision,
): Promise<Result<string>> {
  const { project } = await evidenceOf(ctx, decision.evidence);
  if (!mayDecide(command.actor, await projectOf(ctx, project))) return refused('common.not-allowed');
  return change(ctx, grantEvidence, decision.evidence, command, (current) => {
    const blocked = refusalOf(command, current) ?? amountRefusal(current, decision);
    if (blocked) return blocked;
    const decided = decision.accept
      ? accepted(ctx, command, current, decision.amount)
      : returned(ctx, command, decision.comment);
    const { _id } = current;
    return ok({
      action: `evidence ${decided.state}`,
      set: decided,
      events: [(decision.accept ? evidenceAccepted : evidenceReturned)({ project, evidence: _id })],
      result: _id,
      details: { quantity: decided.decision.quantity, people: decided.decision.people },
    });
  });
}

function refusalOf(command: Command, current: GrantEvidence): Refused | null {
  // Nobody accepts what they sent themselves, whatever roles they hold by now.
  if (current.sentBy === command.actor.id) return refused('common.not-allowed');
  if (current.state !== 'sent')
    return refused('common.already-decided', {
      by: current.decision?.by ?? null,
      at: current.decision?.at.toISOString() ?? null,
    });
  return refuseUnseen(command, evidenceVersion(current));
}

/** What may be accepted in part: the people on a list, else the pieces. A survey stands as it is. */
export const amountIn = ({ people, quantity }: Pick<GrantEvidence, 'people' | 'quantity'>): number =>
  people ?? quantity;

export const isDivisible = (evidence: Pick<GrantEvidence, 'people' | 'quantity' | 'kind'>): boolean =>
  evidence.kind !== 'survey' && amountIn(evidence) > 1;

function amountRefusal(current: GrantEvidence, decision: EvidenceDecision): Refused | null {
  if (!decision.accept || decision.amount === undefined) return null;
  const most = amountIn(current);
  const fits = Number.isInteger(decision.amount) && decision.amount >= 1 && decision.amount <= most;
  return fits && (isDivisible(current) || decision.amount === most)
    ? null
    : refused('grant.amount-outside', { most });
}

export function accepted(
  ctx: EngineContext,
  { actor }: Command,
  evidence: GrantEvidence,
  amount = amountIn(evidence),
) {
  const { people, quantity } = evidence;
  return {
    state: amount < amountIn(evidence) ? ('partial' as const) : ('accepted' as const),
    decision: {
      ...{ by: actor.id, at: ctx.clock.now(), comment: null },
      quantity: people === null ? amount : quantity,
      people: people === null ? null : amount,
    },
  };
}

/** Its files and link are free to be sent anew. */
const returned = (ctx: EngineContext, { actor }: Command, comment: string) => ({
  state: 'returned' as const,
  decision: { by: actor.id, at: ctx.clock.now(), quantity: null, people: null, comment },
  holds: [],
});

/** Takes a decision back: the evidence waits anew. @returns the id of the evidence */
export async function reopenEvidence(
  ctx: EngineContext,
  command: Command,
  id: string,
): Promise<Result<string>> {
  const evidence = await evidenceOf(ctx, id);
  const { project, contents, link } = evidence;
  if (!mayDecide(command.actor, await projectOf(ctx, project))) return refused('common.not-allowed');
  const holds = holdsOf(project, contents, link && (linkOf(link.url)?.key ?? null));
  try {
    return await change(ctx, grantEvidence, id, command, (current) => {
      if (!mayTransition.evidence(current.state, 'sent')) return refused('reviews.nothing-to-undo');
      const unseen = refuseUnseen(command, evidenceVersion(current));
      if (unseen) return unseen;
      return ok({
        action: 'decision taken back',
        set: { state: 'sent' as const, decision: null, holds },
        events: [evidenceReopened({ project, evidence: id })],
        result: id,
      });
    });
  } catch (error) {
    // What was returned has been sent anew meanwhile: that one stands.
    if (isDuplicate(error)) return refused('reviews.undo-overtaken');
    throw error;
  }
}
