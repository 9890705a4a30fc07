// Every route × every role × own and foreign objects. What is not said here is denied: 403 where a role may not,
// 404 where the object is not theirs to see, 401 without an actor.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../support/services/fresh-database.ts';
import { cast, type Member, members } from './cast.ts';
import { openServer, type Server } from './server.ts';
import { BIN_A, BIN_B, newProject, type Story, tellStory } from './story.ts';

let story: Story;
let server: Server;

beforeAll(async () => {
  story = await tellStory(freshDatabase());
  server = await openServer(story.ctx);
});
afterAll(async () => {
  await server.close();
  await story.close();
});

interface Case {
  readonly route: string;
  readonly url: () => string;
  readonly body?: () => object;
  /** May do it: 2xx, or 409 where it was done before. */
  readonly may: readonly Member[] | 'everyone';
  /** What If-Match says, where the route wants it. */
  readonly seen?: string;
  /** May do such a thing, but not see this object. */
  readonly foreign?: readonly Member[];
}

const hosts = ['headA', 'headB', 'coordinatorA', 'coordinatorB'] as const;
const registrars = ['registrarAlpha', 'registrarBeta'] as const;
const accreditors = ['accreditor75', 'accreditor10', 'accreditorNvs'] as const;
const staff = [...hosts, ...registrars, ...accreditors, 'financialCentre', 'operator'] as const;

const get = (route: string, may: Case['may'], more: Partial<Case> = {}): Case => ({
  route: `GET ${route}`,
  url: () => route,
  may,
  ...more,
});
const post = (route: string, may: Case['may'], more: Partial<Case>): Case => ({
  ...get(route, may, more),
  route: `POST ${route}`,
  body: more.body ?? (() => ({})),
});

const table: readonly Case[] = [
  get('/rule-sets', 'everyone'),
  get('/rule-sets/{id}', 'everyone', { url: () => '/rule-sets/credit.booking' }),
  get('/rule-sets/{id}/versions', 'everyone', { url: () => '/rule-sets/credit.booking/versions' }),
  post('/rule-sets/{id}/evaluate', 'everyone', {
    url: () => '/rule-sets/credit.booking/evaluate',
    body: () => ({ on: '2026-09-01', facts: {} }),
  }),
  get('/facts', 'everyone'),
  get('/parameters', 'everyone'),
  get('/regions', 'everyone'),
  get('/universities', 'everyone'),
  post('/universities', ['operator'], {
    body: () => ({ id: 'gamma', kk: 'Гамма', ru: 'Гамма', en: 'Gamma', region: '10' }),
  }),
  get('/participants', [...hosts, ...registrars, 'operator']),
  get('/participants/{id}', ['headA', 'coordinatorA', 'registrarAlpha', 'operator'], {
    url: () => `/participants/${story.studentA}`,
    foreign: ['headB', 'coordinatorB', 'registrarBeta'],
  }),
  get('/participants/{id}/timeline', ['operator'], {
    url: () => `/participants/${story.studentA}/timeline`,
  }),
  get('/consents', ['operator']),
  get('/consents/{id}', ['operator'], { url: () => `/consents/${story.studentA}.1` }),
  get('/staff', ['headA', 'headB', 'operator']),
  post('/staff/invitations', ['headA', 'operator'], {
    body: () => ({ role: 'coordinator', scope: `organisation:${BIN_A}` }),
  }),
  post('/staff/invitations', ['operator'], {
    body: () => ({ role: 'head', scope: `organisation:${BIN_A}` }),
  }),
  get('/organisations', [...hosts, ...accreditors, 'financialCentre', 'operator']),
  get('/organisations/{bin}', ['headA', 'coordinatorA', 'accreditor75', 'financialCentre', 'operator'], {
    url: () => `/organisations/${BIN_A}`,
    foreign: ['headB', 'coordinatorB', 'accreditor10', 'accreditorNvs'],
  }),
  get('/organisations/{bin}', ['headB', 'coordinatorB', 'accreditorNvs', 'financialCentre', 'operator'], {
    url: () => `/organisations/${BIN_B}`,
    foreign: ['headA', 'coordinatorA', 'accreditor75', 'accreditor10'],
  }),
  post('/organisations/{bin}/accreditation', ['accreditor75'], {
    url: () => `/organisations/${BIN_A}/accreditation`,
    body: () => ({ decision: 'accredit' }),
    foreign: ['headB', 'coordinatorB', 'accreditor10', 'accreditorNvs'],
  }),
  get('/projects', staff),
  get('/projects/{id}', staff, { url: () => `/projects/${story.projectA}` }),
  post('/projects', ['headA'], {
    body: () => ({ ...newProject(BIN_A, '75'), slots: [{ startsAt: '2026-10-01T05:00:00Z', capacity: 1 }] }),
  }),
  get('/interviews', [...hosts, 'operator']),
  get('/participations', [...hosts, 'operator']),
  get('/hours', [...hosts, 'operator']),
  post('/hours/{id}/decision', ['headB', 'coordinatorB'], {
    url: () => `/hours/${story.entryB}/decision`,
    body: () => ({ confirm: true }),
    foreign: ['headA', 'coordinatorA'],
  }),
  get('/reports', [...hosts, 'operator']),
  post('/reports/{id}/decision', ['headA'], {
    url: () => `/reports/${story.creditA}/decision`,
    body: () => ({ approve: true }),
    foreign: ['headB', 'coordinatorB'],
  }),
  get('/payouts', ['financialCentre', 'operator']),
  get('/payouts/{id}', ['financialCentre', 'operator'], { url: () => `/payouts/${story.creditA}` }),
  post('/payouts/{id}/outcome', ['financialCentre'], {
    url: () => `/payouts/${story.creditA}/outcome`,
    body: () => ({ paid: true, bankReference: 'REF-1' }),
  }),
  get('/recredits', [...registrars, 'operator']),
  get('/recredits/{id}', ['registrarAlpha', 'operator'], {
    url: () => `/recredits/${story.creditA}`,
    foreign: ['registrarBeta'],
  }),
  post('/recredits/{id}/decision', ['registrarAlpha'], {
    url: () => `/recredits/${story.creditA}/decision`,
    body: () => ({ confirm: true }),
    foreign: ['registrarBeta'],
  }),
  get('/audit', ['operator'], { url: () => `/audit?document=people/${story.studentA}` }),
  get('/audit/checkpoints', ['operator']),
  get('/audit/key', ['operator']),
  get('/notifications', ['operator']),
  post('/consents/{id}/withdrawal', ['operator'], {
    url: () => `/consents/${story.studentB}.1/withdrawal`,
    body: () => ({ ground: 'asked-by-the-person' }),
    seen: '*',
  }),
];

