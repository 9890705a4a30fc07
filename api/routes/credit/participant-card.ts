// The schema of a participant's card and its making: what is shown of a person, field by field.
// Personal numbers are never among it; the end of the account only for operators.
import Type, { type Static } from 'typebox';
import { type Actor, holds } from '../../../engine/kernel/actor.ts';
import { languages } from '../../../engine/kernel/languages.ts';
import {
  creditStates,
  interviewStates,
  type ListedParticipant,
  type ParticipantCard,
  payoutStates,
  recreditStates,
} from '../../../engine/programmes/credit/programme.ts';
import { evaluationFields } from '../evaluation-schema.ts';
import { civilDay, iso, isoOrNull, moment, nullable, word } from '../parts.ts';

const profile = {
  id: Type.String(),
  name: Type.String(),
  region: nullable(Type.String()),
  university: nullable(Type.String({ description: 'Id of the university.' })),
  year: nullable(Type.Integer()),
};

/** A row of the list. */
export const participantRow = Type.Object(profile);

const outcome = <const T extends readonly string[]>(states: T) =>
  nullable(Type.Object({ state: word(states), reason: nullable(Type.String()) }));

const credit = Type.Object({
  id: Type.String(),
  project: Type.String(),
  target: Type.Integer({ description: 'Hours.' }),
  state: word(creditStates),
  active: Type.Boolean(),
  confirmed: Type.Integer({ description: 'Minutes.' }),
  reported: Type.Integer({ description: 'Minutes that wait for the coordinator.' }),
  required: Type.Integer({ description: 'Minutes.' }),
  left: Type.Integer({ description: 'Minutes.' }),
  percent: Type.Integer(),
  reportComment: nullable(Type.String()),
  amount: nullable(Type.Integer({ description: 'Tenge.' })),
  academicCredits: nullable(Type.Integer()),
  payout: outcome(payoutStates),
  recredit: outcome(recreditStates),
});

export const decision = Type.Object({
  creditId: Type.String(),
  kind: word(['admission', 'completion']),
  receipt: Type.Object({
    ...evaluationFields,
    on: civilDay,
    reasons: Type.Array(Type.Object({ code: Type.String() })),
    facts: Type.Record(Type.String(), Type.Unknown()),
    trace: Type.Array(
      Type.Object({
        requirement: Type.String(),
        when: Type.Optional(Type.Literal(true)),
        name: Type.String(),
        fact: Type.String(),
        operator: Type.String(),
        met: Type.Boolean(),
        have: Type.Unknown(),
        need: Type.Unknown(),
      }),
    ),
    hash: Type.String(),
  }),
});

const consent = Type.Object({
  purpose: Type.String(),
  textVersion: Type.String(),
  givenAt: moment,
  until: moment,
  withdrawnAt: nullable(moment),
});

export const participantCardSchema = Type.Object({
  ...profile,
  language: word(languages),
  identityGiven: Type.Boolean(),
  ibanTail: nullable(Type.String({ description: 'Last four characters of the account; for operators.' })),
  consents: Type.Array(consent),
  openInterviews: Type.Array(
    Type.Object({
      id: Type.String(),
      project: Type.String(),
      state: word(interviewStates),
      startsAt: moment,
      answerBy: nullable(moment),
    }),
  ),
  interviewLimit: Type.Integer(),
  credits: Type.Array(credit),
  decisions: Type.Array(decision),
  createdAt: moment,
});

export const rowOf = ({ _id, name, region, student }: ListedParticipant) => ({
  id: _id,
  name,
  region,
  university: student?.universityId ?? null,
  year: student?.year ?? null,
});

export function cardOf(
  actor: Actor,
  { person, status, decisions }: ParticipantCard,
): Static<typeof participantCardSchema> {
  const { openInterviews, interviewLimit, identityGiven } = status;
  return {
    ...rowOf(person),
    language: person.language,
    identityGiven,
    ibanTail: holds(actor, 'operator', 'all') ? status.ibanTail : null,
    consents: person.consents.map(({ purpose, textVersion, givenAt, until, withdrawnAt }) => ({
      purpose,
      textVersion,
      givenAt: iso(givenAt),
      until: iso(until),
      withdrawnAt: isoOrNull(withdrawnAt),
    })),
    openInterviews: openInterviews.map((each) => ({
      ...each,
      startsAt: iso(each.startsAt),
      answerBy: isoOrNull(each.answerBy),
    })),
    interviewLimit,
    credits: [...status.credits],
    decisions: decisions as unknown as Static<typeof decision>[],
    createdAt: iso(person.createdAt),
  };
}
