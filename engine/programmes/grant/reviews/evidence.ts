// A piece of evidence before the manager to whom its project is assigned. Nobody of the project's team decides on it.
import { naming } from '../../../kernel/about.ts';
import { addDays, endOfDay, localDate, seenOn } from '../../../kernel/calendar.ts';
import { type Button, type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { type Reading, type ReviewKind, reversible } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { countedIn, evidenceOf, pieceOf } from '../evidence/cases.ts';
import { amountIn, isDivisible, reopenEvidence } from '../evidence/decide.ts';
import { evidenceVersion } from '../evidence/version.ts';
import { indicatorIn } from '../plan/shape.ts';
import { indicatorProgress } from '../progress/progress.ts';
import { planOf, projectOf } from '../project/cases.ts';
import { projectScope } from '../roles.ts';
import { type GrantEvidence, type GrantProject, grantEvidence } from '../store.ts';
import { activityNamed, indicatorNamed, themeParams } from '../views/names.ts';

const readEvidence = async (ctx: EngineContext, id: string): Promise<Reading> => {
  const evidence = await evidenceOf(ctx, id);
  const { manager } = await projectOf(ctx, evidence.project);
  const { state, decision, sentAt } = evidence;
  const on = localDate(sentAt);
  return {
    state: state === 'sent' ? 'open' : state === 'undone' ? 'withdrawn' : 'decided',
    ...{ about: evidence.sentBy, scope: 'all', interested: [projectScope(evidence.project)] },
    ...(manager !== null && { assigned: manager }),
    ...{ since: sentAt, due: endOfDay(addDays(on, ctx.rules.number('grant', 'reviewDays', on))) },
    ...{ version: evidenceVersion(evidence), order: evidence.v },
    decision: decision && state !== 'sent' ? { how: state, by: decision.by, at: decision.at } : null,
  };
};

async function evidenceCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const evidence = await evidenceOf(ctx, id);
  const project = await projectOf(ctx, evidence.project);
  const isOpen = evidence.state === 'sent';
  return {
    version: evidenceVersion(evidence),
    body: await bodyOf(ctx, project, evidence),
    ahead: isOpen ? await progressText(ctx, project, evidence) : [],
    evidence: evidence.note === null ? [] : [text('grant-staff:card.note', { note: evidence.note })],
    media: evidence.media,
    decisions: isOpen ? decisionsOn(evidence) : [],
    result: isOpen ? null : await resultOf(ctx, evidence),
  };
}

function decisionsOn(evidence: GrantEvidence): readonly Button[] {
  const button = (label: string, go: string): Button => ({
    label: text(`grant-staff:button.${label}`),
    action: { go, argument: evidence._id },
  });
  return [
    button('accept', 'grant.accept'),
    ...(isDivisible(evidence) ? [button('accept-part', 'grant.accept-part')] : []),
    button('return', 'grant.return'),
  ];
}

async function bodyOf(
  ctx: EngineContext,
  project: GrantProject,
  evidence: GrantEvidence,
): Promise<readonly Text[]> {
  const { activity, serves, sentBy, link, place, people, participant } = evidence;
  const plan = planOf(project);
  const main = serves[0]?.indicator ?? '';
  const others = [...new Set(serves.map(({ indicator }) => indicator))].filter((each) => each !== main);
  const about = text('grant-staff:card.evidence', {
    ...themeParams(plan),
    ...activityNamed(plan, activity),
    ...indicatorNamed(plan, main),
    by: (await nameOf(ctx, sentBy)) || '—',
    date: seenOn(ctx.clock.now(), evidence.date),
  });
  return [
    naming(about, sentBy),
    amountText(evidence),
    ...(people !== null && evidence.unit !== 'person'
      ? [text('grant-staff:card.people', { count: people })]
      : []),
    ...(place === null ? [] : [text('grant-staff:card.place', { place })]),
    ...(link === null ? [] : [text('grant-staff:card.link', { url: link.url, network: link.network })]),
    ...(participant === null || !/^\d+$/.test(participant)
      ? []
      : [text('grant-staff:card.participant', { participant })]),
    ...(others.length === 0 ? [] : [text('grant-staff:card.shared', { indicators: others.join(', ') })]),
  ];
}

const amountText = ({ unit, quantity, people, of }: GrantEvidence): Text =>
  of === null
    ? text(`grant:unit.${unit}`, { count: unit === 'person' ? (people ?? quantity) : quantity })
    : text('grant-staff:card.survey', {
        satisfied: quantity,
        answered: of,
        percent: of === 0 ? 0 : Math.floor((100 * quantity) / of),
      });

/** How the indicator stands now, and how it would once this is accepted. */
async function progressText(
  ctx: EngineContext,
  project: GrantProject,
  evidence: GrantEvidence,
): Promise<readonly Text[]> {
  const found = indicatorIn(planOf(project), evidence.serves[0]?.indicator ?? '');
  if (!found) return [text('grant-staff:card.no-indicator')];
  const pieces = (await countedIn(ctx, project._id)).map(pieceOf);
  const { quantity, people } = evidence;
  const whole = { ...pieceOf(evidence), quantity, people };
  const percentWith = (more: typeof pieces) =>
    indicatorProgress(found.activity, found.indicator, [...pieces, ...more], project).percent;
  return [text('grant-staff:card.ahead', { now: percentWith([]), after: percentWith([whole]) })];
}

async function resultOf(ctx: EngineContext, evidence: GrantEvidence): Promise<Text> {
  const { state, decision } = evidence;
  if (!decision) return text('grant-staff:result.evidence.undone');
  const { by, at, comment, quantity, people } = decision;
  return naming(
    text(`grant-staff:result.evidence.${state}`, {
      ...{ by: (await nameOf(ctx, by)) || '—', at: at.toISOString(), comment: comment ?? '' },
      ...{ have: people ?? quantity ?? 0, need: amountIn(evidence) },
    }),
    by,
  );
}

async function* evidenceIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of grantEvidence.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor())
    yield String(_id);
}

export const evidenceReview: ReviewKind<EngineContext> = {
  id: 'grant-evidence',
  title: 'grant-staff:queue.kind.evidence',
  roles: ['grant-chief-manager'],
  decisions: {
    'grant.accept': reversible('accepted'),
    'grant.accept-part': reversible('partial'),
    'grant.return': reversible('returned'),
  },
  undo: reopenEvidence,
  read: readEvidence,
  card: evidenceCard,
  subjects: evidenceIds,
};
