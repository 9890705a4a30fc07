// Invariant 4: whoever decided was entitled to, and did not decide on their own case.
import type { Grant, Role } from '../../../../engine/kernel/actor.ts';
import type { Contents } from './contents.ts';
import type { Invariant } from './invariant.ts';

interface Decision {
  readonly what: string;
  readonly by: string | null;
  readonly on: string;
  readonly roles: readonly Role[];
  readonly scope: string;
}

function hoursAndReports({ students }: Contents): readonly Decision[] {
  return students.flatMap((student) =>
    student.credits.flatMap((credit): Decision[] => {
      const scope = `organisation:${credit.organisationId}`;
      const on = student._id;
      const entries = credit.entries
        .filter((entry) => entry.state !== 'reported')
        .map(
          (entry): Decision => ({
            what: `entry ${entry.id}`,
            by: entry.decidedBy,
            on,
            roles: ['head', 'coordinator'],
            scope,
          }),
        );
      const isDecided = credit.report?.decidedAt != null;
      const report: Decision = {
        what: `report of ${credit.id}`,
        by: credit.report?.decidedBy ?? null,
        on,
        roles: ['head'],
        scope,
      };
      return isDecided ? [...entries, report] : entries;
    }),
  );
}

function moneyAndRecredits({ payouts, recredits }: Contents): readonly Decision[] {
  const paid = payouts
    .filter((payout) => payout.state !== 'ordered')
    .map(
      (payout): Decision => ({
        what: `payout ${payout._id}`,
        by: payout.decidedBy,
        on: payout.studentId,
        roles: ['financial-centre'],
        scope: 'all',
      }),
    );
  const granted = recredits
    .filter((recredit) => recredit.state === 'confirmed' || recredit.state === 'refused')
    .map(
      (recredit): Decision => ({
        what: `re-credit ${recredit._id}`,
        by: recredit.decidedBy,
        on: recredit.studentId,
        roles: ['registrar'],
        scope: `university:${recredit.universityId}`,
      }),
    );
  return [...paid, ...granted];
}

/** Held now, or taken from them since: roles are taken by commands, and those are in the audit. */
function grantsEver({ people, owners, chains }: Contents, id: string): readonly Grant[] {
  const now = people.find((person) => person._id === id)?.grants ?? [];
  const key = owners.find((each) => each.name === 'api_keys' && each._id === id) as
    | { readonly grants?: readonly Grant[] }
    | undefined;
  const taken = (chains.get(`people/${id}`) ?? []).filter((record) => record.action === 'role taken');
  return [...now, ...(key?.grants ?? []), ...taken.map((record) => record.details as Grant)];
}

const entitled = (contents: Contents) =>
  [...hoursAndReports(contents), ...moneyAndRecredits(contents)].flatMap(({ what, by, on, roles, scope }) => {
    if (by === null) return [`${what} was decided by nobody`];
    if (by === on) return [`${what} was decided by the student, ${by}`];
    const may = grantsEver(contents, by).some(
      (grant) => roles.includes(grant.role) && (grant.scope === scope || grant.scope === 'all'),
    );
    return may ? [] : [`${what} was decided by ${by}, who is none of ${roles.join(', ')} in ${scope}`];
  });

export const rightsInvariants: readonly Invariant[] = [
  { number: 4, name: 'decided by whoever was entitled', holds: 'always', broken: entitled },
];
