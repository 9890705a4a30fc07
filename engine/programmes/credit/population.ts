// Everyone whom the credit programme's rules judge, as they stand today, for simulations: those at work on a credit as if
// their head approved now, and registered students as if they began the smallest credit. Reads in batches.
import { trusted } from 'mongoose';
import { ahead } from '../../kernel/ahead.ts';
import { calendarYear, type LocalDate, localDate } from '../../kernel/calendar.ts';
import { organisations } from '../../organisations/store.ts';
import { type Person, people } from '../../people/store.ts';
import type { Facts, Subject } from '../../rules/rule-book.ts';
import { readsAll } from '../../store/indexes.ts';
import type { EngineContext } from '../context.ts';
import type { FactSource, Population } from '../programme.ts';
import { participationFacts } from './facts.ts';
import { activeCreditStates, targets } from './states.ts';
import { type CreditStudent, students } from './store.ts';

const BATCH = 1_000;

export const populations: readonly Population[] = [
  { set: 'credit.completion', subjects: atWork, found: creditsAtWork },
  { set: 'credit.participation', subjects: wouldBegin },
];

/** Credits at work with what `completionFacts` says of them, worked out where they are kept. */
async function creditsAtWork(ctx: EngineContext): Promise<FactSource> {
  const accredited = await organisations.on(ctx.db).distinct('_id', {
    ...readsAll,
    accreditation: 'accredited',
  } as never);
  const active = { 'credits.state': { $in: [...activeCreditStates] } };
  const confirmed = {
    input: '$credits.entries',
    as: 'entry',
    cond: { $eq: ['$$entry.state', 'confirmed'] },
  };
  const minutes = { input: { $filter: confirmed }, as: 'entry', in: '$$entry.minutes' };
  const credit = {
    targetHours: '$credits.target',
    confirmedMinutes: { $sum: { $map: minutes } },
    headApprovedReport: { $literal: true },
    organisationAccredited: { $in: ['$credits.organisationId', { $literal: accredited }] },
  };
  return {
    collection: students.name,
    stages: [
      { $match: active },
      { $unwind: '$credits' },
      { $match: active },
      { $project: { facts: { credit }, ...whichCredit } },
    ],
  };
}

/** Which credit it is, and under which day's rules. */
const whichCredit = {
  credit: '$credits.id',
  startedOn: '$credits.startedOn',
  rulesOn: '$credits.rulesOn',
};

export async function* atWork(ctx: EngineContext): AsyncIterable<readonly (Subject & OfCredit)[]> {
  const { stages } = await creditsAtWork(ctx);
  const found = students.raw(ctx.db).aggregate<AtWork>([...stages], { batchSize: BATCH });
  for await (const batch of ahead(batchesOf<AtWork>(found))) {
    const regions = await regionsOf(ctx, batch);
    yield batch.map(({ _id, facts: { credit }, credit: id, startedOn, rulesOn }) => ({
      ...{ id, begun: startedOn, under: rulesOn ?? startedOn },
      person: _id,
      region: regions.get(_id) ?? null,
      facts: Object.fromEntries(Object.entries(credit).map(([name, value]) => [`credit.${name}`, value])),
    }));
  }
}

interface OfCredit {
  readonly id: string;
  readonly begun: LocalDate;
  readonly under: LocalDate;
}

interface AtWork {
  readonly _id: string;
  readonly credit: string;
  readonly startedOn: LocalDate;
  readonly rulesOn?: LocalDate;
  readonly facts: { readonly credit: Facts };
}

async function* wouldBegin(ctx: EngineContext, on: LocalDate): AsyncIterable<readonly Subject[]> {
  const now = ctx.clock.now();
  // Hours count by calendar year: another year begins anew.
  const year = on.slice(0, 4) === localDate(now).slice(0, 4) ? calendarYear(now) : Number(on.slice(0, 4));
  const registered = { ...readsAll, student: trusted({ $ne: null }) };
  for await (const batch of batchesOf<Person>(
    people
      .on(ctx.db)
      .find(registered as never)
      .lean()
      .cursor(),
  )) {
    const ids = trusted({ $in: batch.map(({ _id }) => _id) });
    const found = (await students
      .on(ctx.db)
      .find({ _id: ids } as never)
      .lean()) as CreditStudent[];
    const works = new Map(found.map((each) => [each._id, each]));
    yield batch.map((person) => ({
      person: person._id,
      region: person.region,
      facts: participationFacts(person, works.get(person._id) ?? unopened(person), targets[0], year, now, 0),
    }));
  }
}

/** A student who has not begun anything yet has no document. */
const unopened = ({ _id }: Person) => ({ _id, interviews: [], credits: [] }) as unknown as CreditStudent;

async function regionsOf(ctx: EngineContext, batch: readonly { readonly _id: string }[]) {
  const ids = { $in: batch.map(({ _id }) => _id) };
  const found = await people
    .raw(ctx.db)
    .find({ _id: ids }, { projection: { region: 1 } })
    .toArray();
  return new Map(found.map(({ _id, region }) => [_id, region]));
}

async function* batchesOf<T>(cursor: AsyncIterable<unknown>): AsyncIterable<readonly T[]> {
  let batch: T[] = [];
  for await (const each of cursor) {
    batch.push(each as T);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
