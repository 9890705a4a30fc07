// An operator's story through the API alone: a draft from the edition in force, its faults, its cases, four eyes, the day
// from which it decides, and the way back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftContent } from '../../../engine/editions/draft-content.ts';
import { followRules, type LiveRules } from '../../../engine/editions/live-rules.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { addDays } from '../../../engine/kernel/calendar.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { studentStatus } from '../../../engine/programmes/credit/programme.ts';
import { students } from '../../../engine/programmes/credit/store.ts';
import { openStage } from '../../engine/editions/stage.ts';
import { newHost } from '../../support/credit/cast.ts';
import { aCredit, anEntry } from '../../support/credit/credits.ts';
import { put } from '../../support/credit/ground.ts';
import { raisedHours } from '../../support/credit/raised-hours.ts';
import { openServer, type Row, type Server } from './server.ts';

const grants = [{ role: 'operator' as const, scope: 'all' }];
const aigul: Actor = { kind: 'key', id: 'operator-aigul', grants };
const bolat: Actor = { kind: 'key', id: 'operator-bolat', grants };
const FROM = '2027-01-01';
const SET = '/v1/rule-sets/credit.completion';
const facts = {
  'credit.targetHours': 20,
  'credit.confirmedMinutes': 1200,
  'credit.headApprovedReport': true,
  'credit.organisationAccredited': true,
};

let ctx: EngineContext;
let stage: Awaited<ReturnType<typeof openStage>>;
let server: Server;
let live: LiveRules;
beforeAll(async () => {
  stage = await openStage();
  live = await followRules(stage.ctx.db);
  ctx = {
    ...stage.ctx,
    get rules() {
      return live.book;
    },
  };
  server = await openServer(ctx);
}, 60_000);
afterAll(async () => {
  live.stop();
  await server.close();
  await stage.close();
});

type Draft = Row & { readonly id: string; readonly version: number; readonly content: DraftContent };

const open = async (body: object = { from: FROM, reason: 'Twenty hours became twenty-five' }) => {
  const answer = await server.post(aigul, `${SET}/drafts`, body);
  expect(answer.status).toBe(201);
  return answer.body as unknown as Draft;
};
const at = (draft: Pick<Draft, 'id'>, step = '') => `${SET}/drafts/${draft.id}${step}`;
const now = async ({ id }: Pick<Draft, 'id'>) =>
  (await server.get(aigul, at({ id }))).body as unknown as Draft;
const seen = (draft: Draft) => ({ 'if-match': `"${draft.version}"` });
const edit = (actor: Actor, draft: Draft, body: object) => server.patch(actor, at(draft), body, seen(draft));

async function raised(): Promise<Draft> {
  const draft = await open();
  const { parameters, cases } = raisedHours(draft.content, FROM);
  const answer = await edit(aigul, draft, { content: { parameters, cases } });
  expect(answer.status).toBe(200);
  return answer.body as unknown as Draft;
}

const outcome = async (on: string) =>
  (await server.post(aigul, `${SET}/evaluate`, { on, facts })).body.outcome;

it('goes from a draft to decisions from its day on, and back', async () => {
  const draft = await raised();
  expect((await server.post(aigul, at(draft, '/lint'))).body).toEqual({ sound: true, findings: [] });
  expect((await server.post(aigul, at(draft, '/cases'))).body).toMatchObject({
    passed: true,
    failures: [],
    untried: [],
  });
  expect((await server.post(aigul, at(draft, '/submit'))).body).toMatchObject({ state: 'submitted' });
  const submitted = await now(draft);
  const own = await server.post(aigul, at(draft, '/approve'), {}, undefined, seen(submitted));
  expect(own).toMatchObject({ status: 409, body: { errors: [{ code: 'rules.own-draft' }] } });
  const approved = await server.post(bolat, at(draft, '/approve'), {}, undefined, seen(submitted));
  expect(approved).toMatchObject({
    status: 200,
    body: { state: 'approved', approved: { by: 'key:operator-bolat' } },
  });
  expect([await outcome(addDays(FROM, -1)), await outcome(FROM)]).toEqual(['met', 'met']);
  expect((await server.post(bolat, at(draft, '/publish'))).body).toMatchObject({
    state: 'published',
    edition: 1,
  });
  await live.refresh();
  expect([await outcome(addDays(FROM, -1)), await outcome(FROM)]).toEqual(['met', 'notMet']);
  const { items } = (await server.get(aigul, `${SET}/editions`)).body;
  expect(items).toMatchObject([{ number: 1, from: FROM, approvedBy: 'key:operator-bolat', draft: draft.id }]);
  const shipped = (await server.get(bolat, `${SET}/editions/0`)).body as unknown as { content: DraftContent };
  expect(shipped.content.parameters.requiredMinutes?.values).toHaveLength(1);
  const back = await server.post(bolat, `${SET}/rollback`, { to: 0, from: FROM, reason: 'It was too much' });
  expect(back.status).toBe(201);
  expect((back.body as unknown as Draft).content.parameters).toEqual(shipped.content.parameters);
});

