// The card of a report: approve it, which entitles to payout and re-credit, or return it.
import { naming } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import type { EngineContext } from '../../context.ts';
import { rulesDayOf } from '../cases.ts';
import { reportVersion } from '../reviews/versions.ts';
import { reportItem } from '../views/review-items.ts';
import { decidedParams, whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';

type ReportItem = Awaited<ReturnType<typeof reportItem>>;

export async function reportCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const item = await reportItem(ctx, id);
  const { student, credit, project, organisation, confirmed, required } = item;
  const isOpen = credit.state === 'report-sent';
  return {
    version: reportVersion(credit),
    body: [
      text('credit-staff:card.report', {
        ...whoParams(student),
        ...{ project: project.title, organisation: organisation.name, target: credit.target },
        ...{ have: confirmed, need: required },
      }),
    ],
    ahead: isOpen ? [text('credit-staff:card.report-ahead', entitlement(ctx, item))] : [],
    evidence: credit.report ? [text('credit-staff:card.report-text', { what: credit.report.text })] : [],
    media: credit.report?.media ?? [],
    decisions: isOpen
      ? [
          decisionButton('approve', 'credit.report-approve', id),
          decisionButton('return', 'credit.report-return', id),
        ]
      : [],
    result: isOpen ? null : resultOf(item),
  };
}

/** What approval leads to, by the rules in force when the credit began. */
function entitlement(ctx: EngineContext, { credit }: ReportItem) {
  const figure = (name: string) => ctx.rules.tableNumber('credit', name, rulesDayOf(credit), credit.target);
  return { amount: figure('payoutTenge'), count: figure('academicCredits') };
}

function resultOf({ credit, decidedBy }: ReportItem) {
  const { report, state } = credit;
  const params = decidedParams(decidedBy, report?.decidedAt ?? null, report?.comment ?? null);
  return naming(text(`credit-staff:result.report.${state}`, params), report?.decidedBy);
}
