// What commissions announce: each event with what it carries. Never a score or a verdict: those are read where blindness
// is kept.
import Type from 'typebox';
import { event } from '../store/event.ts';

const OfCommission = Type.Object({ commission: Type.String() });
const OfMember = Type.Object({ commission: Type.String(), person: Type.String() });
const OfSitting = Type.Object({ commission: Type.String(), sitting: Type.String() });
const OfCase = Type.Object({
  commission: Type.String(),
  sitting: Type.String(),
  case: Type.String(),
  subject: Type.String(),
  question: Type.String(),
});
const OfVoter = Type.Object({ ...OfCase.properties, person: Type.String() });

export const formed = event('commissions.formed', OfCommission);
export const memberInvited = event('commissions.member-invited', OfMember);
export const memberJoined = event('commissions.member-joined', OfMember);
export const memberLeft = event('commissions.member-left', OfMember);
export const memberReplaced = event(
  'commissions.member-replaced',
  Type.Object({ ...OfMember.properties, successor: Type.String() }),
);
export const chairAppointed = event('commissions.chair-appointed', OfMember);
export const sittingOpened = event('commissions.sitting-opened', OfSitting);
export const caseAdded = event('commissions.case-added', OfCase);
export const caseWithdrawn = event('commissions.case-withdrawn', OfCase);
export const factsGiven = event('commissions.facts-given', OfCase);
export const conflictDeclared = event('commissions.conflict-declared', OfVoter);
export const conflictLifted = event('commissions.conflict-lifted', OfVoter);
export const scoreGiven = event(
  'commissions.score-given',
  Type.Object({ ...OfVoter.properties, final: Type.Boolean() }),
);
export const abstained = event('commissions.abstained', OfVoter);
export const caseClosed = event(
  'commissions.case-closed',
  Type.Object({ ...OfCase.properties, outcome: Type.String() }),
);
export const caseReopened = event('commissions.case-reopened', OfCase);
export const sittingConcluded = event(
  'commissions.sitting-concluded',
  Type.Object({ ...OfSitting.properties, number: Type.Integer() }),
);
export const sittingReopened = event('commissions.sitting-reopened', OfSitting);

/** Every declaration, for whoever subscribes to them. */
export const commissionEvents = [
  ...[formed, memberInvited, memberJoined, memberLeft, memberReplaced, chairAppointed],
  ...[sittingOpened, caseAdded, caseWithdrawn, factsGiven, conflictDeclared, conflictLifted],
  ...[scoreGiven, abstained, caseClosed, caseReopened, sittingConcluded, sittingReopened],
];
