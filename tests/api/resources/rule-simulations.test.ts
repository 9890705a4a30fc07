// A draft is simulated on the people there are: who would gain and lose, followed to its end, cancelled, lost with its process.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulationEvents } from '../../../api/routes/rule-simulation-events.ts';
import type { DraftContent } from '../../../engine/editions/draft-content.ts';
import { type RuleSimulation, ruleSimulations } from '../../../engine/editions/simulations.ts';
import { MINUTE, systemClock } from '../../../engine/kernel/clock.ts';
import { raisedHours } from '../../support/credit/raised-hours.ts';
import { emptyDatabase } from '../../support/services/fresh-database.ts';
import { cast } from '../access/cast.ts';
import { openServer, type Row, type Server } from './server.ts';
import { type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;
beforeAll(async () => {
  story = await tellStory(emptyDatabase());
  server = await openServer(story.ctx);
}, 60_000);
afterAll(async () => {
  await server.close();
  await story.close();
});

const FROM = '2027-01-01';
const SETS = '/v1/rule-sets';

async function drafted(set: string, minutes?: Readonly<Record<'20' | '50', number>>): Promise<string> {
  const opened = await server.post(cast.operator, `${SETS}/${set}/drafts`, { from: FROM });
  const { id, version, content } = opened.body as unknown as Row & { content: DraftContent };
  const url = `${SETS}/${set}/drafts/${id}`;
  if (minutes) {
    const { parameters, cases } = raisedHours(content, FROM, { minutes });
    await server.patch(
      cast.operator,
      url,
      { content: { parameters, cases } },
      { 'if-match': `"${version}"` },
    );
  }
  return url;
}

async function simulated(url: string): Promise<Row> {
  const started = await server.post(cast.operator, `${url}/simulate`);
  expect(started.status).toBe(202);
  const which = `${url}/simulations/${started.body.id}`;
  const state = async () => (await server.get(cast.operator, which)).body.state;
  await expect.poll(state, { timeout: 20_000 }).not.toBe('running');
  return (await server.get(cast.operator, which)).body;
}

it('tells whose percentage moves when the hours are raised, by region and by person', async () => {
  const found = await simulated(await drafted('credit.completion', { '20': 2_400, '50': 6_000 }));
  expect(found).toMatchObject({ state: 'done', on: FROM });
  const { all, regions, examples } = found.result as Record<string, Record<string, never>>;
  // Aliya has finished; Boran is at work, and his two hours wait to be confirmed.
  expect(all).toMatchObject({ total: 1, gain: 0, lose: 0 });
  expect(Object.values(regions ?? {}).reduce((sum, { total }) => sum + Number(total), 0)).toBe(1);
  expect(examples).toMatchObject({ gain: [], lose: [] });
});

it('judges every registered student by the rules for beginning', async () => {
  const found = await simulated(await drafted('credit.participation'));
  expect(found.result).toMatchObject({ all: { total: 2, gain: 0, lose: 0, move: 0 } });
});

it('is started once, however often it is asked for', async () => {
  const url = await drafted('credit.completion');
  const ids = [];
  for (let n = 0; n < 2; n += 1)
    ids.push((await server.post(cast.operator, `${url}/simulate`, {}, 'the-same-wish')).body.id);
  expect(new Set(ids).size).toBe(1);
});

it('is not run on a draft with faults, or where a programme keeps nobody', async () => {
  const faulty = await drafted('credit.completion', { '20': -1, '50': 'many' as never });
  expect((await server.post(cast.operator, `${faulty}/simulate`)).status).toBe(400);
  const answer = await server.post(cast.operator, `${await drafted('grant.activity')}/simulate`);
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ value: 'grant.activity' }] } });
});

it('that was cancelled, or died with its process, says so', async () => {
  const url = await drafted('credit.completion');
  const now = systemClock.now();
  const draft = url.split('/').at(-1) ?? '';
  const put = async (_id: string, age: number) => {
    const at = new Date(now.getTime() - age);
    const document = { _id, draft, version: 1, on: FROM, by: 'key:operator', state: 'running' as const };
    await ruleSimulations
      .on(story.ctx.db)
      .create([{ ...document, judged: 5, result: null, startedAt: at, aliveAt: at }]);
    return `${url}/simulations/${_id}`;
  };
  const lost = await put('aaaaaaaaaaaaaaaa', 2 * MINUTE);
  expect((await server.get(cast.operator, lost)).body).toMatchObject({ state: 'failed', judged: 5 });
  const running = await put('bbbbbbbbbbbbbbbb', 0);
  expect((await server.post(cast.operator, `${running}/cancel`)).body).toMatchObject({ state: 'cancelled' });
  expect((await server.post(cast.operator, `${running}/cancel`)).body).toMatchObject({ state: 'cancelled' });
});

it('counts who would qualify: by the rules in force, and by a draft beside what it changes', async () => {
  const now = await server.post(cast.operator, `${SETS}/credit.completion/count`, { on: '2026-10-05' });
  expect(now).toMatchObject({ status: 200, body: { on: '2026-10-05', total: 1, met: 0 } });
  const draft = await drafted('credit.completion', { '20': 2_400, '50': 6_000 });
  const byDraft = await server.post(cast.operator, `${draft}/count`);
  expect(byDraft.body).toEqual({ on: FROM, total: 1, met: 0, before: 0, asOf: expect.any(String) });
  const beginners = await server.post(cast.operator, `${SETS}/credit.participation/count`, {});
  // Aliya has her credit of the year, Boran is at work.
  expect(beginners.body).toMatchObject({ total: 2, met: 0 });
  const nobody = await server.post(cast.operator, `${SETS}/badge.bronze/count`, {});
  expect(nobody).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '/id', value: 'badge.bronze' }] },
  });
});

it('is watched as it comes along, to its end', async () => {
  const url = await drafted('credit.completion', { '20': 2_400, '50': 6_000 });
  const started = await server.post(cast.operator, `${url}/simulate`);
  const which = `${url}/simulations/${started.body.id}`;
  const { text, headers, status } = await server.get(cast.operator, `${which}/events`);
  expect([status, headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const events = text.trimEnd().split('\n\n');
  expect(events.at(-1)).toMatch(/^event: done\ndata: \{.*\}$/);
  const last = JSON.parse(events.at(-1)?.split('data: ')[1] ?? '');
  expect(last).toEqual((await server.get(cast.operator, which)).body);
  expect(events.slice(0, -1).every((each) => each.startsWith('event: progress\ndata: {"judged":'))).toBe(
    true,
  );
});

it('that was cancelled or lost ends the watching; one that goes on is let go when the server closes', async () => {
  const running = { state: 'running', judged: 0 } as RuleSimulation;
  const of = async (simulations: readonly RuleSimulation[], isOver = () => false) => {
    const left = [...simulations];
    const look = async () => left.shift() ?? running;
    const told: string[] = [];
    for await (const each of simulationEvents({ look, shown: ({ state }) => state, isOver })) told.push(each);
    return told.map((each) => each.split('\n')[0]);
  };
  const judged = { ...running, judged: 500 };
  expect(await of([running, running, judged, { ...judged, state: 'cancelled' }])).toEqual([
    'event: progress',
    'event: progress',
    'event: cancelled',
  ]);
  expect(await of([{ ...running, state: 'failed' }])).toEqual(['event: failed']);
  expect(await of([], () => true)).toEqual(['event: progress']);
});
