// Who may be nominated: each rule by itself, with the right answer beside the wrong one.
import { beforeEach, describe, expect, it } from 'vitest';
import {
  editionOf,
  grounds,
  mayStillBeNominated,
  type NewNomination,
  nominationOf,
  openEdition,
  proposeNomination,
} from '../../../engine/programmes/contest/programme.ts';
import {
  codesOf,
  college,
  command,
  ground,
  nominee,
  operator,
  student,
  unwrap,
  wish,
} from '../../support/contest/people.ts';
import { withEngine } from '../../support/fixtures/with-engine.ts';

const engine = withEngine('file', { start: '2026-09-01T06:00:00Z' });

beforeEach(async () => {
  await college(engine.ctx, 'alpha').catch(() => null);
});

const proposed = async (over: Partial<NewNomination> = {}) =>
  proposeNomination(engine.ctx, command(await student(engine.ctx)), wish(over));

it.each([5, 4])('C-01: takes a college student whose lowest mark is %d', async (lowestMark) => {
  const id = unwrap(await proposed({ lowestMark }));
  expect(await nominationOf(engine.ctx, id)).toMatchObject({ state: 'proposed', lowestMark, region: '71' });
});

it.each([3, 2])('C-01: refuses a lowest mark of %d and names the rule', async (lowestMark) => {
  const refusal = await proposed({ lowestMark });
  expect(refusal).toMatchObject({
    ok: false,
    reasons: [
      {
        code: 'contest.mark-too-low',
        key: 'rules:contest.mark-too-low',
        params: { have: lowestMark, need: 4 },
      },
    ],
  });
});

it('C-02: refuses a nomination without a ground', async () => {
  expect(codesOf(await proposed({ grounds: [] }))).toEqual(['contest.no-ground']);
});

const named = {
  'C-03': 'leader',
  'C-04': 'skills',
  'C-05': 'achievement',
  'C-06': 'policy',
  'C-07': 'organisation',
} as const;

it('every ground of the regulation is one of ours', () => {
  expect(Object.values(named).sort()).toEqual([...grounds].sort());
});

describe('C-03, C-04, C-05, C-06, C-07', () => {
  it.each(Object.entries(named))('%s: the ground «%s» alone is enough', async (_id, name) => {
    const id = unwrap(await proposed({ grounds: [ground(name)] }));
    expect((await nominationOf(engine.ctx, id)).grounds).toMatchObject([{ ground: name, media: ['file'] }]);
  });
});

it('C-08: each ground is backed by a document: one without is refused, beside one with', async () => {
  const refusal = await proposed({ grounds: [ground('leader'), ground('policy', [])] });
  expect(codesOf(refusal)).toEqual(['contest.ground-not-documented']);
});

it('C-08: an edition that the operator opened without documents asks for none', async () => {
  const { ctx, clock } = engine;
  unwrap(await openEdition(ctx, command(operator), { year: 2027, groundDocuments: false }));
  clock.set('2027-09-01T06:00:00Z');
  const free = { edition: '2027', grounds: [ground('leader', [])] };
  expect((await proposed(free)).ok).toBe(true);
  // The edition before still asks for them; only its time is over.
  clock.set('2026-09-01T06:00:00Z');
  expect(codesOf(await proposed({ grounds: [ground('leader', [])] }))).toEqual([
    'contest.ground-not-documented',
  ]);
});

it.each(['university', 'school'] as const)(
  'C-09: refuses a student of a %s, with the reason',
  async (studies) => {
    const refusal = await proposed({ studies, college: null });
    expect(refusal).toMatchObject({
      ok: false,
      reasons: [{ code: 'contest.not-college-student', key: 'rules:contest.not-college-student' }],
    });
  },
);

it('tells what rules somebody out before they have answered everything, and nothing else', async () => {
  const edition = await editionOf(engine.ctx, '2026');
  const asked = (told: Parameters<typeof mayStillBeNominated>[2]) =>
    mayStillBeNominated(engine.ctx, edition, told);
  expect(codesOf(await asked({ studies: 'school' }))).toEqual(['contest.not-college-student']);
  expect(codesOf(await asked({ lowestMark: 3 }))).toEqual(['contest.mark-too-low']);
  expect((await asked({ studies: 'college', lowestMark: 4 })).ok).toBe(true);
});

it('refuses whoever has not consented, and a minor whose representative has not', async () => {
  const { ctx } = engine;
  const silent = await student(ctx, { consenting: false });
  expect(codesOf(await proposeNomination(ctx, command(silent), wish()))).toEqual(['contest.no-consent']);
  const minor = await student(ctx, { birthDate: '2010-05-01' });
  expect(codesOf(await proposeNomination(ctx, command(minor), wish()))).toEqual(['contest.no-consent']);
});

it('nominates a person once in an edition, also when two requests arrive at once', async () => {
  const { ctx } = engine;
  const who = await student(ctx);
  const both = await Promise.all([
    proposeNomination(ctx, command(who), wish()),
    proposeNomination(ctx, command(who), wish()),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.flatMap(codesOf)).toEqual(['contest.nominated-already']);
});

it('refuses a college that is not on the list', async () => {
  expect(codesOf(await proposed({ college: 'nowhere' }))).toEqual(['contest.college-unknown']);
  expect(await nominee(engine.ctx)).toMatch(/^[0-9a-f]{16}$/);
});
