// Who may do what, as data. What is not said here is denied: 401 without a key or session, 403 for a role that may not,
// 404 for whoever may do such a thing but not to this object. Read by matrix.test.ts and leakage.test.ts.
import { surveyWish } from '../../support/surveys/wish.ts';
import { newProject } from '../resources/story.ts';
import { badge } from './badge-expectations.ts';
import type { Member } from './cast.ts';
import { contest } from './contest-expectations.ts';
import {
  accreditors,
  type Expectation,
  everyone,
  get,
  hosts,
  hostsOfA,
  hostsOfB,
  list,
  money,
  operators,
  post,
  type Rest,
  registrars,
  staff,
} from './expecting.ts';
import { givenRoles } from './given-roles.ts';
import { grants } from './grant-expectations.ts';
import { reference } from './reference-expectations.ts';
import { rules } from './rule-expectations.ts';

export type { Expectation } from './expecting.ts';

const exported = (route: string, may: readonly Member[]): Expectation =>
  get(route, () => `${route}?format=csv`, { may });

const card = (who: 'studentA' | 'studentB' | 'studentC', rest: Rest): Expectation =>
  get('/credit/participants/:id', (of) => `/credit/participants/${of[who]}`, rest);

const persons: readonly Expectation[] = [
  list('/credit/participants', [...hosts, ...registrars, 'operator']),
  exported('/credit/participants/export', [...hosts, ...registrars, 'operator']),
  card('studentA', {
    may: [...hostsOfA, 'registrarAlpha', 'operator'],
    foreign: [...hostsOfB, 'registrarBeta'],
  }),
  card('studentB', {
    may: [...hostsOfB, 'registrarBeta', 'operator'],
    foreign: [...hostsOfA, 'registrarAlpha'],
  }),
  card('studentC', {
    may: [...hostsOfB, 'registrarAlpha', 'operator'],
    foreign: [...hostsOfA, 'registrarBeta'],
  }),
  get('/participants/:id', (of) => `/participants/${of.studentA}`, { may: operators }),
  get('/participants/:id/export', (of) => `/participants/${of.studentA}/export`, { may: operators }),
  get('/participants/:id/decisions', (of) => `/participants/${of.studentA}/decisions`, { may: operators }),
  get('/credit/participants/:id/decisions', (of) => `/credit/participants/${of.studentA}/decisions`, {
    may: operators,
  }),
  get('/participants/:id/timeline', (of) => `/participants/${of.studentA}/timeline`, { may: operators }),
  list('/staff', ['headA', 'headB', 'operator', 'operatorOfCredit']),
  list('/guardians', operators),
  ...givenRoles.flatMap(({ grant, may }) => [
    post('/staff/invitations', () => '/staff/invitations', { may, body: () => grant }),
    post('/staff/:id/removal', (of) => `/staff/${of.studentA}/removal`, { may, body: () => grant }),
  ]),
];

const accreditation = (which: 'binA' | 'binB', rest: Rest): Expectation =>
  post('/organisations/:bin/accreditation', (of) => `/organisations/${of[which]}/accreditation`, {
    body: () => ({ decision: 'accredit' }),
    ...rest,
  });

