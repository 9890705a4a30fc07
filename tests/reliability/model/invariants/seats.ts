// Invariants 2 and 8: never more holders than seats, every booking and participation has its seat, none leaks.
// The quotas of the contest are seats of the same kind and will be checked by the same lines.
import { placeSeat, slotSeat } from '../../../../engine/programmes/credit/cases.ts';
import { placeStates, slotStates } from '../../../../engine/programmes/credit/states.ts';
import type { CreditStudent, Interview } from '../../../../engine/programmes/credit/store.ts';
import type { Contents } from './contents.ts';
import { type Invariant, repeated } from './invariant.ts';

const capacity = ({ seats }: Contents) =>
  seats.flatMap(({ _id, capacity, left, holders }) => {
    const twice = repeated(holders.map(({ id }) => id));
    return [
      ...(holders.length > capacity ? [`${_id}: ${holders.length} holders of ${capacity} seats`] : []),
      ...(left !== capacity - holders.length
        ? [`${_id}: ${left} left of ${capacity}, ${holders.length} held`]
        : []),
      ...twice.map((id) => `${_id}: ${id} holds two seats`),
    ];
  });

const hasLeft = (student: CreditStudent, interview: Interview): boolean =>
  student.credits.some((credit) => credit.interviewId === interview.id && credit.state === 'left');

/** `<seat>#<holder>` of everything that an interview may hold, or must hold once it is settled. */
function rightsOf(student: CreditStudent, interview: Interview) {
  const { id, state, projectId, slotId, placeHolder } = interview;
  const slot = slotStates.includes(state) ? [`${slotSeat(projectId, slotId)}#${id}`] : [];
  const hasPlace = placeStates.includes(state) && placeHolder !== null && !hasLeft(student, interview);
  const place = hasPlace ? [`${placeSeat(projectId)}#${placeHolder}`] : [];
  return {
    may: [...slot, ...place],
    must: [...(state === 'pending' ? [] : slot), ...(state === 'inviting' ? [] : place)],
  };
}

const rightsIn = ({ students }: Contents) =>
  students.flatMap((student) => student.interviews.map((interview) => rightsOf(student, interview)));

const heldIn = ({ seats }: Contents): ReadonlySet<string> =>
  new Set(seats.flatMap(({ _id, holders }) => holders.map(({ id }) => `${_id}#${id}`)));

const seated = (contents: Contents) => {
  const held = heldIn(contents);
  return rightsIn(contents)
    .flatMap(({ must }) => must)
    .filter((right) => !held.has(right))
    .map((right) => `${right} is not held`);
};

const leaked = (contents: Contents) => {
  const may = new Set(rightsIn(contents).flatMap((rights) => rights.may));
  return [...heldIn(contents)]
    .filter((held) => held.startsWith('credit.') && !may.has(held))
    .map((held) => `${held} is held by nobody's right`);
};

const unsettled = ({ students }: Contents) =>
  students.flatMap((student) =>
    student.interviews
      .filter(({ state }) => state === 'pending' || state === 'inviting')
      .map(({ id, state }) => `interview ${id} is still ${state}`),
  );

export const seatInvariants: readonly Invariant[] = [
  { number: 2, name: 'no more holders than seats', holds: 'always', broken: capacity },
  { number: 2, name: 'every booking and participation has its seat', holds: 'always', broken: seated },
  { number: 2, name: 'no seat leaks', holds: 'at rest', broken: leaked },
  { number: 2, name: 'no saga is left half done', holds: 'at rest', broken: unsettled },
];
