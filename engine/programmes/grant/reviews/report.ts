// A report before the manager to whom the project is assigned.
import { naming } from '../../../kernel/about.ts';
import { addDays, endOfDay, localDate } from '../../../kernel/calendar.ts';
import { type Text, text } from '../../../kernel/message.ts';
import { nameOf } from '../../../people/reach.ts';
import type { CardParts } from '../../../reviews/card-parts.ts';
import { final, type Reading, type ReviewKind } from '../../../reviews/kind.ts';
import { readsAll } from '../../../store/indexes.ts';
import type { EngineContext } from '../../context.ts';
import { projectOf, versionOf } from '../project/cases.ts';
import { reportOf, reportVersion } from '../report/cases.ts';
import { type GrantReport, grantReports } from '../report/store.ts';
import { projectScope } from '../roles.ts';
import { themeParams } from '../views/names.ts';

async function readReport(ctx: EngineContext, id: string): Promise<Reading> {
  const report = await reportOf(ctx, id);
  const { manager } = await projectOf(ctx, report.project);
  const { state, decision, madeBy } = report;
  const since = report.sentAt ?? report.madeAt;
  const on = localDate(since);
  return {
    state: state === 'sent' ? 'open' : decision ? 'decided' : 'withdrawn',
    ...{ about: madeBy, scope: 'all', interested: [projectScope(report.project)] },
    ...(manager !== null && { assigned: manager }),
    ...{ since, due: endOfDay(addDays(on, ctx.rules.number('grant', 'reviewDays', on))) },
    ...{ version: reportVersion(report), order: report.v },
    decision: decision && { how: state, by: decision.by, at: decision.at },
  };
}

async function reportCard(ctx: EngineContext, id: string): Promise<CardParts> {
  const report = await reportOf(ctx, id);
  const project = await projectOf(ctx, report.project);
  const isOpen = report.state === 'sent';
  const button = (label: string, go: string) => ({
    label: text(`grant-staff:button.${label}`),
    action: { go, argument: id },
  });
  return {
    version: reportVersion(report),
    body: [
      text(`grant-staff:card.report.${report.kind}`, {
        ...themeParams(versionOf(project, report.version).plan),
        ...{ version: report.version, on: report.on, percent: report.percent },
        ...{ docId: report.docId, count: report.base.evidence.length },
      }),
    ],
    ...{ ahead: isOpen ? [text('grant-staff:card.report.read')] : [], evidence: [], media: [] },
    decisions: isOpen
      ? [
          button('open-report', 'grant.report'),
          button('accept-report', 'grant.accept-report'),
          button('return', 'grant.return-report'),
        ]
      : [],
    result: isOpen ? null : await resultOf(ctx, report),
  };
}

async function resultOf(ctx: EngineContext, { state, decision }: GrantReport): Promise<Text> {
  if (!decision) return text('grant-staff:result.report.not-sent');
  const { by, at, comment } = decision;
  const params = { by: (await nameOf(ctx, by)) || '—', at: at.toISOString(), comment: comment ?? '' };
  return naming(text(`grant-staff:result.report.${state}`, params), by);
}

async function* reportIds(ctx: EngineContext): AsyncIterable<string> {
  for await (const { _id } of grantReports.on(ctx.db).find(readsAll, { _id: 1 }).lean().cursor())
    yield String(_id);
}

export const reportReview: ReviewKind<EngineContext> = {
  id: 'grant-report',
  title: 'grant-staff:queue.kind.report',
  roles: ['grant-chief-manager'],
  // What was accepted has been handed on; what was returned is followed by another one.
  decisions: { 'grant.accept-report': final, 'grant.return-report': final },
  ...{ read: readReport, card: reportCard, subjects: reportIds },
};
