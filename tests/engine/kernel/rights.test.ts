// Who may: roles within their scopes and nothing besides. Default deny at every edge.
import { describe, expect, it } from 'vitest';
import {
  type Actor,
  type Grant,
  holds,
  type Role,
  scopesOf,
  systemActor,
} from '../../../engine/kernel/actor.ts';
import { covers, reachesNowhere, type Span, spanOf, spanOrOperator } from '../../../engine/kernel/span.ts';
import { credit } from '../../../engine/programmes/credit/programme.ts';
import {
  mayCoordinate,
  mayHead,
  refuseCoordinator,
  refuseHead,
} from '../../../engine/programmes/credit/rights.ts';

import { rolesOf } from '../../../engine/programmes/rooms.ts';

const actor = (...grants: readonly Grant[]): Actor => ({ kind: 'person', id: 'someone', grants });
const own = 'organisation:1';

describe('a role is held', () => {
  it.each<{ what: string; grants: Grant[]; held: boolean }>([
    { what: 'in its scope', grants: [{ role: 'head', scope: own }], held: true },
    { what: 'everywhere', grants: [{ role: 'head', scope: 'all' }], held: true },
    {
      what: 'beside others',
      grants: [
        { role: 'student', scope: 'all' },
        { role: 'head', scope: own },
      ],
      held: true,
    },
    { what: 'not in another scope', grants: [{ role: 'head', scope: 'organisation:2' }], held: false },
    { what: 'not in a longer scope', grants: [{ role: 'head', scope: 'organisation:12' }], held: false },
    { what: 'not in a shorter scope', grants: [{ role: 'head', scope: 'organisation:' }], held: false },
    { what: 'not in no scope', grants: [{ role: 'head', scope: '' }], held: false },
    { what: 'not by another role', grants: [{ role: 'coordinator', scope: own }], held: false },
    { what: 'not by another role everywhere', grants: [{ role: 'operator', scope: 'all' }], held: false },
    {
      what: 'not by halves of two grants',
      grants: [
        { role: 'head', scope: 'organisation:2' },
        { role: 'coordinator', scope: own },
      ],
      held: false,
    },
    { what: 'not by nothing', grants: [], held: false },
  ])('$what', ({ grants, held }) => {
    expect(holds(actor(...grants), 'head', own)).toBe(held);
  });

  it('in these scopes', () => {
    const grants = [
      { role: 'head', scope: own },
      { role: 'coordinator', scope: 'organisation:2' },
      { role: 'head', scope: 'organisation:3' },
    ] as const;
    expect(scopesOf(actor(...grants), 'head')).toEqual([own, 'organisation:3']);
    expect(scopesOf(actor(...grants), 'registrar')).toEqual([]);
  });

  it('never by the system, which asks nobody', () => {
    expect(systemActor).toEqual({ kind: 'system', id: 'system', grants: [] });
  });
});

describe('in a case of the credit programme', () => {
  it.each(
    [...rolesOf({ programmes: [credit] }).keys()].flatMap((role) =>
      [own, 'all', 'organisation:2', 'region:71'].map((scope) => ({
        ...{ role, scope },
        heads: role === 'head' && (scope === own || scope === 'all'),
        coordinates: ['head', 'coordinator'].includes(role) && (scope === own || scope === 'all'),
      })),
    ),
  )('$role of $scope heads: $heads, coordinates: $coordinates', ({ role, scope, heads, coordinates }) => {
    const who = actor({ role, scope });
    const refusal = { ok: false, reasons: [{ code: 'common.not-allowed' }] };
    expect(mayHead(who, '1')).toBe(heads);
    expect(mayCoordinate(who, '1')).toBe(coordinates);
    expect(refuseHead(who, '1', 'student')).toEqual(heads ? null : refusal);
    expect(refuseCoordinator(who, '1', 'student')).toEqual(coordinates ? null : refusal);
    // Nobody confirms their own work.
    expect(refuseHead(who, '1', who.id)).toEqual(refusal);
    expect(refuseCoordinator(who, '1', who.id)).toEqual(refusal);
  });
});

describe('a span', () => {
  const held: readonly Role[] = ['head', 'coordinator'];
  it.each<{ what: string; grants: Grant[]; span: Span; orOperator?: Span }>([
    { what: 'of nothing', grants: [], span: new Set() },
    {
      what: 'of several roles',
      grants: [
        { role: 'head', scope: own },
        { role: 'coordinator', scope: 'organisation:2' },
      ],
      span: new Set(['1', '2']),
    },
    {
      what: 'of what else is held',
      grants: [
        { role: 'registrar', scope: own },
        { role: 'head', scope: 'region:71' },
      ],
      span: new Set(),
    },
    { what: 'of a like word', grants: [{ role: 'head', scope: 'organisations:1' }], span: new Set() },
    {
      what: 'of a word that ends alike',
      grants: [{ role: 'head', scope: 'x-organisation:1' }],
      span: new Set(),
    },
    {
      what: 'of all',
      grants: [
        { role: 'head', scope: own },
        { role: 'coordinator', scope: 'all' },
      ],
      span: 'all',
    },
    { what: 'of all in another role', grants: [{ role: 'registrar', scope: 'all' }], span: new Set() },
    {
      what: 'of an operator',
      grants: [{ role: 'operator', scope: 'all' }],
      span: new Set(),
      orOperator: 'all',
    },
    {
      what: 'of an operator of one region',
      grants: [
        { role: 'operator', scope: 'region:71' },
        { role: 'head', scope: own },
      ],
      span: new Set(['1']),
    },
  ])('$what', ({ grants, span, orOperator = span }) => {
    expect(spanOf(actor(...grants), held, 'organisation')).toEqual(span);
    expect(spanOrOperator(actor(...grants), held, 'organisation')).toEqual(orOperator);
  });

  it.each<{ span: Span; has: boolean; nowhere: boolean }>([
    { span: 'all', has: true, nowhere: false },
    { span: new Set(['1']), has: true, nowhere: false },
    { span: new Set(['2']), has: false, nowhere: false },
    { span: new Set(), has: false, nowhere: true },
  ])('%o', ({ span, has, nowhere }) => {
    expect(covers(span, '1')).toBe(has);
    expect(reachesNowhere(span)).toBe(nowhere);
  });
});
