// The card of a request for re-credit: confirm or refuse it at the university.
import { naming } from '../../../kernel/about.ts';
import { AppError } from '../../../kernel/errors.ts';
import { text } from '../../../kernel/message.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { ownVersion } from '../reviews/versions.ts';
import { recreditItem } from '../views/review-items.ts';
import { decidedParams, whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';

export async function recreditCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const item = await recreditItem(ctx, id);
  if (!item) throw new AppError('not-found', `re-credit ${id} does not exist`);
  const { recredit, student, project, decidedBy } = item;
  const isOpen = recredit.state === 'requested';
  const { academicCredits, target, requestedAt, createdAt } = recredit;
  return {
    version: ownVersion(recredit),
    body: [
      text('credit-staff:card.recredit', {
        ...whoParams(student),
        ...{
          count: academicCredits,
          target,
          project: project.title,
          at: (requestedAt ?? createdAt).toISOString(),
        },
      }),
    ],
    ahead: isOpen ? [text('credit-staff:card.recredit-ahead')] : [],
    evidence: [],
    media: [],
    decisions: isOpen
      ? [
          decisionButton('confirm-recredit', 'credit.recredit-confirm', id),
          decisionButton('refuse', 'credit.recredit-refuse', id),
        ]
      : [],
    result: isOpen
      ? null
      : naming(
          text(
            `credit-staff:result.recredit.${recredit.state}`,
            decidedParams(decidedBy, recredit.decidedAt, recredit.reason),
          ),
          recredit.decidedBy,
        ),
  };
}
