// Invariant 9: the audit's moves lead along declared edges, without a jump, to where each thing stands now.
import { isDeclared, type Transition } from '../../../../engine/programmes/credit/transitions.ts';
import type { Contents } from './contents.ts';
import type { Invariant } from './invariant.ts';
import { movesIn } from './transitions-in.ts';

const nameOf = ({ what, id }: Pick<Transition, 'what' | 'id'>): string => `${what} ${id}`;

/** Where everything stands now, by name. */
function standing({ students, payouts, recredits, projects }: Contents): ReadonlyMap<string, string> {
  const credits = students.flatMap((student) => student.credits);
  const all = [
    ...students
      .flatMap((each) => each.interviews)
      .map(({ id, state }) => ({ what: 'interview' as const, id, state })),
    ...credits.map(({ id, state }) => ({ what: 'credit' as const, id, state })),
    ...credits
      .flatMap((each) => each.entries)
      .map(({ id, state }) => ({ what: 'entry' as const, id, state })),
    ...payouts.map(({ _id, state }) => ({ what: 'payout' as const, id: _id, state })),
    ...recredits.map(({ _id, state }) => ({ what: 'recredit' as const, id: _id, state })),
    ...projects.map(({ _id, state }) => ({ what: 'project' as const, id: _id, state })),
  ];
  return new Map(all.map((each) => [nameOf(each), each.state]));
}

const walked = (contents: Contents) => {
  const at = new Map<string, string>();
  const faults: string[] = [];
  for (const move of movesIn(contents)) {
    const name = nameOf(move);
    const before = at.get(name) ?? null;
    if (!isDeclared(move)) faults.push(`${name} transition from ${move.from} to ${move.to}`);
    if (move.from !== before) faults.push(`${name} transition from ${move.from}, but stood at ${before}`);
    at.set(name, move.to);
  }
  for (const [name, state] of standing(contents)) {
    if (at.get(name) !== state)
      faults.push(`${name} stands at ${state}, its transitions end at ${at.get(name)}`);
  }
  return faults;
};

export const edgeInvariants: readonly Invariant[] = [
  { number: 9, name: 'states move along declared edges', holds: 'always', broken: walked },
];