const ask = (actor: Member | null, { route, url, body, seen }: Case) => {
  const who = actor && cast[actor];
  return route.startsWith('GET')
    ? server.get(who, `/v1${url()}`)
    : server.post(who, `/v1${url()}`, body?.() ?? {}, undefined, seen ? { 'if-match': seen } : {});
};

const expected = ({ may, foreign = [] }: Case, member: Member): string => {
  if (may === 'everyone' || may.includes(member)) return 'may';
  return foreign.includes(member) ? '404' : '403';
};

const outcome = (status: number): string =>
  (status >= 200 && status < 300) || status === 409 ? 'may' : String(status);

describe.each(table)('$route', (each) => {
  it('is closed without an actor', async () => {
    expect((await ask(null, each)).status).toBe(401);
  });

  // Those who may not come first: what they ask for must still be undecided.
  it.each(
    [...members].sort((a, b) => Number(expected(each, a) === 'may') - Number(expected(each, b) === 'may')),
  )('for %s', async (member) => {
    expect(outcome((await ask(member, each)).status)).toBe(expected(each, member));
  });
});

describe('the table', () => {
  it('names every route', () => {
    const document = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
    const resources = Object.entries(document.paths).filter(
      // Keys and sessions have their own tests, with the rest of what recognises who asks.
      ([path]) => path.startsWith('/v1/') && !/^\/v1\/(api-keys|session)/.test(path),
    );
    const routes = resources.flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/v1', '')}`),
    );
    const named = new Set([...table.map((each) => each.route), 'POST /notifications/{id}/retry']);
    expect(routes.filter((route) => !named.has(route))).toEqual([]);
    expect([...named].filter((route) => !routes.includes(route))).toEqual([]);
  });
});
