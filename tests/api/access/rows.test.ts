// Lists hold the rows that are somebody's to see, all of them and no other; a filter narrows and never widens them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../resources/server.ts';
import { cast, type Member, members } from './cast.ts';
import type { Objects } from './objects.ts';
import { type AccessWorld, openWorld } from './world.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Listed {
  readonly path: string;
  /** What of a row says whose it is. */
  readonly of: (row: Row) => unknown;
  /** The values that each may see; of nobody else any. */
  readonly seen: Partial<Record<Member, readonly (keyof Objects | 'alpha' | 'beta')[]>>;
  /** Filters that ask for somebody else's. */
  readonly filters: readonly (keyof Objects)[];
  readonly as?: string;
}

const byHost: Listed['seen'] = {
  headA: ['binA'],
  coordinatorA: ['binA'],
  headB: ['binB'],
  coordinatorB: ['binB'],
  operator: ['binA', 'binB'],
};
const host = (row: Row) => row.organisationId;
const both = ['binA', 'binB'] as const;

const lists: readonly Listed[] = [
  {
    path: '/credit/participants',
    of: (row) => row.id,
    seen: {
      headA: ['studentA'],
      coordinatorA: ['studentA'],
      headB: ['studentB', 'studentC'],
      coordinatorB: ['studentB', 'studentC'],
      registrarAlpha: ['studentA', 'studentC'],
      registrarBeta: ['studentB'],
      operator: ['studentA', 'studentB', 'studentC'],
    },
    filters: [],
  },
  { path: '/credit/interviews', of: host, seen: byHost, filters: both, as: 'organisation' },
  {
    path: '/credit/interviews',
    of: host,
    seen: byHost,
    filters: ['studentA', 'studentB', 'studentC'],
    as: 'student',
  },
  { path: '/credit/participations', of: host, seen: byHost, filters: both, as: 'organisation' },
  { path: '/credit/hours', of: host, seen: byHost, filters: both, as: 'organisation' },
  { path: '/credit/hours', of: host, seen: byHost, filters: ['studentA', 'studentB'], as: 'student' },
  {
    path: '/credit/reports',
    of: host,
    seen: { headA: ['binA'], coordinatorA: ['binA'], operator: ['binA'] },
    filters: both,
    as: 'organisation',
  },
  {
    path: '/credit/recredits',
    of: (row) => row.universityId,
    seen: { registrarAlpha: ['alpha'], operator: ['alpha'] },
    filters: [],
  },
  {
    path: '/organisations',
    of: (row) => row.bin,
    seen: {
      ...byHost,
      accreditor75: ['binA'],
      accreditorNvs: ['binB'],
      financialCentre: ['binA', 'binB'],
    },
    filters: [],
  },
  {
    path: '/credit/payouts',
    of: host,
    seen: { financialCentre: ['binA'], operator: ['binA'] },
    filters: both,
    as: 'organisation',
  },
];

const valuesSeen = ({ of, seen }: Listed, member: Member, rows: readonly Row[]) => {
  const wanted = (seen[member] ?? []).map((each) =>
    each in world.objects ? world.objects[each as keyof Objects] : each,
  );
  return { found: new Set(rows.map(of)), wanted: new Set(wanted) };
};

describe.each(lists)('GET $path ($as)', (list) => {
  it.each(members)('for %s', async (member) => {
    const { path, filters, as = '' } = list;
    const all = await world.server.get(cast[member], `/v1${path}?limit=200`);
    const rows = all.status === 200 ? all.body.items : [];
    const { found, wanted } = valuesSeen(list, member, rows);
    expect(found).toEqual(wanted);
    for (const filter of filters) {
      const url = `/v1${path}?limit=200&${as}=${world.objects[filter]}`;
      const narrowed = await world.server.get(cast[member], url);
      expect(narrowed.status).toBe(all.status);
      for (const row of narrowed.status === 200 ? narrowed.body.items : []) expect(rows).toContainEqual(row);
    }
  });
});

it('an unpublished project is listed for its own organisation and the operator alone', async () => {
  const seen = [];
  for (const member of members) {
    const { status, body } = await world.server.get(cast[member], '/v1/credit/projects?limit=200');
    if (status === 200 && body.items.some((row) => row.id === world.objects.draftB)) seen.push(member);
  }
  expect(seen).toEqual(['headB', 'coordinatorB', 'operator']);
});

it('a head lists the people of their own organisation alone, with their roles there alone', async () => {
  const { body } = await world.server.get(cast.headA, '/v1/staff?limit=200');
  const scopes = body.items.flatMap((row) => (row.grants as Row[]).map((grant) => grant.scope));
  expect(new Set(scopes)).toEqual(new Set([`organisation:${world.objects.binA}`]));
});
