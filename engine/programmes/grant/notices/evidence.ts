// Who hears of evidence: the manager to whom the project is assigned when it is sent, its sender when it is decided.

import { appealButton } from '../../../appeals/appealable.ts';
import { type Message, text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import { openCard, subjectOf } from '../../../reviews/card.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { OfEvidence } from '../events.ts';
import { evidenceOf } from '../evidence/cases.ts';
import { amountIn } from '../evidence/decide.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { evidenceReview } from '../reviews/evidence.ts';
import type { GrantEvidence } from '../store.ts';
import { activityNamed, indicatorNamed } from '../views/names.ts';
import { standingOf } from '../views/standing.ts';
import { go, messageOf, type NotifyOf, toStaff, toTeam } from './messages.ts';

export const evidenceWaits: NotifyOf<OfEvidence> = async (ctx, { data }) => {
  const { manager } = await projectOf(ctx, data.project);
  if (manager === null) return [];
  const card = await openCard(ctx, evidenceReview, data.evidence);
  return toStaff([manager], card, subjectOf(evidenceReview.id, data.evidence));
};

export const settleEvidence: NotifyOf<OfEvidence> = async (ctx, { data }) => [
  await settlementOf(ctx, evidenceReview, data.evidence),
];

/** What was decided, and how the project stands with it. A survey's figure was sent by nobody. */
export const evidenceDecided: NotifyOf<OfEvidence> = async (ctx, { data }) => {
  const evidence = await evidenceOf(ctx, data.evidence);
  const project = await projectOf(ctx, data.project);
  const { state, decision, sentBy } = evidence;
  if (!decision || evidence.kind === 'survey') return [];
  const plan = planOf(project);
  const params = {
    ...activityNamed(plan, evidence.activity),
    ...indicatorNamed(plan, evidence.serves[0]?.indicator ?? ''),
    ...{ have: decision.people ?? decision.quantity ?? 0, need: amountIn(evidence) },
    comment: decision.comment ?? '',
    percent: (await standingOf(ctx, project)).progress.percent,
  };
  if (evidence.participant === sentBy) return toTeam([sentBy], reportMessage(evidence, params));
  const again = go('send-again', 'grant.send', `${project._id} ${evidence.serves[0]?.indicator ?? ''}`);
  const on = go('project', 'grant.project', project._id);
  const buttons = state === 'returned' ? [again, appealButton(evidenceReview, data.evidence)] : [on];
  return toTeam([sentBy], messageOf(`evidence.${state}`, params, ...buttons));
};

/** A participant of a trip knows no project: what became of their report, and the way to send it anew. */
function reportMessage({ state, project, activity }: GrantEvidence, params: TextParams): Message {
  const way = {
    label: text('grant-events:button.own-report'),
    action: { go: 'grant.own-report', argument: `${project} ${activity}` },
  };
  const isReturned = state === 'returned';
  return {
    texts: [text(`grant-events:notice.report-${isReturned ? 'returned' : 'accepted'}`, params)],
    ...(isReturned && { buttons: [[way]] }),
  };
}

export const evidenceReopened: NotifyOf<OfEvidence> = async (ctx, { data }) => {
  const evidence = await evidenceOf(ctx, data.evidence);
  if (evidence.kind === 'survey') return [];
  const plan = planOf(await projectOf(ctx, data.project));
  const params = indicatorNamed(plan, evidence.serves[0]?.indicator ?? '');
  return toTeam([evidence.sentBy], messageOf('evidence.reopened', params));
};
