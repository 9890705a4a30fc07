// The card of an interview: invite the student or not.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { seatsLeft } from '../../../store/seats.ts';
import type { EngineContext } from '../../context.ts';
import { placeSeat } from '../cases.ts';
import { interviewVersion } from '../reviews/versions.ts';
import { interviewItem } from '../views/review-items.ts';
import { decidedParams, whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';

export async function interviewCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const { student, interview, project, decidedBy } = await interviewItem(ctx, id);
  const isOpen = interview.state === 'booked';
  const seat = placeSeat(project._id);
  const left = (await seatsLeft(ctx, [seat])).get(seat) ?? 0;
  const when = interview.startsAt.toISOString();
  return {
    version: interviewVersion(interview),
    body: [
      text('credit-staff:card.interview', {
        ...whoParams(student),
        ...{ project: project.title, direction: project.direction, address: project.address, when },
      }),
    ],
    ahead: isOpen ? [text('credit-staff:card.interview-ahead', { left, places: project.places })] : [],
    evidence: [],
    media: [],
    decisions: isOpen
      ? [decisionButton('invite', 'credit.invite', id), decisionButton('not-invite', 'credit.not-invite', id)]
      : [],
    result: isOpen
      ? null
      : naming(
          text(`credit-staff:result.interview.${interview.state}`, {
            ...decidedParams(decidedBy, interview.decidedAt, interview.reason),
            ...(interview.answerBy && { until: interview.answerBy.toISOString() }),
          }),
          interview.decidedBy,
        ),
  };
}
