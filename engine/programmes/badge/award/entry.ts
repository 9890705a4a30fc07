// What dialogues and the API use of the award.
export { certificateOf } from './certificate.ts';
export { currentCommission } from './commission.ts';
export { ceremonyTexts } from './notices/parts.ts';
export { placeOf } from './places.ts';
export { isMember, maySeeNominees } from './rights.ts';
export { type Criterion, criteria, type Seat, seats } from './rule.ts';
export { awardStates } from './states.ts';
export { type Award, ceremonyOf } from './store.ts';
export { type Assessment, assess, type Verdict } from './use-cases/assess.ts';
export { setCeremony } from './use-cases/ceremony.ts';
export { formAwardCommission, nameChair, seatMember, takeSeat } from './use-cases/commission.ts';
export { recordInterview, setInterview } from './use-cases/interviews.ts';
export { nominate } from './use-cases/nominate.ts';
export { recuse } from './use-cases/recuse.ts';
export { concludeAwardSitting, openAwardSitting } from './use-cases/sittings.ts';
export { caseSeen, commissionDesk, openCases, unseated } from './views/desk.ts';
export { ownAwards, privileges } from './views/laureate.ts';
export { nomineeCard, openNominees, proposable } from './views/nominees.ts';
