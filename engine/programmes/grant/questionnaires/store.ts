// Which survey asks whom for a project, and the contract's list of contacts of those surveyed. The list lies apart: nothing in it names
// the survey, and nothing in an answer names the list. Answers themselves are the kit's (engine/surveys).
import Type from 'typebox';
import { collection, Instant, nullable, oneOf } from '../../../store/model.ts';
import { outboxIndex, owned } from '../../../store/owned.ts';
import { populations } from '../plan/measure.ts';

export const questionnaireStates = ['open', 'closed'] as const;

/** The id is the survey's. */
export const grantQuestionnaires = collection(
  'grant_questionnaires',
  owned({
    project: Type.String(),
    /** In which its export, its contacts and its percentage count. */
    activity: Type.String(),
    population: oneOf(populations),
    state: oneOf(questionnaireStates),
    openedBy: Type.String(),
    openedAt: Instant,
    closedAt: nullable(Instant),
    /** Of those who answered; null while it is open. */
    satisfied: nullable(Type.Integer({ minimum: 0 })),
    answered: nullable(Type.Integer({ minimum: 0 })),
    /** Random, and known nowhere else but to the contacts. */
    contactList: Type.String(),
    /** As which evidence the contacts were sent, the newest last. */
    contactEvidence: Type.Array(Type.String()),
  }),
  [outboxIndex, { fields: { project: 1, openedAt: 1, _id: 1 } }, { fields: { contactEvidence: 1 } }],
);
export type Questionnaire = ReturnType<typeof grantQuestionnaires.check>;

/** The id follows from list and person. Emptied when the consent is withdrawn. */
export const grantContacts = collection(
  'grant_contacts',
  owned({
    list: Type.String(),
    project: Type.String(),
    activity: Type.String(),
    person: Type.String(),
    name: nullable(Type.String()),
    phone: nullable(Type.String()),
    /** Civil date: no time that could be held against anything. */
    on: Type.String(),
  }),
  [outboxIndex, { fields: { list: 1, name: 1 } }, { fields: { person: 1 } }],
);
export type Contact = ReturnType<typeof grantContacts.check>;
