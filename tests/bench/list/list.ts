// What a page of fifty participants costs the API, guarded, shaped by its response schema; and a list that anybody may keep.
import { comparison } from '../harness/comparison.ts';
import { served } from './served.ts';

const ids = (items: readonly Readonly<Record<string, unknown>>[]) => items.map((each) => each.id ?? each._id);

const page = served({
  name: 'ours: a page of 50 participants',
  of: 'ours',
  path: '/v1/participants?limit=50',
  requests: 500,
  essence: ids,
});

const hydrated = served({
  name: 'hydrated documents, no response schema',
  of: 'rival',
  path: '/participants',
  requests: 500,
  essence: ids,
});

export const list = comparison({
  name: 'list',
  what: 'a list of 50 documents over HTTP from a process of its own, 32 clients abreast',
  unit: 'page',
  size: 5_000,
  tiny: 60,
  contenders: [page, hydrated],
  goals: [
    {
      text: '≥ 750 pages a second of the server’s CPU',
      of: (figures) => 1_000 / figures(page.name, 'cpu'),
      least: 750,
    },
    { text: '99 of 100 pages within 60 ms', of: (figures) => figures(page.name, 'p99 ms'), most: 60 },
    {
      text: 'cost of a page at ten times the people ≤ 1.25 ×',
      of: (figures) => figures(page.name, 'growth'),
      most: 1.25,
    },
  ],
  notes: ['CPU ms: of the server. The rival looks for no key, and sends sealed personal numbers along.'],
});