const organisations: readonly Expectation[] = [
  list('/organisations', [...hosts, ...accreditors, ...money]),
  get('/organisations/:bin', (of) => `/organisations/${of.binA}`, {
    may: [...hostsOfA, 'accreditor75', ...money],
    foreign: [...hostsOfB, 'accreditor71', 'accreditorNvs'],
  }),
  get('/organisations/:bin', (of) => `/organisations/${of.binB}`, {
    may: [...hostsOfB, 'accreditorNvs', ...money],
    foreign: [...hostsOfA, 'accreditor75', 'accreditor71'],
  }),
  get('/organisations/:bin/documents/:id', (of) => `/organisations/${of.binA}/documents/${of.documentA}`, {
    may: ['accreditor75', 'operator'],
    foreign: [...hostsOfB, 'accreditor71', 'accreditorNvs'],
    sees: [...hostsOfA, 'financialCentre'],
  }),
  accreditation('binA', {
    may: ['accreditor75'],
    foreign: [...hostsOfB, 'accreditor71', 'accreditorNvs'],
    sees: [...hostsOfA, ...money],
  }),
  accreditation('binB', {
    may: ['accreditorNvs'],
    foreign: [...hostsOfA, 'accreditor75', 'accreditor71'],
    sees: [...hostsOfB, ...money],
  }),
  list('/credit/projects', staff),
  get('/credit/projects/:id', (of) => `/credit/projects/${of.projectA}`, { may: staff }),
  get('/credit/projects/:id', (of) => `/credit/projects/${of.draftB}`, {
    may: [...hostsOfB, 'operator'],
    foreign: staff.filter((each) => !['headB', 'coordinatorB', 'operator'].includes(each)),
  }),
  post('/credit/projects', () => '/credit/projects', {
    may: ['headA'],
    body: (of) => ({
      ...newProject(of.binA, '75'),
      slots: [{ startsAt: '2026-10-01T05:00:00Z', capacity: 1 }],
    }),
  }),
];

const hours = (which: 'entryA' | 'entryB', rest: Rest): Expectation =>
  post('/credit/hours/:id/decision', (of) => `/credit/hours/${of[which]}/decision`, {
    body: () => ({ confirm: true }),
    ...rest,
  });
const report = (which: 'creditA' | 'creditB', rest: Rest): Expectation =>
  post('/credit/reports/:id/decision', (of) => `/credit/reports/${of[which]}/decision`, {
    body: () => ({ approve: true }),
    ...rest,
  });

const work: readonly Expectation[] = [
  ...['/credit/interviews', '/credit/participations', '/credit/hours', '/credit/reports'].map((each) =>
    list(each, [...hosts, 'operator']),
  ),
  hours('entryA', { may: hostsOfA, foreign: hostsOfB, sees: operators }),
  hours('entryB', { may: hostsOfB, foreign: hostsOfA, sees: operators }),
  report('creditA', { may: ['headA'], foreign: hostsOfB, sees: ['coordinatorA', 'operator'] }),
  report('creditB', { may: ['headB'], foreign: hostsOfA, sees: ['coordinatorB', 'operator'] }),
];

const rights: readonly Expectation[] = [
  list('/credit/payouts', money),
  exported('/credit/payouts/export', money),
  get('/credit/payouts/:id', (of) => `/credit/payouts/${of.creditA}`, { may: money }),
  post('/credit/payouts/:id/outcome', (of) => `/credit/payouts/${of.creditA}/outcome`, {
    may: ['financialCentre'],
    sees: operators,
    body: () => ({ paid: true, bankReference: 'REF-1' }),
  }),
  list('/credit/recredits', [...registrars, 'operator']),
  get('/credit/recredits/:id', (of) => `/credit/recredits/${of.creditA}`, {
    may: ['registrarAlpha', 'operator'],
    foreign: ['registrarBeta'],
  }),
  post('/credit/recredits/:id/decision', (of) => `/credit/recredits/${of.creditA}/decision`, {
    may: ['registrarAlpha'],
    foreign: ['registrarBeta'],
    sees: operators,
    body: () => ({ confirm: true }),
  }),
];

