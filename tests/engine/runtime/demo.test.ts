// The demo of all programmes: somebody midway in each, dated from its first day, one operator, and over again.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootstrapKey } from '../../../api/auth/bootstrap.ts';
import { apiKeys } from '../../../engine/access/store.ts';
import { chatKey } from '../../../engine/kernel/chat.ts';
import { DAY, ManualClock } from '../../../engine/kernel/clock.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { demoPersonas } from '../../../engine/runtime/demo/personas.ts';
import { demoRun, seedDemo } from '../../../engine/runtime/demo/seed.ts';
import { startingOver } from '../../../engine/runtime/demo/start-over.ts';
import { writeSetting } from '../../../engine/store/settings.ts';
import { testContext } from '../../support/engine-context.ts';
import { giveBack, openStore } from '../../support/services/fresh-database.ts';
import { withTiny } from '../../tiny/registry.ts';

const FIRST_DAY = '2027-02-01T06:00:00Z';

let ctx: EngineContext;
let clock: ManualClock;
beforeAll(async () => {
  clock = new ManualClock(FIRST_DAY);
  ctx = testContext(await openStore(), clock, { programmes: withTiny });
  await seedDemo(ctx);
});
afterAll(() => giveBack(ctx.db));

const personOf = async ({ address }: Awaited<ReturnType<typeof demoPersonas>>[number]) =>
  personOfChat(ctx, chatKey(address));

it('has somebody midway in each programme, and somebody who has not begun', async () => {
  const personas = await demoPersonas(ctx);
  for (const { id, title, personal } of ctx.programmes) {
    const own = personas.filter(({ group }) => group === title);
    const known = (await Promise.all(own.map(personOf))).flatMap((each) => (each ? [each._id] : []));
    const taking = await Promise.all(known.map((each) => personal.hasRecords(ctx, each)));
    expect(taking, id).toContain(true);
    expect(
      own.filter(({ name }) => name === null),
      id,
    ).not.toEqual([]);
  }
});

it('groups personas by programme, and has one operator, who is of none', async () => {
  const personas = await demoPersonas(ctx);
  const groups = [...new Set(personas.map(({ group }) => group))];
  expect(groups).toEqual([...withTiny.map(({ title }) => title), 'web:demo.every-programme']);
  const operators = [];
  for (const each of personas) {
    const grants = (await personOf(each))?.grants ?? [];
    if (grants.some(({ role }) => role === 'operator')) operators.push(each.id);
  }
  expect(operators).toEqual(['operator']);
  expect(new Set(personas.map(({ id }) => id)).size).toBe(personas.length);
});

it('dates its cases from its first day', async () => {
  const [project] = await ctx.db.collection('credit_projects').find().toArray();
  expect(project?.from).toBe('2027-01-11');
  const slots = project?.slots.map(({ startsAt }: { startsAt: Date }) => startsAt.getTime());
  expect(slots.filter((at: number) => at > clock.now().getTime()).length).toBeGreaterThan(2);
  const students = await ctx.db.collection('credit_students').find().toArray();
  const entries = students.flatMap(({ credits }) =>
    credits.flatMap((credit: { entries: unknown[] }) => credit.entries),
  );
  const waiting = entries.filter(({ state }: { state: string }) => state === 'reported');
  expect(waiting).toMatchObject([{ minutes: 120 }]);
  const ages = entries.map(({ date }: { date: string }) => (clock.now().getTime() - Date.parse(date)) / DAY);
  expect(Math.max(...ages)).toBeLessThan(21);
  expect(Math.min(...ages)).toBeGreaterThan(0);
});

it('starts over: everything is as on the first day, but the keys of the API', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'qadam-demo-'));
  await bootstrapKey(ctx, directory);
  rmSync(directory, { recursive: true });
  await writeSetting(ctx, 'bot-of/participant', 'somebody_bot');
  const before = await pictureOf();
  const run = await demoRun(ctx);
  clock.advance(40 * DAY);
  await ctx.db.collection('web_messages').insertOne({ _id: 'participant.web.demo-student/1' } as never);
  await ctx.db.collection('tiny_walks').updateMany({}, { $set: { state: 'over' } });
  const startOver = startingOver(ctx, { reset: async () => clock.set(FIRST_DAY) });
  await Promise.all([startOver(), startOver()]);
  expect(await pictureOf()).toEqual(before);
  expect(await demoRun(ctx)).not.toBe(run);
  expect(await ctx.db.collection('web_messages').countDocuments()).toBe(0);
  expect(await apiKeys.on(ctx.db).estimatedDocumentCount()).toBe(1);
  const bots = await ctx.db
    .collection('settings')
    .find({ _id: 'bot-of/participant' as never })
    .toArray();
  expect(bots).toMatchObject([{ value: 'somebody_bot' }]);
});

/** Who there is, and where everybody stands. */
async function pictureOf(): Promise<object> {
  const walks = await ctx.db.collection('tiny_walks').find().toArray();
  const students = await ctx.db.collection('credit_students').find().toArray();
  const counted = ['people', 'organisations', 'credit_projects', 'seats', 'universities'];
  return {
    personas: await demoPersonas(ctx),
    walks: walks.map(({ state, wish, since }) => ({ state, wish, since })),
    hours: students.map(({ credits }) =>
      credits.map((each: { entries: { date: string; state: string }[] }) =>
        each.entries.map(({ date, state }) => [date, state]),
      ),
    ),
    counts: await Promise.all(counted.map((name) => ctx.db.collection(name).estimatedDocumentCount())),
  };
}
