// What a page of fifty participants costs the API, guarded, shaped by its response schema; and a list that anybody may keep.
import { type Contender, comparison, type Figures } from '../harness/comparison.ts';
import { served } from './served.ts';

const perCore =
  ({ name }: Contender) =>
  (figures: Figures): number =>
    1_000 / figures(name, 'cpu');
const growthOf =
  ({ name }: Contender) =>
  (figures: Figures): number =>
    figures(name, 'growth');

const page = served({
  name: 'ours: a page of 50 participants',
  of: 'ours',
  path: '/v1/credit/participants?limit=50',
  requests: 500,
});

const hydrated = served({
  name: 'hydrated documents, no response schema',
  of: 'rival',
  path: '/participants',
  requests: 500,
});

const kept = served({
  name: 'ours: the public list of regions',
  of: 'ours',
  path: '/v1/regions',
  requests: 2_000,
});

const reread = served({
  name: 'regions read from the database each time',
  of: 'rival',
  path: '/regions',
  requests: 2_000,
});

export const list = comparison({
  name: 'list',
  what: 'a list of 50 documents over HTTP from a process of its own, 32 clients concurrency',
  unit: 'page',
  size: 5_000,
  tiny: 60,
  contenders: [page, hydrated],
  goals: [
    { text: '≥ 750 pages a second of the server’s CPU', of: perCore(page), least: 750 },
    { text: '99 of 100 pages within 60 ms', of: (figures) => figures(page.name, 'p99 ms'), most: 60 },
    { text: 'cost of a page at ten times the people ≤ 1.25 ×', of: growthOf(page), most: 1.25 },
  ],
  notes: ['CPU ms: of the server. The rival looks for no key, and sends sealed personal numbers along.'],
});

export const publicList = comparison({
  name: 'public-list',
  what: 'a list that anybody may keep, from memory, 32 clients concurrency',
  unit: 'list',
  size: 2_000,
  tiny: 60,
  contenders: [kept, reread],
  goals: [{ text: '≥ 8,000 lists a second of the server’s CPU', of: perCore(kept), least: 8_000 }],
  notes: ['CPU ms: of the server. The rival has neither limits nor headers nor a log to keep.'],
});
