// What a draft changes, and what changed between editions, as operators get it: by pointer, and as a sentence.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DraftContent } from '../../../engine/editions/draft-content.ts';
import type { Actor } from '../../../engine/kernel/actor.ts';
import { openStage } from '../../engine/editions/stage.ts';
import { raisedHours } from '../../support/credit/raised-hours.ts';
import { openServer, type Server } from './server.ts';

const grants = [{ role: 'operator' as const, scope: 'all' }];
const aigul: Actor = { kind: 'key', id: 'operator-aigul', grants };
const bolat: Actor = { kind: 'key', id: 'operator-bolat', grants };
const FROM = '2027-01-01';
const NBSP = '\u00a0';
const SET = '/v1/rule-sets/credit.completion';

let stage: Awaited<ReturnType<typeof openStage>>;
let server: Server;
beforeAll(async () => {
  stage = await openStage();
  server = await openServer(stage.ctx);
}, 60_000);
afterAll(async () => {
  await server.close();
  await stage.close();
});

async function drafted(change: (content: DraftContent) => object) {
  const { body } = await server.post(aigul, `${SET}/drafts`, { from: FROM, reason: 'Said in a letter' });
  const draft = `${SET}/drafts/${body.id}`;
  const content = change(body.content as DraftContent);
  const edited = await server.patch(aigul, draft, { content }, { 'if-match': `"${body.version}"` });
  expect(edited.status).toBe(200);
  return draft;
}

const raised = {
  kind: 'value-added',
  pointer: '/parameters/requiredMinutes/values/1',
  before: { '20': 1200, '50': 3000 },
  after: { '20': 1500, '50': 3000 },
  words: {
    kk: `«Кредит сағаттары» 2027 ж. 1 қаңтар күнінен бастап: 20 үшін 25${NBSP}сағ, оған дейін — 20 үшін 20${NBSP}сағ.`,
    ru: `«Часы кредита» с 1 января 2027 г.: 25${NBSP}ч для 20, до этого — 20${NBSP}ч для 20.`,
    en: `“Hours of a credit” from 1 January 2027: 25${NBSP}h for 20, until then 20${NBSP}h for 20.`,
  },
};

it('tells what a draft changes; once it is published, the editions tell the same', async () => {
  const draft = await drafted((content) => {
    const { parameters, cases } = raisedHours(content, FROM, { minutes: { '20': 1500, '50': 3000 } });
    return { parameters, cases };
  });
  const { changes } = (await server.get(bolat, `${draft}/diff`)).body;
  expect(changes).toMatchObject([raised, { kind: 'cases-changed', pointer: '/cases/credit.completion' }]);
  const { body } = await server.post(aigul, `${draft}/submit`);
  await server.post(bolat, `${draft}/approve`, {}, undefined, { 'if-match': `"${body.version}"` });
  expect((await server.post(bolat, `${draft}/publish`)).status).toBe(200);
  expect((await server.get(aigul, `${SET}/diff?from=0&to=1`)).body.changes).toEqual(changes);
  const back = (await server.get(aigul, `${SET}/diff?from=1&to=0`)).body.changes;
  expect(back).toMatchObject([{ kind: 'value-removed', pointer: raised.pointer, before: raised.after }, {}]);
  expect((await server.get(aigul, `${SET}/diff?from=1&to=1`)).body.changes).toEqual([]);
});

it('tells the faults of a draft that cannot be read, and knows no edition that never was', async () => {
  const draft = await drafted(() => ({ parameters: { requiredMinutes: { values: 'none' } } }));
  const answer = await server.get(aigul, `${draft}/diff`);
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0]).toMatchObject({
    pointer: '/parameters/requiredMinutes/values',
    value: 'none',
  });
  expect((await server.get(aigul, `${SET}/diff?from=0&to=99`)).status).toBe(404);
  expect((await server.get(aigul, `${SET}/diff?from=0`)).status).toBe(400);
});
