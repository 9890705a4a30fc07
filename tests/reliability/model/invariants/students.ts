// Invariants 1 and 3: what one student may have, and the ledger of their hours.
import { minutesOfDay } from '../../../../engine/kernel/calendar.ts';
import {
  activeCredits,
  confirmedMinutes,
  openInterviews,
} from '../../../../engine/programmes/credit/facts.ts';
import type { CreditStudent, Entry } from '../../../../engine/programmes/credit/store.ts';
import type { Contents } from './contents.ts';
import { type Invariant, repeated } from './invariant.ts';
import { movesIn } from './transitions-in.ts';

const OPEN_INTERVIEWS = 3;
const HOURS_A_YEAR = 70;

const entriesOf = (student: CreditStudent): readonly Entry[] =>
  student.credits.flatMap((credit) => credit.entries);

const limits = ({ students }: Contents) =>
  students.flatMap((student) => {
    const open = openInterviews(student).length;
    const active = activeCredits(student).length;
    return [
      ...(open > OPEN_INTERVIEWS ? [`${student._id} has ${open} open interviews`] : []),
      ...(active > 1 ? [`${student._id} takes part in ${active} projects`] : []),
    ];
  });

const yearly = ({ students }: Contents) =>
  students.flatMap((student) => {
    const standing = student.credits.filter((credit) => credit.state !== 'left');
    const twice = repeated(standing.map((credit) => `${credit.target} hours in ${credit.year}`));
    const years = [...new Set(standing.map((credit) => credit.year))];
    const over = years.filter(
      (year) =>
        standing.reduce((sum, each) => sum + (each.year === year ? each.target : 0), 0) > HOURS_A_YEAR,
    );
    return [
      ...twice.map((what) => `${student._id} has two credits of ${what}`),
      ...over.map((year) => `${student._id} has more than ${HOURS_A_YEAR} hours in ${year}`),
    ];
  });

function overlaps(student: CreditStudent): readonly string[] {
  const standing = entriesOf(student).filter((entry) => entry.state !== 'returned');
  const from = (entry: Entry) => minutesOfDay(entry.start);
  return standing.flatMap((entry, index) =>
    standing
      .slice(index + 1)
      .filter(
        (other) =>
          other.date === entry.date &&
          from(entry) < from(other) + other.minutes &&
          from(other) < from(entry) + entry.minutes,
      )
      .map((other) => `entries ${entry.id} and ${other.id} of ${student._id} overlap`),
  );
}

const once = (contents: Contents) => {
  const ids = contents.students.flatMap((student) => entriesOf(student).map((entry) => entry.id));
  const confirmed = movesIn(contents).filter(({ what, to }) => what === 'entry' && to === 'confirmed');
  return [
    ...repeated(ids).map((id) => `entry ${id} stands in two places`),
    ...repeated(confirmed.map(({ id }) => id)).map((id) => `entry ${id} was confirmed twice`),
  ];
};

/** The audit's own count of confirmed minutes against the sum over the entries. */
const ledger = ({ students, chains }: Contents) =>
  students.flatMap((student) => {
    const noted = (chains.get(`credit_students/${student._id}`) ?? [])
      .filter((record) => record.action === 'hours confirmed')
      .reduce((sum, record) => sum + Number((record.details as { minutes?: number }).minutes), 0);
    const total = student.credits.reduce((sum, credit) => sum + confirmedMinutes(credit), 0);
    return noted === total
      ? []
      : [`${student._id}: ${noted} minutes were confirmed, ${total} stand confirmed`];
  });

export const studentInvariants: readonly Invariant[] = [
  { number: 1, name: 'open interviews and participation', holds: 'always', broken: limits },
  { number: 1, name: 'credits of a year', holds: 'always', broken: yearly },
  {
    number: 3,
    name: 'no overlapping hours',
    holds: 'always',
    broken: ({ students }) => students.flatMap(overlaps),
  },
  { number: 3, name: 'hours confirmed once', holds: 'always', broken: once },
  { number: 3, name: "the ledger's sum is the total", holds: 'always', broken: ledger },
];
