// The card of a matter: everything that a member of staff needs to decide it, and what was decided.
// Called by the notices and by the staff desk; it decides nothing and checks no right.

import type { Message, Text } from '../../../kernel/message.ts';
import {
  accreditationCard,
  type CardParts,
  openMessage,
  settledMessage,
} from '../../../organisations/accreditation-card.ts';
import type { EngineContext } from '../../context.ts';
import type { ReviewKind } from '../views/queue.ts';
import { hoursCard } from './cards-hours.ts';
import { interviewCard } from './cards-interview.ts';
import { payoutCard } from './cards-payout.ts';
import { recreditCard } from './cards-recredit.ts';
import { reportCard } from './cards-report.ts';

const partsOf: Readonly<Record<ReviewKind, (ctx: EngineContext, id: string) => Promise<CardParts>>> = {
  accreditation: accreditationCard,
  interview: interviewCard,
  hours: hoursCard,
  report: reportCard,
  payout: payoutCard,
  recredit: recreditCard,
};

/** The card with its decision buttons; decided already, it is the settled one. @throws AppError `not-found` */
export const openCard = async (ctx: EngineContext, kind: ReviewKind, id: string): Promise<Message> =>
  openMessage(kind, id, await partsOf[kind](ctx, id));

/** Who and what, and what approval leads to where `ahead`: shown before a decision is confirmed. */
export async function cardFacts(
  ctx: EngineContext,
  kind: ReviewKind,
  id: string,
  ahead: boolean,
): Promise<readonly Text[]> {
  const parts = await partsOf[kind](ctx, id);
  return ahead ? [...parts.body, ...parts.ahead] : parts.body;
}

/** The same content without decisions: what was decided, by whom and when. @throws AppError `not-found` */
export const settledCard = async (ctx: EngineContext, kind: ReviewKind, id: string): Promise<Message> =>
  settledMessage(kind, id, await partsOf[kind](ctx, id));
