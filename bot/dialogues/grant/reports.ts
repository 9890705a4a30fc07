// Reports of a project: the lead makes one, everybody of both sides downloads it by a one-time link, and the lead sends it to the grantor.
import { type Button, text } from '../../../engine/kernel/message.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type GrantReport,
  isTeam,
  makeReport,
  mayDecide,
  type ReportKind,
  reportDocument,
  reportKinds,
  reportReview,
  reportsSeenBy,
  seenReport,
  sendReport,
  standingOf,
} from '../../../engine/programmes/grant/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton, linkButton, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { menuButton } from '../shared/endings.ts';
import { formUrl } from '../shared/links.ts';
import {
  argumentOf,
  button,
  ending,
  type GrantTalk,
  hasTeamRole,
  projectButton,
  projectIn,
  teamOnly,
} from './grant-talk.ts';

/** More would not fit one message; the rest are found over the API. */
const SHOWN = 6;

const paramsOf = ({ no, kind, on, percent, docId, state }: GrantReport) => ({
  ...{ no, kind, on, percent, docId, state },
});

export const reports: Dialogue<EngineContext> = dialogue('grant.reports', { version: 1 }, [
  say('show', async (talk) => {
    const { _id: project } = await projectIn(talk);
    const page = { limit: SHOWN, after: null };
    const { items } = await reportsSeenBy(talk.env, talk.actor, { project }, page);
    const make = hasTeamRole(talk, 'grant-lead')
      ? reportKinds.map((kind) => button(`make-report-${kind}`, 'grant.make-report', `${project} ${kind}`))
      : [];
    const open = items.map((each) => button('report-of', 'grant.report', each._id, { no: each.no }));
    return {
      texts:
        items.length > 0
          ? items.map((each) => text(`grant:report.line.${each.kind}`, paramsOf(each)))
          : [text('grant:report.none')],
      buttons: [...open, ...make, projectButton(project), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

const kindIn = (talk: GrantTalk): ReportKind =>
  reportKinds.find((each) => each === argumentOf(talk).rest) ?? 'interim';

export const makeReportDialogue: Dialogue<EngineContext> = dialogue('grant.make-report', { version: 1 }, [
  teamOnly('grant.make-report', 'grant-lead'),
  confirm(
    'sure',
    'grant:report.sure-make',
    async (talk) => {
      const { progress, counted } = await standingOf(talk.env, await projectIn(talk));
      return { kind: kindIn(talk), percent: progress.percent, count: counted.length };
    },
    { button: 'grant:button.make-report' },
  ),
  call('make', (talk) => makeReport(talk.env, talk.command('make'), argumentOf(talk).project, kindIn(talk)), {
    ok: (report) => ({ texts: [], next: { go: 'grant.report', argument: report } }),
  }),
]);

/** On a card the button names the version that was seen as well. */
const reportIn = (talk: GrantTalk) => {
  const [id = ''] = talk.argument.split('.');
  return seenReport(talk.env, talk.actor, id);
};

export const report: Dialogue<EngineContext> = dialogue('grant.report', { version: 1 }, [
  say('show', async (talk) => {
    const { report: found, project } = await reportIn(talk);
    const leads = isTeam(talk.actor, project._id, 'grant-lead');
    const decides = found.state === 'sent' && mayDecide(talk.actor, project);
    const about = { document: reportDocument.id, about: found._id };
    const secret = await openSecureForm(talk.env, { kind: 'document-form', person: talk.actor.id, about });
    const buttons: readonly Button[] = [
      linkButton('grant:button.download-report', formUrl(talk, secret)),
      ...(leads && found.state === 'made' ? [button('send-report', 'grant.send-report', found._id)] : []),
      ...(decides
        ? [goButton('grant:button.to-decision', 'staff.open', `${reportReview.id}.${found._id}`)]
        : []),
      button('reports', 'grant.reports', project._id),
      menuButton(),
    ];
    return {
      texts: [
        text(`grant:report.line.${found.kind}`, paramsOf(found)),
        ...(found.decision?.comment
          ? [text('grant:report.comment', { comment: found.decision.comment })]
          : []),
        text('grant:report.how-to-download'),
      ],
      buttons: buttons.map((each) => [each]),
      next: 'end',
    };
  }),
]);

export const sendReportDialogue: Dialogue<EngineContext> = dialogue('grant.send-report', { version: 1 }, [
  confirm('sure', 'grant:report.sure-send', undefined, {
    button: 'grant:button.send-report',
    facts: async (talk) => {
      const { report: found } = await reportIn(talk);
      return [text(`grant:report.line.${found.kind}`, paramsOf(found))];
    },
  }),
  call('send', (talk) => sendReport(talk.env, talk.command('send'), talk.argument), {
    ok: (id) =>
      ending(
        'report.sent',
        undefined,
        button('reports', 'grant.reports', id.split('-')[0] ?? ''),
        menuButton(),
      ),
  }),
]);
