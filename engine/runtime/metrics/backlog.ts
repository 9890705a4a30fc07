// What waits in the database, measured when Prometheus asks: one look serves all figures of a scrape. Knows numbers
// only, never whose they are. Every look goes along an index; nothing is counted that grows with the years.
import { Gauge, type Registry } from 'prom-client';
import { desks } from '../../kernel/chat.ts';
import { HOUR } from '../../kernel/clock.ts';
import { yearsToConfirm } from '../../reference/calendar/years.ts';
import { ownerCollections } from '../../store/audit-heads.ts';
import type { StoreContext } from '../../store/context.ts';

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}
type Look = (ctx: StoreContext) => Promise<readonly Sample[]>;

const one = (value: number): readonly Sample[] => [{ labels: {}, value }];

const looks: Readonly<Record<string, { help: string; labels: readonly string[]; look: Look }>> = {
  qadam_inbox_waiting: {
    help: 'Updates that were taken in and not handled yet.',
    labels: ['desk', 'channel'],
    look: (ctx) =>
      grouped(ctx, 'inbox', { state: 'waiting' }, { desk: '$desk', channel: '$channel' }, { $sum: 1 }),
  },
  qadam_inbox_oldest_seconds: {
    help: 'How long the oldest of them has waited.',
    labels: [],
    look: async (ctx) => one(await ageOf(ctx, 'inbox', { state: 'waiting' }, 'receivedAt')),
  },
  qadam_inbox_dead: {
    help: 'Updates given up in the last day: each was answered with a reference.',
    labels: [],
    look: async (ctx) =>
      one(await count(ctx, 'inbox', { state: 'dead', endedAt: { $gte: ago(ctx, 24 * HOUR) } })),
  },
  qadam_calendar_unconfirmed_years: {
    help: 'Years that terms reach into and whose working days nobody has confirmed.',
    labels: [],
    look: async (ctx) => one((await yearsToConfirm(ctx)).length),
  },
  qadam_outbox_waiting: {
    help: 'Documents whose events or audit records wait to be carried.',
    labels: ['collection'],
    look: async (ctx) =>
      Promise.all(
        (await ownerCollections(ctx)).map(async (collection) => ({
          labels: { collection },
          value: await count(ctx, collection, waitingOutbox),
        })),
      ),
  },
  qadam_outbox_oldest_seconds: {
    help: 'How long the oldest of these events has waited.',
    labels: [],
    look: async (ctx) => {
      const ages = (await ownerCollections(ctx)).map((name) => ageOf(ctx, name, waitingOutbox, 'outbox.at'));
      return one(Math.max(0, ...(await Promise.all(ages))));
    },
  },
  qadam_deliveries_waiting: {
    help: 'Notices that wait to be sent.',
    labels: ['desk'],
    look: (ctx) => grouped(ctx, 'deliveries', waitingDelivery, { desk: '$desk' }, { $sum: 1 }),
  },
  qadam_deliveries_oldest_due_seconds: {
    help: 'For how long the notice that has been due longest has been due.',
    labels: [],
    look: async (ctx) => {
      const due = { ...waitingDelivery, notBefore: { $lte: ctx.clock.now(), $gt: new Date(0) } };
      return one(await ageOf(ctx, 'deliveries', due, 'notBefore'));
    },
  },
  qadam_deliveries_ended_last_hour: {
    help: 'Notices that ended in the last hour, by how.',
    labels: ['state'],
    look: (ctx) =>
      grouped(ctx, 'deliveries', { endedAt: { $gte: ago(ctx, HOUR) } }, { state: '$state' }, { $sum: 1 }),
  },
  qadam_timers_overdue: {
    help: 'Stored due dates that have passed and were not dealt with.',
    labels: [],
    look: async (ctx) =>
      one(await count(ctx, 'timers', { state: 'waiting', dueAt: { $lte: ctx.clock.now() } })),
  },
  qadam_seats_full: {
    help: 'Projects and interview times without a free place.',
    labels: [],
    look: async (ctx) => one(await count(ctx, 'seats', { left: 0 })),
  },
  qadam_audit_checkpoint_age_seconds: {
    help: 'Since the newest signed checkpoint of the audit trail.',
    labels: [],
    look: async (ctx) => {
      const [newest] = await ctx.db
        .collection('audit_checkpoints')
        .find({})
        .sort({ _id: -1 })
        .limit(1)
        .toArray();
      return newest ? one(secondsSince(ctx, newest.at as Date)) : [];
    },
  },
  qadam_database_ping_seconds: {
    help: 'How long the database takes to answer.',
    labels: [],
    look: async (ctx) => {
      const started = performance.now();
      await ctx.db.db?.admin().ping();
      return one((performance.now() - started) / 1_000);
    },
  },
};

const waitingOutbox = { 'outbox.id': { $gt: '' } };
/** At every desk there is: with them an index knows which wait. */
const waitingDelivery = { state: 'waiting', desk: { $in: [...desks] } };
/** A backlog beyond this is reported as this: counting it further would only add to it. */
const COUNTED = 100_000;

/** Milliseconds for which a figure is not looked up again: a page that anybody may ask for must not load the database. */
const FRESH = 5_000;

/** Adds the figures to a registry. One that cannot be had is left out of the scrape: the others still come. */
export function measureBacklog(registry: Registry, ctx: StoreContext, fresh = FRESH): void {
  for (const [name, { help, labels, look }] of Object.entries(looks)) {
    let looked = Number.NEGATIVE_INFINITY;
    let found: Promise<readonly Sample[]> = Promise.resolve([]);
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      async collect() {
        if (performance.now() - looked > fresh) {
          looked = performance.now();
          found = look(ctx).catch((): readonly Sample[] => []);
        }
        const samples = await found;
        this.reset();
        for (const each of samples) this.set(each.labels, each.value);
      },
    });
  }
}

const ago = (ctx: StoreContext, milliseconds: number): Date =>
  new Date(ctx.clock.now().getTime() - milliseconds);

const secondsSince = (ctx: StoreContext, at: Date): number =>
  Math.max(0, (ctx.clock.now().getTime() - at.getTime()) / 1_000);

const count = (ctx: StoreContext, collection: string, filter: object): Promise<number> =>
  ctx.db.collection(collection).countDocuments(filter, { limit: COUNTED });

async function grouped(
  ctx: StoreContext,
  collection: string,
  filter: object,
  by: Readonly<Record<string, string>>,
  value: object,
): Promise<readonly Sample[]> {
  const stages = [{ $match: filter }, { $limit: COUNTED }, { $group: { _id: by, value } }];
  const found = await ctx.db.collection(collection).aggregate(stages).toArray();
  return found.map(({ _id, value: sum }) => ({ labels: _id as Record<string, string>, value: Number(sum) }));
}

/** Age of the oldest of what a filter finds; 0 where it finds nothing. */
async function ageOf(ctx: StoreContext, collection: string, filter: object, field: string): Promise<number> {
  const stages = [
    { $match: filter },
    { $limit: COUNTED },
    { $project: { at: { $min: `$${field}` } } },
    { $group: { _id: null, at: { $min: '$at' } } },
  ];
  const [oldest] = await ctx.db.collection(collection).aggregate(stages).toArray();
  return oldest?.at instanceof Date ? secondsSince(ctx, oldest.at) : 0;
}