describe('people who are enrolled', () => {
  const minutesOf = async (person: string) =>
    (await studentStatus(ctx, person)).credits.map(({ required }) => required);
  const old = 'began-before';
  const fresh = 'began-after';

  it('stand under the rules of the day on which they began: /status says so', async () => {
    await newHost(ctx);
    for (const [id, startedOn] of [
      [old, addDays(FROM, -1)],
      [fresh, FROM],
    ] as const) {
      const entries = [anEntry({ minutes: 1200, state: 'confirmed' })];
      await put(ctx, students, { interviews: [], credits: [aCredit({ startedOn, entries })] }, id);
    }
    expect([await minutesOf(old), await minutesOf(fresh)]).toEqual([[1200], [1500]]);
  });

  it('are moved by an act that was simulated and approved by another hand, and back by another', async () => {
    const opened = await server.post(aigul, `${SET}/migrations`, {
      to: FROM,
      before: FROM,
      reason: 'Order 17',
    });
    expect(opened.status).toBe(201);
    const url = `${SET}/migrations/${opened.body.id}`;
    const codes = async (step: string, by = aigul, headers = {}) =>
      (await server.post(by, `${url}/${step}`, {}, undefined, headers)).body.errors?.map(({ code }) => code);
    expect(await codes('submit')).toEqual(['rules.migration-not-simulated']);
    const { body } = await server.post(aigul, `${url}/simulate`);
    expect(body.simulated).toMatchObject({
      all: { total: 1, lose: 1 },
      examples: { lose: [{ person: old }] },
    });
    await server.post(aigul, `${url}/submit`);
    const seen = { 'if-match': String((await server.get(bolat, url)).headers.etag) };
    expect(await codes('approve', aigul, seen)).toEqual(['rules.own-draft']);
    expect((await server.post(bolat, `${url}/approve`)).status).toBe(428);
    expect(await codes('apply', bolat)).toEqual(['rules.migration-not-approved']);
    expect((await server.post(bolat, `${url}/approve`, {}, undefined, seen)).body.state).toBe('approved');
    expect(await minutesOf(old)).toEqual([1200]);
    expect((await server.post(bolat, `${url}/apply`)).body).toMatchObject({ state: 'applied', moved: 1 });
    expect(await minutesOf(old)).toEqual([1500]);
    const kept = await students.on(ctx.db).findById(old).lean();
    expect(kept?.outbox).toContainEqual(
      expect.objectContaining({
        action: 'rules migrated',
        command: `migration/${opened.body.id}/${kept?.credits[0]?.id}`,
      }),
    );

    const back = await server.post(bolat, `${SET}/migrations`, { to: null, reason: 'It was too much' });
    const backUrl = `${SET}/migrations/${back.body.id}`;
    for (const step of ['simulate', 'submit']) await server.post(bolat, `${backUrl}/${step}`);
    const now = { 'if-match': String((await server.get(aigul, backUrl)).headers.etag) };
    await server.post(aigul, `${backUrl}/approve`, {}, undefined, now);
    expect((await server.post(aigul, `${backUrl}/apply`)).body).toMatchObject({ moved: 1 });
    expect([await minutesOf(old), await minutesOf(fresh)]).toEqual([[1200], [1500]]);
    expect((await server.get(aigul, `${SET}/migrations`)).body.items).toHaveLength(2);
  });
});

it('shows both sides when two operators change the same draft', async () => {
  const draft = await open();
  const mine = {
    content: { parameters: { requiredMinutes: { unit: 'minutes' } } },
    reason: 'Mine was first',
  };
  expect((await edit(aigul, draft, mine)).status).toBe(200);
  const late = await edit(bolat, draft, { content: { parameters: { requiredMinutes: { unit: 'hours' } } } });
  expect(late.status).toBe(412);
  const sides = late.body.errors.find(
    ({ pointer }) => pointer === '/content/parameters/requiredMinutes/unit',
  );
  expect(sides).toMatchObject({ value: 'minutes', detail: expect.stringContaining('you sent "hours"') });
  expect((await now(draft)).reason).toBe('Mine was first');
});

it('is changed and approved only by whoever says what they have seen', async () => {
  const draft = await raised();
  expect((await server.patch(aigul, at(draft), { reason: 'Without looking' }, {})).status).toBe(428);
  await server.post(aigul, at(draft, '/submit'));
  expect((await server.post(bolat, at(draft, '/approve'))).status).toBe(428);
});

it('tells faults by pointer, value and hint, and runs no cases on them', async () => {
  const draft = await open();
  const values = [
    { from: '2019-09-01', value: 'twenty', status: 'inForce', source: { document: 'x', section: '1' } },
  ];
  const answer = await edit(aigul, draft, { content: { parameters: { requiredMinutes: { values } } } });
  const broken = answer.body as unknown as Draft;
  const { sound, findings } = (await server.post(aigul, at(broken, '/lint'))).body;
  expect(sound).toBe(false);
  for (const each of findings as Row[])
    expect(each).toMatchObject({
      pointer: expect.stringMatching(/^\/(set|parameters|cases)/),
      hint: expect.stringMatching(/./),
    });
  expect((await server.post(aigul, at(broken, '/cases'))).status).toBe(400);
  expect((await server.post(aigul, at(broken, '/submit'))).body.errors).toMatchObject([
    { code: 'rules.draft-faults' },
  ]);
});

it('comes from elsewhere whole, as it was exported', async () => {
  const exported = (await server.get(bolat, `${SET}/editions/0`)).body as unknown as {
    content: DraftContent;
  };
  const imported = await open({ content: raisedHours(exported.content, '2028-01-01'), from: '2028-01-01' });
  expect((await server.post(aigul, at(imported, '/lint'))).body).toMatchObject({ sound: true });
});

it('does not exist under another set, and is nobody else’s to see', async () => {
  const draft = await open();
  expect((await server.get(aigul, `/v1/rule-sets/credit.booking/drafts/${draft.id}`)).status).toBe(404);
  const student: Actor = { kind: 'person', id: 'a-student', grants: [] };
  expect((await server.get(student, at(draft))).status).toBe(403);
});
