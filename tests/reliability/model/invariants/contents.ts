// Everything that the invariants look at, read from the database as it lies there, past all of the product's own reading.
// Read while nothing writes: it is not a snapshot.
import type { Connection } from 'mongoose';
import type { Delivery } from '../../../../engine/notify/store.ts';
import type { Person } from '../../../../engine/people/store.ts';
import type { CreditStudent, Payout, Project, Recredit } from '../../../../engine/programmes/credit/store.ts';
import type { Programme } from '../../../../engine/programmes/programme.ts';
import { programmes } from '../../../../engine/programmes/registry.ts';
import { partsOf } from '../../../../engine/programmes/rooms.ts';
import { audits } from '../../../../engine/store/audit.ts';
import type { inboxEntries } from '../../../../engine/store/inbox.ts';
import type { AuditRecord, Bookkeeping, StoredEvent } from '../../../../engine/store/owned.ts';
import type { seats } from '../../../../engine/store/seats.ts';
import type { Timer } from '../../../../engine/store/timers.ts';

type Seat = ReturnType<typeof seats.check>;
type InboxEntry = ReturnType<typeof inboxEntries.check>;

/** An owner document with the name of its collection. */
export interface Owner extends Bookkeeping {
  readonly name: string;
}

export interface Contents {
  readonly owners: readonly Owner[];
  readonly students: readonly CreditStudent[];
  readonly projects: readonly Project[];
  readonly payouts: readonly Payout[];
  readonly recredits: readonly Recredit[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  readonly timers: readonly Timer[];
  readonly deliveries: readonly Delivery[];
  readonly inbox: readonly InboxEntry[];
  /** By document (`<collection>/<id>`), in order: what was carried out and what still waits in its outbox. */
  readonly chains: ReadonlyMap<string, readonly AuditRecord[]>;
  /** Events that still wait, by id. */
  readonly waiting: ReadonlyMap<string, StoredEvent>;
}

const ownerNamesOf = (registry: readonly Programme[]): readonly string[] =>
  partsOf({ programmes: registry }).flatMap((each) => each.owners.map(({ name }) => name));

const besides = [audits.name, 'seats', 'timers', 'deliveries', 'inbox'] as const;

/** @param registry whose owner documents there are: the product's programmes, or those that a model plays */
export async function readContents(
  db: Connection,
  registry: readonly Programme[] = programmes,
): Promise<Contents> {
  const ownerNames = ownerNamesOf(registry);
  const byName = await readAll(db, [...ownerNames, ...besides]);
  const of = <T>(name: string) => (byName.get(name) ?? []) as readonly T[];
  const owners = ownerNames.flatMap((name) => of<Bookkeeping>(name).map((each) => ({ ...each, name })));
  const outboxes = owners.flatMap((each) => each.outbox);
  return {
    owners,
    students: of('credit_students'),
    projects: of('credit_projects'),
    payouts: of('credit_payouts'),
    recredits: of('credit_recredits'),
    people: of('people'),
    seats: of('seats'),
    timers: of('timers'),
    deliveries: of('deliveries'),
    inbox: of('inbox'),
    chains: chainsOf([...of<AuditRecord>(audits.name), ...outboxes.filter((each) => each.kind === 'audit')]),
    waiting: new Map(outboxes.filter((each) => each.kind === 'event').map((each) => [each.id, each])),
  };
}

/** All collections in one request: the model asks after each of its steps. */
async function readAll(
  db: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const named = (name: string) => [{ $project: { _id: 0, name: { $literal: name }, document: '$$ROOT' } }];
  const [first = '', ...others] = names;
  const pipeline = [
    ...named(first),
    ...others.map((coll) => ({ $unionWith: { coll, pipeline: named(coll) } })),
  ];
  const found = (await db.collection(first).aggregate(pipeline, { batchSize: 10_000 }).toArray()) as {
    readonly name: string;
    readonly document: unknown;
  }[];
  const byName = new Map<string, unknown[]>(names.map((name) => [name, []]));
  for (const { name, document } of found) byName.get(name)?.push(document);
  return byName;
}

/** A record that was carried out and not yet removed from its outbox is one record. */
function chainsOf(records: readonly AuditRecord[]): ReadonlyMap<string, readonly AuditRecord[]> {
  const chains = new Map<string, Map<string, AuditRecord>>();
  for (const record of records) {
    const chain = chains.get(record.document) ?? new Map<string, AuditRecord>();
    // Under their hashes: two different records of one number must both be seen.
    chains.set(record.document, chain.set(`${record.seq}/${record.hash}`, record));
  }
  return new Map(
    [...chains].map(([document, chain]) => [document, [...chain.values()].sort((a, b) => a.seq - b.seq)]),
  );
}
