// What the staff are told by each event of the credit programme: cards, their settling, and short words
// about what needs no decision.
import { speakingOf } from '../../../kernel/about.ts';
import { text } from '../../../kernel/message.ts';
import type { TextParams } from '../../../kernel/result.ts';
import { phoneOf } from '../../../people/reach.ts';
import { settlementOf } from '../../../reviews/settlement.ts';
import type { EventOf, Happened } from '../../../store/event.ts';
import type { EngineContext } from '../../context.ts';
import { projectOf } from '../cases.ts';
import type { OfCredit, OfInterview, projectPublished as published } from '../events.ts';
import { hoursReview } from '../reviews/kinds.ts';
import { interviewItem, recreditItem, reportItem } from '../views/review-items.ts';
import { whoParams } from './cards-who.ts';
import { decisionButton } from './decision-button.ts';
import { interviewCards, reportCards } from './staff-cards.ts';
import { hostsOf, operatorsOf, registrarsOf, toEach } from './staff-recipients.ts';
import type { NotifyOf } from './student-message.ts';

const said = (key: string, params: TextParams) => ({
  texts: [text(`credit-staff:notice.${key}`, params)],
  buttons: [[decisionButton('menu', 'menu', '')]],
});

/** The others at the organisation hear that a project was published. */
export const projectPublished: NotifyOf<EventOf<typeof published>['data']> = async (ctx, event) => {
  const project = await projectOf(ctx, event.data.project);
  const publisher = event.actor.replace(/^person:/, '');
  const people = await hostsOf(ctx, project.organisationId, publisher);
  const { title, from, to, places } = project;
  return toEach(people, said('project-published', { project: title, from, to, places }));
};

/** The card is settled, and the organisation hears that its place or time is free, or taken. */
export const interviewEnded =
  (key: string): NotifyOf<OfInterview> =>
  async (ctx, event) => {
    const { student, interview, project } = await interviewItem(ctx, event.data.interview);
    const people = await hostsOf(ctx, interview.organisationId, student.id ?? '');
    const when = interview.startsAt.toISOString();
    const message = said(key, { ...whoParams(student), project: project.title, when });
    return [...(await interviewCards.settled(ctx, event)), ...toEach(people, message)];
  };

/** The organisation learns the telephone, if one was given: the first and only time that anybody sees it. */
export const invitationAccepted: NotifyOf<OfInterview> = async (ctx, event) => {
  const told = await interviewEnded('invitation-accepted')(ctx, event);
  const phone = await phoneOf(ctx, event.data.student);
  if (phone === null) return told;
  const line = text('credit-staff:notice.student-phone', { phone });
  return told.map((each) =>
    'to' in each ? { ...each, message: { ...each.message, texts: [...each.message.texts, line] } } : each,
  );
};

const reportOf = (ctx: EngineContext, event: Happened<OfCredit>) => reportItem(ctx, event.data.credit);

/** Where one person confirmed the hours and approved the report, the operators hear of it. */
export const reportApproved: NotifyOf<OfCredit> = async (ctx, event) => {
  const settled = await reportCards.settled(ctx, event);
  const { credit, student, organisation, decidedBy } = await reportOf(ctx, event);
  const approver = credit.report?.decidedBy ?? null;
  const isSame = credit.entries.some((each) => each.state === 'confirmed' && each.decidedBy === approver);
  if (!isSame) return settled;
  const params = { ...whoParams(student), organisation: organisation.name, by: decidedBy };
  const message = speakingOf(said('same-person', params), approver === null ? [] : [approver]);
  return [...settled, ...toEach(await operatorsOf(ctx, approver ?? ''), message)];
};

/** The university hears of the right once; the student's request comes as a card. */
export const recreditGranted: NotifyOf<OfCredit> = async (ctx, event) => {
  const item = await recreditItem(ctx, event.data.credit);
  if (!item) return [];
  const { recredit, student } = item;
  const people = await registrarsOf(ctx, recredit.universityId, student.id ?? '');
  const { academicCredits, target } = recredit;
  const params = { ...whoParams(student), count: academicCredits, target };
  return toEach(people, { texts: [text('credit-staff:notice.recredit-granted', params)] });
};

/** The place is free again; entries and a report that still waited need no decision any more. */
export const projectLeft: NotifyOf<OfCredit> = async (ctx, event) => {
  const { credit, student, project, confirmed } = await reportOf(ctx, event);
  const people = await hostsOf(ctx, credit.organisationId, student.id ?? '');
  const undecided = credit.entries.filter((entry) => entry.state === 'reported');
  const entries = undecided.map((entry) => settlementOf(ctx, hoursReview, entry.id));
  const report = credit.report ? await reportCards.settled(ctx, event) : [];
  const message = said('project-left', { ...whoParams(student), project: project.title, have: confirmed });
  return [...(await Promise.all(entries)), ...report, ...toEach(people, message)];
};
