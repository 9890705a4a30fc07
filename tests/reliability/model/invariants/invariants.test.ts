// Each invariant sees the fault that it is there for: a sound world, one thing in it altered, and the name of what broke.
import { beforeAll, describe, expect, it } from 'vitest';
import { openModelWorld } from '../world/world.ts';
import { violationsIn } from './check.ts';
import { type Contents, readContents } from './contents.ts';
import { stored } from './inbox.ts';

let sound: Contents;

beforeAll(async () => {
  const world = await openModelWorld();
  await world.begin(world.moments - 1);
  sound = await readContents(world.db);
  await world.close();
}, 120_000);

/** Loose on purpose: what is altered here is what no type would let through. */
type Loose = Record<string, Record<string, unknown>[]>;

const alter = (change: (contents: Loose) => void): Contents => {
  const copy = structuredClone(sound);
  change(copy as unknown as Loose);
  return copy;
};

const first = (list: unknown, where: (each: Record<string, unknown>) => boolean = () => true) => {
  const found = (list as Record<string, unknown>[]).find(where);
  if (!found) throw new Error('there is nothing to alter');
  return found;
};

const worker = (contents: Loose) => first(contents.students, ({ credits }) => (credits as []).length > 0);
const credit = (contents: Loose) => first(worker(contents).credits);
const entries = (contents: Loose) => credit(contents).entries as Record<string, unknown>[];
const record = (contents: Loose, action: string) =>
  first(
    [...(contents.chains as unknown as Map<string, []>).values()].flat(),
    (each) => each.action === action,
  );
const again = (list: unknown, n = 1) => {
  const all = list as Record<string, unknown>[];
  for (let count = 0; count < n; count += 1) all.push(structuredClone(first(all)));
};
const interview = (contents: Loose) => first(worker(contents).interviews);

const faults: readonly (readonly [name: string, change: (contents: Loose) => void])[] = [
  [
    'open interviews and participation',
    (c) => {
      again(worker(c).interviews, 4);
      for (const each of worker(c).interviews as Record<string, unknown>[]) each.state = 'booked';
    },
  ],
  ['credits of a year', (c) => again(worker(c).credits)],
  ['no overlapping hours', (c) => again(entries(c))],
  ['hours confirmed once', (c) => again(entries(c))],
  ["the ledger's sum is the total", (c) => Object.assign(first(entries(c)), { minutes: 1 })],
  ['no more holders than seats', (c) => Object.assign(first(c.seats), { left: -1 })],
  [
    'every booking and participation has its seat',
    (c) => Object.assign(interview(c), { placeHolder: 'another' }),
  ],
  [
    'no seat leaks',
    (c) => (first(c.seats).holders as unknown[]).push({ id: 'nobody', at: new Date('2026-10-05T00:00:00Z') }),
  ],
  ['no saga is left half done', (c) => Object.assign(interview(c), { state: 'inviting' })],
  ['decided by whoever was entitled', (c) => Object.assign(first(entries(c)), { decidedBy: 'a stranger' })],
  ['decided by whoever was entitled', (c) => Object.assign(first(entries(c)), { decidedBy: worker(c)._id })],
  ['payouts of approved reports, exact', (c) => Object.assign(first(c.payouts), { amount: 20_001 })],
  ['payouts of approved reports, exact', (c) => Object.assign(credit(c), { state: 'working' })],
  [
    'paid once',
    (c) => {
      const paid = { what: 'payout', id: first(c.payouts)._id, from: 'ordered', to: 'paid' };
      Object.assign(record(c, 'payout ordered'), { details: { transitions: [paid, paid] } });
    },
  ],
  ['what is approved is ordered and granted', (c) => c.payouts?.splice(0)],
  ['academic credits granted once, exact', (c) => Object.assign(first(c.recredits), { academicCredits: 5 })],
  ['states move along declared edges', (c) => Object.assign(first(c.payouts), { state: 'paid' })],
  ['every event is told', (c) => c.deliveries?.splice(0)],
  ['told once', (c) => again(c.deliveries)],
  [
    'accepted, or failed for a recorded reason',
    (c) =>
      Object.assign(
        first(c.deliveries, ({ state }) => state === 'sent'),
        { messageId: null },
      ),
  ],
  ['no delivery waits', (c) => Object.assign(first(c.deliveries), { state: 'waiting' })],
  ['no update waits', (c) => c.inbox?.push({ _id: 'one', state: 'waiting', endedAt: null, reference: null })],
  [
    'updates end with a time and, dead, a reference',
    (c) =>
      c.inbox?.push({
        _id: 'one',
        state: 'dead',
        endedAt: new Date('2026-10-05T00:00:00Z'),
        reference: null,
      }),
  ],
  [
    'audit without gaps, each linked to the one before',
    (c) =>
      (c.chains as unknown as Map<string, unknown[]>).get(`credit_students/${worker(c)._id}`)?.splice(2, 1),
  ],
  ['hashes valid', (c) => Object.assign(record(c, 'hours confirmed'), { actor: 'person:another' })],
  ['every outbox is carried', (c) => (first(c.owners).outbox as unknown[]).push({ kind: 'event', id: 'e' })],
  [
    'no command has a second effect',
    (c) => Object.assign(record(c, 'interview booked'), { command: record(c, 'interview wished').command }),
  ],
];

describe('the invariants', () => {
  it('find nothing in a sound world', () => {
    expect(violationsIn(sound, { atRest: true })).toEqual([]);
  });

  it.each(faults)('see that it is broken: %s', (name, change) => {
    const found = violationsIn(alter(change), { atRest: true });
    expect(found.map((each) => each.name)).toContain(name);
  });

  it('see an acknowledged update that is not stored', () => {
    const besides = [stored(['participant.telegram/1'])];
    expect(violationsIn(sound, { atRest: false, besides })).toMatchObject([{ invariant: 11 }]);
  });
});
