// What the scenario leaves behind, without what may differ from run to run (times, random ids): two runs that did the
// same leave the same.
import type { Connection } from 'mongoose';

export type Left = Readonly<Record<string, readonly string[]>>;

type Document = Readonly<Record<string, unknown>>;

export async function whatIsLeft(db: Connection): Promise<Left> {
  const all = async (name: string, tell: (document: Document) => unknown, which = {}) => {
    const documents = (await db.collection(name).find(which).toArray()) as unknown as readonly Document[];
    return documents.map((document) => JSON.stringify(tell(document))).sort();
  };
  return {
    people: await all('people', ({ name, v, grants, iinHash }) => [name, v, grants, iinHash]),
    organisations: await all('organisations', ({ _id, v, accreditation }) => [_id, v, accreditation]),
    projects: await all('credit_projects', ({ _id, v, state }) => [_id, v, state]),
    students: await all('credit_students', studentOf),
    payouts: await all('credit_payouts', ({ _id, v, state, amount }) => [_id, v, state, amount]),
    recredits: await all('credit_recredits', ({ _id, v, state, academicCredits }) => [
      ...[_id, v, state, academicCredits],
    ]),
    seats: await all('seats', ({ _id, left, holders }) => [
      ...[withoutChance(_id), left, (holders as unknown[]).length],
    ]),
    timers: await all('timers', ({ _id }) => _id),
    notices: await all('deliveries', ({ _id, state }) => [_id, state], {
      // How a card is settled, before it went out or afterwards, is a matter of the moment.
      kind: { $ne: 'settle' },
    }),
    audit: await all('audit', ({ _id, action, command }) => [_id, action, withoutChance(command)]),
    updates: await all('inbox', ({ _id, state }) => [_id, state]),
  };
}

/** Interview times, places and links have a part of their id from a lottery. */
const withoutChance = (id: unknown): string =>
  String(id)
    .replace(/([./])[2-9a-z]{6}$/, '$1*')
    .replace(/^identity:.*/, 'identity:*');

const studentOf = ({ _id, v, interviews, credits }: Document) => [
  ...[_id, v],
  (interviews as readonly Document[]).map(({ id, state }) => [id, state]),
  (credits as readonly Document[]).map(({ id, state, target, entries, entitlement }) => [
    ...[id, state, target, moneyOf(entitlement)],
    (entries as readonly Document[]).map((entry) => [entry.id, entry.state, entry.minutes, entry.date]),
  ]),
];

const moneyOf = (entitlement: unknown) => {
  const { payoutTenge, academicCredits } = (entitlement ?? {}) as Document;
  return [payoutTenge, academicCredits];
};

/** In words, what is in one and not in the other. */
export function differences(expected: Left, found: Left): readonly string[] {
  return Object.keys(expected).flatMap((part) => {
    const before = new Set(expected[part]);
    const after = new Set(found[part]);
    return [
      ...[...before].filter((each) => !after.has(each)).map((each) => `${part} lacks ${each}`),
      ...[...after].filter((each) => !before.has(each)).map((each) => `${part} also has ${each}`),
    ];
  });
}
