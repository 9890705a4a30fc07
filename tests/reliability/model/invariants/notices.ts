// Invariant 10: every event that somebody has to hear of is told to them, once, and each telling ends or waits.
import type { Role } from '../../../../engine/kernel/actor.ts';
import type { Delivery } from '../../../../engine/notify/store.ts';
import type { Contents } from './contents.ts';
import { type Invariant, repeated } from './invariant.ts';

/** Who at least hears of an event: the student, or whoever holds a role; `anyone`: a card may only have been settled. */
type Hearer =
  | 'student'
  | 'hosts'
  | 'heads'
  | 'anyone'
  | Extract<Role, 'financial-centre' | 'registrar' | 'operator'>;

const heardBy: Readonly<Record<string, readonly Hearer[]>> = {
  'credit.interview-booked': ['hosts'],
  'credit.interview-cancelled': ['hosts'],
  'credit.interview-not-invited': ['student'],
  'credit.interview-declined': ['hosts'],
  'credit.interview-lapsed': ['student', 'hosts'],
  'credit.student-invited': ['student'],
  'credit.invitation-accepted': ['hosts'],
  'credit.hours-reported': ['hosts'],
  'credit.hours-confirmed': ['student'],
  'credit.hours-returned': ['student'],
  'credit.report-sent': ['heads'],
  'credit.report-returned': ['student'],
  'credit.report-approved': ['student'],
  'credit.payout-ordered': ['student', 'financial-centre'],
  'credit.payout-paid': ['student'],
  'credit.payout-failed': ['student'],
  'credit.recredit-granted': ['student', 'registrar'],
  'credit.recredit-requested': ['student', 'registrar'],
  'credit.recredit-confirmed': ['student'],
  'credit.recredit-refused': ['student'],
  'credit.project-left': ['student', 'hosts'],
  'people.identity-given': ['anyone'],
  'people.age-doubted': ['operator'],
  'people.merge-requested': ['anyone'],
  'people.merge-not-asked': ['anyone'],
  'people.merge-refused': ['anyone'],
  'people.merge-expired': ['anyone'],
  'people.merge-stuck': ['anyone'],
  'people.merged': ['anyone'],
  'people.guardian-consented': ['anyone'],
  'people.guardian-declined': ['anyone'],
  'organisations.documents-given': ['anyone'],
  'organisations.head-confirmed': ['anyone'],
  'organisations.accredited': ['anyone'],
  'organisations.refused': ['anyone'],
  'organisations.revoked': ['anyone'],
};

interface Announced {
  readonly id: string;
  readonly type: string;
  /** The document that announced it: `<collection>/<id>`. */
  readonly document: string;
}

const announcedIn = ({ chains }: Contents): readonly Announced[] =>
  [...chains.values()].flat().flatMap((record) =>
    record.events.map((type, index) => ({
      id: `${record.document}/${record.seq}.${index + 1}`,
      type,
      document: record.document,
    })),
  );

const rolesOf: Readonly<Record<Exclude<Hearer, 'student' | 'anyone'>, readonly Role[]>> = {
  hosts: ['head', 'coordinator'],
  heads: ['head'],
  'financial-centre': ['financial-centre'],
  registrar: ['registrar'],
  operator: ['operator'],
};

function studentOf({ payouts, recredits }: Contents, document: string): string {
  const [collection, id = ''] = document.split('/');
  if (collection === 'credit_students') return id;
  return [...payouts, ...recredits].find((each) => each._id === id)?.studentId ?? '';
}

/** Events of deliveries: `<event id>/<person>/<n>` or `<event id>/<n>/settle/<delivery>`. */
const eventOf = (delivery: string): string => delivery.split('/').slice(0, 3).join('/');

function toldOf({ deliveries }: Contents): ReadonlyMap<string, readonly Delivery[]> {
  const told = new Map<string, Delivery[]>();
  const add = (event: string, delivery: Delivery) => told.set(event, [...(told.get(event) ?? []), delivery]);
  for (const delivery of deliveries) {
    add(eventOf(delivery._id), delivery);
    for (const key of delivery.settlements) add(eventOf(key), delivery);
  }
  return told;
}

const told = (contents: Contents) => {
  const deliveries = toldOf(contents);
  const heldBy = (roles: readonly Role[]) =>
    contents.people.filter((person) => person.grants.some(({ role }) => roles.includes(role)));
  return announcedIn(contents)
    .filter(({ id, type }) => heardBy[type] !== undefined && !contents.waiting.has(id))
    .flatMap(({ id, type, document }) => {
      const student = studentOf(contents, document);
      const reached = new Set((deliveries.get(id) ?? []).map(({ person }) => person));
      const isHeard = (hearer: Hearer): boolean => {
        if (hearer === 'anyone') return reached.size > 0;
        if (hearer === 'student') return reached.has(student);
        const holders = heldBy(rolesOf[hearer]).filter((person) => person._id !== student);
        return holders.length === 0 || holders.some((person) => reached.has(person._id));
      };
      return (heardBy[type] ?? [])
        .filter((hearer) => !isHeard(hearer))
        .map((hearer) => `${id} (${type}) was not told to: ${hearer}`);
    });
};

/** Told once: numbers without a gap, no two alike to one person, and of nothing that did not happen. */
const once = (contents: Contents) => {
  const events = new Set(announcedIn(contents).map(({ id }) => id));
  const sent = contents.deliveries.filter(({ kind }) => kind === 'send');
  const alike = repeated(
    sent.map((each) => `${eventOf(each._id)} to ${each.person}: ${JSON.stringify(each.message)}`),
  );
  const owners = new Set(contents.owners.map(({ name }) => name));
  const invented = sent.filter(({ _id }) => owners.has(_id.split('/')[0] ?? '') && !events.has(eventOf(_id)));
  return [
    ...alike.map((what) => `told twice: ${what}`),
    ...invented.map(({ _id }) => `${_id} tells of what did not happen`),
  ];
};

const ended = ({ deliveries }: Contents) =>
  deliveries.flatMap(({ _id, state, error, messageId, endedAt }) => {
    if (state === 'waiting') return [];
    if (endedAt === null) return [`${_id} is ${state} without a time`];
    if (state === 'sent') return messageId === null ? [`${_id} is sent and lies nowhere`] : [];
    return state !== 'superseded' && error === null ? [`${_id} is ${state} without a reason`] : [];
  });

const waiting = ({ deliveries }: Contents) =>
  deliveries.filter(({ state }) => state === 'waiting').map(({ _id }) => `${_id} still waits`);

export const noticeInvariants: readonly Invariant[] = [
  { number: 10, name: 'every event is told', holds: 'always', broken: told },
  { number: 10, name: 'told once', holds: 'always', broken: once },
  { number: 10, name: 'accepted, or failed for a recorded reason', holds: 'always', broken: ended },
  { number: 10, name: 'no delivery waits', holds: 'at rest', broken: waiting },
];