const oversight: readonly Expectation[] = [
  { route: 'GET /mailbox', url: () => '/mailbox', may: operators },
  get('/audit', (of) => `/audit?document=people/${of.studentA}`, { may: operators }),
  list('/audit/checkpoints', operators),
  list('/audit/key', operators),
  list('/notifications', operators),
  list('/reviews', [...staff, 'student']),
  post('/reviews/:id/undo', (of) => `/reviews/hours%2F${of.entryA}/undo`, {
    may: hostsOfA,
    foreign: [...hostsOfB, 'headOfUniversity'],
    sees: operators,
  }),
  post('/reviews/bulks', () => '/reviews/bulks', {
    may: [...hosts, 'headOfUniversity'],
    body: (of) => ({ kind: 'hours', items: [{ subject: of.entryB, version: 'seen-never' }] }),
  }),
  post('/reviews/bulks/:id/undo', () => '/reviews/bulks/NOWHERE2/undo', { may: [], foreign: everyone }),
  list('/broadcasts', operators),
  post('/broadcasts', () => '/broadcasts', {
    may: operators,
    body: () => ({ texts: { kk: 'Хабар', ru: 'Весть', en: 'News' }, audience: { region: '75' } }),
  }),
  get('/broadcasts/:id', (of) => `/broadcasts/${of.broadcast}`, { may: operators }),
  post('/broadcasts/:id/cancel', (of) => `/broadcasts/${of.broadcast}/cancel`, { may: operators }),
  list('/consents', operators),
  get('/consents/:id', (of) => `/consents/${of.studentA}.1`, { may: operators }),
  post('/notifications/:id/retry', (of) => `/notifications/${of.delivery}/retry`, {
    may: [],
    foreign: operators,
  }),
  post('/notifications/retry', () => '/notifications/retry', {
    may: operators,
    body: () => ({ since: '2026-09-01T00:00:00Z' }),
  }),
  list('/dead-letters', operators),
  post('/dead-letters/:id/retry', () => '/dead-letters/NOWHERE2/retry', { may: [], foreign: operators }),
  list('/api-keys', operators),
  post('/api-keys', () => '/api-keys', {
    may: operators,
    body: () => ({ name: 'Matrix', grants: [{ role: 'operator', scope: 'all' }] }),
  }),
  post('/api-keys', () => '/api-keys', {
    may: ['financialCentre'],
    body: () => ({ name: 'Matrix', grants: [{ role: 'financial-centre', scope: 'all' }] }),
  }),
  post('/api-keys/:id/revoke', () => '/api-keys/nowhere/revoke', { may: [], foreign: operators }),
];

const rooms: readonly Expectation[] = [
  list('/certificates', operators),
  get('/certificates/:id', (of) => `/certificates/${of.certificate}`, { may: operators }),
  post('/certificates/:id/revocation', (of) => `/certificates/${of.certificate}/revocation`, {
    may: operators,
    body: () => ({ reason: 'Issued by mistake' }),
  }),
  list('/surveys', operators),
  post('/surveys', () => '/surveys', { may: operators, body: () => surveyWish }),
  ...['', '/qr', '/results', '/export?format=csv'].map((each) =>
    get(`/surveys/:id${each.split('?')[0]}`, (of) => `/surveys/${of.survey}${each}`, { may: operators }),
  ),
  get('/surveys/:id/plots/:question', (of) => `/surveys/${of.survey}/plots/pleased`, { may: operators }),
  post('/surveys/:id/tickets', (of) => `/surveys/${of.survey}/tickets`, {
    may: operators,
    body: () => ({ count: 2 }),
  }),
  post('/surveys/:id/publish', (of) => `/surveys/${of.survey}/publish`, { may: operators }),
  post('/surveys/:id/close', (of) => `/surveys/${of.survey}/close`, { may: operators }),
];

/** Last: what ends something for the others. */
const endings: readonly Expectation[] = [
  post('/consents/:id/withdrawal', (of) => `/consents/${of.studentC}.1/withdrawal`, {
    may: operators,
    body: () => ({ ground: 'asked-by-the-person' }),
  }),
  post('/participants/:id/erasure', (of) => `/participants/${of.studentC}/erasure`, {
    may: operators,
    body: () => ({ ground: 'asked-by-the-person' }),
  }),
];

export const expectations: readonly Expectation[] = [
  ...contest,
  ...reference,
  ...badge,
  ...rules,
  ...persons,
  ...organisations,
  ...work,
  ...rights,
  ...oversight,
  ...rooms,
  ...grants,
  ...endings,
];
