// Every decision of the rules on a person, of whichever programme, looked at again: the receipt as it was sealed, and what the rules
// say of it today. For operators, years later.
import { type Actor, holds } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { type DecisionReceipt, type Rerun, rerun } from '../rules/rule-book.ts';
import type { EngineContext, KeptReceipt } from './programme.ts';

export interface ReceiptAgain extends KeptReceipt {
  readonly programme: string;
  readonly again: Rerun;
}

/** @throws AppError `forbidden` */
export async function receiptsAgain(
  ctx: EngineContext,
  actor: Actor,
  person: string,
): Promise<readonly ReceiptAgain[]> {
  if (!holds(actor, 'operator', 'all')) throw new AppError('forbidden', 'decisions are for operators');
  const all = await Promise.all(
    ctx.programmes.map(async ({ id, receipts }) =>
      ((await receipts?.(ctx, person)) ?? []).map((each) => ({ programme: id, ...each })),
    ),
  );
  return Promise.all(
    all.flat().map(async (each) => ({ ...each, again: await rerun(ctx.rules, each.receipt) })),
  );
}

/** What a document keeps as its receipt, where it keeps one. */
export const receiptIn = (kind: string, subject: string, kept: unknown): readonly KeptReceipt[] =>
  kept === null || kept === undefined ? [] : [{ kind, subject, receipt: kept as DecisionReceipt }];
