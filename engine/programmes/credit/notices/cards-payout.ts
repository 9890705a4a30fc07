// The card of a payout order: say whether the bank paid it.
import { naming } from '../../../kernel/about.ts';
import { AppError } from '../../../kernel/errors.ts';
import { text } from '../../../kernel/message.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { ownVersion } from '../reviews/versions.ts';
import { payoutItem } from '../views/review-items.ts';
import { decidedParams, whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';

export async function payoutCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const item = await payoutItem(ctx, id);
  if (!item) throw new AppError('not-found', `payout ${id} does not exist`);
  const { payout, student, organisation, decidedBy } = item;
  const paid = decisionButton('paid', 'credit.payout-paid', id);
  const failed = decisionButton('failed', 'credit.payout-fail', id);
  // A payout that failed may still be paid, once the account has been corrected.
  const decisions = { ordered: [paid, failed], failed: [paid], paid: [] }[payout.state];
  return {
    version: ownVersion(payout),
    body: [
      text('credit-staff:card.payout', {
        ...whoParams(student),
        ...{ amount: payout.amount, target: payout.target, organisation: organisation.name },
        ...{ tail: student.ibanTail ?? '—', at: payout.orderedAt.toISOString() },
      }),
    ],
    ahead: [],
    evidence: [],
    media: [],
    decisions,
    result:
      payout.state === 'ordered'
        ? null
        : naming(
            text(`credit-staff:result.payout.${payout.state}`, {
              ...decidedParams(decidedBy, payout.decidedAt, payout.reason),
              reference: payout.bankReference ?? '',
            }),
            payout.decidedBy,
          ),
  };
}
