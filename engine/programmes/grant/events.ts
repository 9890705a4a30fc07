// What the grant programme announces: each event with what it carries. What follows is told in event-table.ts.
import Type, { type Static } from 'typebox';
import { event } from '../../store/event.ts';

const OfProject = Type.Object({ project: Type.String() });
const OfVersion = Type.Object({ project: Type.String(), version: Type.Integer() });
const OfSignature = Type.Object({ project: Type.String(), version: Type.Integer(), as: Type.String() });
const OfEvidence = Type.Object({ project: Type.String(), evidence: Type.String() });
const OfGathering = Type.Object({ project: Type.String(), gathering: Type.String() });
const OfQuestionnaire = Type.Object({ project: Type.String(), questionnaire: Type.String() });
const OfReport = Type.Object({ project: Type.String(), report: Type.String() });
export type OfReport = Static<typeof OfReport>;
export type OfProject = Static<typeof OfProject>;
export type OfVersion = Static<typeof OfVersion>;
export type OfSignature = Static<typeof OfSignature>;
export type OfEvidence = Static<typeof OfEvidence>;
export type OfGathering = Static<typeof OfGathering>;
export type OfQuestionnaire = Static<typeof OfQuestionnaire>;

export const projectRegistered = event('grant.project-registered', OfProject);
export const managerAssigned = event('grant.manager-assigned', OfProject);
export const planSent = event('grant.plan-sent', OfVersion);
export const planSigned = event('grant.plan-signed', OfSignature);
export const planReturned = event('grant.plan-returned', OfVersion);
export const planAgreed = event('grant.plan-agreed', OfVersion);

export const evidenceSent = event('grant.evidence-sent', OfEvidence);
export const evidenceAccepted = event('grant.evidence-accepted', OfEvidence);
export const evidenceReturned = event('grant.evidence-returned', OfEvidence);
/** A decision was taken back: it waits anew. */
export const evidenceReopened = event('grant.evidence-reopened', OfEvidence);
/** Taken back by its sender. */
export const evidenceUndone = event('grant.evidence-undone', OfEvidence);

/** Those on an accepted list get the certificate of their course. */
export const courseCertified = event('grant.course-certified', OfGathering);
export const questionnaireClosed = event('grant.questionnaire-closed', OfQuestionnaire);
export const reportMade = event('grant.report-made', OfReport);
export const reportSent = event('grant.report-sent', OfReport);
export const reportAccepted = event('grant.report-accepted', OfReport);
export const reportReturned = event('grant.report-returned', OfReport);
