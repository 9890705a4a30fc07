// Every decision that a card of the grant programme offers, bound to its use-case.
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import {
  agreementReviews,
  decideEvidence,
  decideReport,
  type GrantorRole,
  grantorRoles,
  postOf,
  returnPlan,
  signPlan,
  subjectParts,
} from '../../../../engine/programmes/grant/programme.ts';
import type { Dialogue } from '../../../dialogue/step.ts';
import { wholeNumber } from '../../fields/whole-number.ts';
import { errand, sure, worded } from '../../shared/reviews/decide.ts';

/** What is said before and afterwards, and the button that confirms. */
const said = (name: string, button: string) => ({
  sure: `grant-staff:sure.${name}`,
  done: `grant-staff:done.${name}`,
  button: `grant-staff:button.${button}`,
});

const onEvidence: readonly Dialogue<EngineContext>[] = [
  errand({
    ...{ id: 'grant.accept', kind: 'grant-evidence' },
    decide: (ctx, command, evidence) => decideEvidence(ctx, command, { evidence, accept: true }),
  }),
  worded({
    ...{ id: 'grant.accept-part', kind: 'grant-evidence', ask: 'grant-staff:ask.how-many' },
    ...said('accepted-part', 'accept-part'),
    field: wholeNumber({ least: 1, most: 1_000_000_000 }),
    decide: (ctx, command, evidence, amount) =>
      decideEvidence(ctx, command, { evidence, accept: true, amount: Number(amount) }),
  }),
  worded({
    ...{ id: 'grant.return', kind: 'grant-evidence', ask: 'grant-staff:ask.evidence-comment' },
    ...said('evidence-returned', 'return'),
    decide: (ctx, command, evidence, comment) =>
      decideEvidence(ctx, command, { evidence, accept: false, comment }),
  }),
];

const onReport: readonly Dialogue<EngineContext>[] = [
  sure({
    ...{ id: 'grant.accept-report', kind: 'grant-report', ...said('report-accepted', 'accept-report') },
    decide: (ctx, command, report) => decideReport(ctx, command, { report, accept: true }),
  }),
  worded({
    ...{ id: 'grant.return-report', kind: 'grant-report', ask: 'grant-staff:ask.report-comment' },
    ...said('report-returned', 'return'),
    decide: (ctx, command, report, comment) => decideReport(ctx, command, { report, accept: false, comment }),
  }),
];

const onPlan = (as: GrantorRole): readonly Dialogue<EngineContext>[] => {
  const kind = agreementReviews[as].id;
  const signing = (subject: string) => ({ ...subjectParts(subject), as });
  return [
    sure({
      ...{ id: `grant.agree-${postOf(as)}`, kind, ...said('agreed', 'agree') },
      decide: (ctx, command, subject) => signPlan(ctx, command, { ...signing(subject), acting: false }),
    }),
    sure({
      ...{ id: `grant.acting-${postOf(as)}`, kind, ...said('agreed-acting', 'agree-acting') },
      decide: (ctx, command, subject) => signPlan(ctx, command, { ...signing(subject), acting: true }),
    }),
    worded({
      ...{
        id: `grant.reject-${postOf(as)}`,
        kind,
        ask: 'grant-staff:ask.plan-comment',
        ...said('plan-returned', 'return'),
      },
      decide: (ctx, command, subject, comment) => returnPlan(ctx, command, { ...signing(subject), comment }),
    }),
  ];
};

export const decisions: readonly Dialogue<EngineContext>[] = [
  ...onEvidence,
  ...onReport,
  ...grantorRoles.flatMap(onPlan),
];
