// Every lookup that a message, a tap or a sending makes goes through an index, and a database of an earlier version
// comes to have the indexes of this one.
import type { mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliveries } from '../../../engine/notify/store.ts';
import { people } from '../../../engine/people/store.ts';
import { inboxEntries } from '../../../engine/store/inbox.ts';
import { bringIndexes, type Index, textIndex } from '../../../engine/store/indexes.ts';
import { timers } from '../../../engine/store/timers.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(emptyDatabase());
});
afterAll(() => world.close());

interface Plan {
  readonly stage: string;
  readonly indexName?: string;
  readonly inputStage?: Plan;
  readonly inputStages?: readonly Plan[];
}

/** The indexes of a plan; `none` where it reads the collection. */
const indexesOf = (plan: Plan): readonly string[] => {
  if (plan.stage === 'COLLSCAN') return ['none'];
  const inputs = [...(plan.inputStage ? [plan.inputStage] : []), ...(plan.inputStages ?? [])];
  return [...(plan.indexName ? [plan.indexName] : []), ...inputs.flatMap(indexesOf)];
};

type Sort = Readonly<Record<string, 1 | -1>>;
type Lookup = readonly [{ readonly name: string }, mongo.BSON.Document, string, Sort?];

const lookups: readonly Lookup[] = [
  [people, { 'chats.key': 'x' }, 'chats.key_texts'],
  [people, { 'chats.key': { $in: ['x', 'y'] } }, 'chats.key_texts'],
  [people, { iinHash: 'x' }, 'iinHash_texts'],
  [people, { 'guardian.person': 'x' }, 'guardian.person_searchName_texts', { searchName: 1 }],
  [people, { 'guardian.person': { $gte: '' } }, 'guardian.person_searchName_texts'],
  [people, { 'merges.state': 'asked' }, 'merges.state_texts'],
  [people, { 'merged.to': 'x' }, 'merged.to_texts'],
  [people, { 'merged.chats.key': 'x' }, 'merged.chats.key_texts'],
  [people, { 'erasure.askedAt': { $exists: true }, 'erasure.doneAt': null }, 'erasure.askedAt_1'],
  [deliveries, { card: 'x' }, 'card_texts'],
  [deliveries, { replaces: 'x' }, 'replaces_texts'],
  [deliveries, { chat: 'x', state: 'waiting' }, 'chat_1_state_1'],
  [deliveries, { person: 'x', state: 'blocked' }, 'person_createdAt'],
  [inboxEntries, { chat: 'x', state: 'waiting' }, 'state_1_chat_1_order_1', { order: 1 }],
  [inboxEntries, { chat: { $in: ['x', 'y'] }, state: { $in: ['done', 'dead'] } }, 'state_1_chat_1_order_1'],
  [inboxEntries, { reference: 'x' }, 'reference_texts'],
  [timers, { state: 'waiting', tryAt: { $lte: new Date(0) } }, 'tryAt_1'],
];

it.each(lookups.map(([{ name }, query, index, sort]) => ({ name, query, index, sort })))(
  '$name $query goes by $index',
  async ({ name, query, index, sort }) => {
    const found = world.ctx.db.collection(name).find(query);
    const { queryPlanner } = await (sort ? found.sort(sort) : found).explain('queryPlanner');
    const { winningPlan } = queryPlanner as { winningPlan: Plan & { queryPlan?: Plan } };
    expect(indexesOf(winningPlan.queryPlan ?? winningPlan)).toEqual([index]);
  },
);

describe('a database of an earlier version', () => {
  const items = () => world.ctx.db.collection('indexed_items') as unknown as mongo.Collection<never>;
  const names = async () => (await items().indexes()).map(({ name }) => name).sort();
  const declared: readonly Index[] = [
    textIndex('key', { unique: true }),
    { fields: { at: 1 }, options: { name: 'lately' } },
    { fields: { state: 1, at: 1 }, replaces: 'state_1' },
  ];

  beforeEach(async () => {
    await world.ctx.db.dropCollection('indexed_items');
    await items().createIndex(
      { key: 1 },
      { unique: true, partialFilterExpression: { key: { $type: 'string' } } },
    );
    await items().createIndex({ at: 1 }, { partialFilterExpression: { state: 'done' } });
    await items().createIndex({ state: 1 });
    await items().createIndex({ theirs: 1 });
    await items().insertMany([{ key: 'one' }, { key: null }, { key: null }] as never);
  });

  it('has the indexes of this one, none that they replace, and those that others made', async () => {
    await bringIndexes(items(), declared);
    expect(await names()).toEqual(['_id_', 'key_texts', 'lately', 'state_1_at_1', 'theirs_1']);
    await expect(items().insertOne({ key: 'one' } as never)).rejects.toMatchObject({ code: 11_000 });
  });

  it('is brought there by several processes at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => bringIndexes(items(), declared)));
    await bringIndexes(items(), declared);
    expect(await names()).toEqual(['_id_', 'key_texts', 'lately', 'state_1_at_1', 'theirs_1']);
  });
});
