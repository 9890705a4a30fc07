// Invariants 5 and 6: a payout and a re-credit come of an approved report only, once, and exactly.
import { confirmedMinutes } from '../../../../engine/programmes/credit/facts.ts';
import type { Credit } from '../../../../engine/programmes/credit/store.ts';
import { shippedBook } from '../../../rules/shipped-book.ts';
import type { Contents } from './contents.ts';
import { type Invariant, repeated } from './invariant.ts';
import { movesIn } from './transitions-in.ts';

const creditsIn = ({ students }: Contents): ReadonlyMap<string, Credit> =>
  new Map(students.flatMap((student) => student.credits.map((credit) => [credit.id, credit])));

const due = (parameter: string, credit: Credit): number =>
  shippedBook().tableNumber('credit', parameter, credit.startedOn, credit.target);

function ofApproved(credit: Credit | undefined, what: string): readonly string[] {
  if (credit?.state !== 'approved' || !credit.report?.decidedBy)
    return [`${what} is not of an approved report`];
  const have = confirmedMinutes(credit);
  const need = due('requiredMinutes', credit);
  return have < need ? [`${what} was granted for ${have} of ${need} minutes`] : [];
}

const payouts = (contents: Contents) => {
  const credits = creditsIn(contents);
  return contents.payouts.flatMap((payout) => {
    const credit = credits.get(payout._id);
    const right = credit && due('payoutTenge', credit);
    const exact =
      payout.amount === right ? [] : [`payout ${payout._id} is of ${payout.amount}, due are ${right}`];
    return [...ofApproved(credit, `payout ${payout._id}`), ...exact];
  });
};

const paidOnce = (contents: Contents) => {
  const paid = movesIn(contents).filter(({ what, to }) => what === 'payout' && to === 'paid');
  return repeated(paid.map(({ id }) => id)).map((id) => `payout ${id} was paid twice`);
};

const recredits = (contents: Contents) => {
  const credits = creditsIn(contents);
  const confirmed = movesIn(contents).filter(({ what, to }) => what === 'recredit' && to === 'confirmed');
  return [
    ...repeated(confirmed.map(({ id }) => id)).map((id) => `re-credit ${id} was confirmed twice`),
    ...contents.recredits.flatMap(({ _id, academicCredits }) => {
      const credit = credits.get(_id);
      const right = credit && due('academicCredits', credit);
      const exact =
        academicCredits === right ? [] : [`re-credit ${_id} is of ${academicCredits}, due are ${right}`];
      return [...ofApproved(credit, `re-credit ${_id}`), ...exact];
    }),
  ];
};

const granted = (contents: Contents) => {
  const paid = new Set(contents.payouts.map(({ _id }) => _id));
  const recredited = new Set(contents.recredits.map(({ _id }) => _id));
  return [...creditsIn(contents).values()]
    .filter((credit) => credit.state === 'approved')
    .flatMap(({ id }) => [
      ...(paid.has(id) ? [] : [`approved ${id} has no payout`]),
      ...(recredited.has(id) ? [] : [`approved ${id} has no re-credit`]),
    ]);
};

export const moneyInvariants: readonly Invariant[] = [
  { number: 5, name: 'payouts of approved reports, exact', holds: 'always', broken: payouts },
  { number: 5, name: 'paid once', holds: 'always', broken: paidOnce },
  { number: 5, name: 'what is approved is ordered and granted', holds: 'at rest', broken: granted },
  { number: 6, name: 'academic credits granted once, exact', holds: 'always', broken: recredits },
];
