// The card of an hours entry: confirm it or return it.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { entryVersion } from '../reviews/versions.ts';
import { activeCreditStates } from '../states.ts';
import { entryItem } from '../views/review-items.ts';
import { decidedParams, whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';

export async function hoursCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const { student, credit, entry, project, confirmed, after, required, decidedBy } = await entryItem(ctx, id);
  const isOpen = entry.state === 'reported' && activeCreditStates.includes(credit.state);
  const { date, start, minutes, what } = entry;
  const progress = (minutesThen: number) => ({
    have: minutesThen,
    need: required,
    percent: share(minutesThen, required),
  });
  return {
    version: entryVersion(entry),
    body: [
      text('credit-staff:card.hours', {
        ...whoParams(student),
        project: project.title,
        date,
        start,
        minutes,
      }),
      ...(isOpen ? [] : [text('credit-staff:card.progress', progress(confirmed))]),
    ],
    ahead: isOpen ? [text('credit-staff:card.hours-ahead', progress(after))] : [],
    evidence: [text('credit-staff:card.hours-done', { what })],
    media: entry.media,
    decisions: isOpen
      ? [
          decisionButton('confirm-hours', 'credit.hours-confirm', id),
          decisionButton('return', 'credit.hours-return', id),
        ]
      : [],
    result: isOpen ? null : resultOf(entry, decidedBy),
  };
}

const share = (have: number, need: number): number => Math.min(100, Math.floor((100 * have) / need));

function resultOf(entry: Awaited<ReturnType<typeof entryItem>>['entry'], decidedBy: string) {
  const state = entry.state === 'reported' ? 'left' : entry.state;
  const params = decidedParams(decidedBy, entry.decidedAt, entry.reason);
  return naming(text(`credit-staff:result.hours.${state}`, params), entry.decidedBy);
}
