// Whom the completion rules judge: what the database works out of a credit is what the use-case would tell the rules,
// and counting them there comes to the same as judging each.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { organisations } from '../../../engine/organisations/store.ts';
import { countMet } from '../../../engine/programmes/counting.ts';
import { completionFacts } from '../../../engine/programmes/credit/facts.ts';
import {
  activeCreditStates,
  creditStates,
  entryStates,
  targets,
} from '../../../engine/programmes/credit/states.ts';
import { type Credit, students } from '../../../engine/programmes/credit/store.ts';
import { countLive, KEPT_FOR } from '../../../engine/programmes/live-count.ts';
import { populationOf } from '../../../engine/programmes/population.ts';
import type { Subject } from '../../../engine/rules/rule-book.ts';
import { BIN, newHost } from '../../support/credit/cast.ts';
import { aCredit, anEntry } from '../../support/credit/credits.ts';
import { type Ground, openGround, put } from '../../support/credit/ground.ts';
import { holds } from '../../support/run/holds.ts';

const SET = 'credit.completion';
const ON = '2026-10-05';
const OTHER = '200340000032';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await newHost(ground.ctx);
});
afterAll(() => ground.close());

const credit = fc
  .record({
    target: fc.constantFrom(...targets),
    state: fc.constantFrom(...creditStates),
    organisationId: fc.constantFrom(BIN, OTHER),
    entries: fc.array(
      fc.record({ minutes: fc.constantFrom(1, 59, 60, 400, 480), state: fc.constantFrom(...entryStates) }),
      { maxLength: 9 },
    ),
  })
  .map(({ entries, ...rest }): Credit => aCredit({ ...rest, entries: entries.map((each) => anEntry(each)) }));

let looks = 0;

it('is told by the database as by the use-case, and counted as judged', { timeout: 120_000 }, async () => {
  const { ctx } = ground;
  const population = populationOf(ctx, SET);
  if (!population) throw new Error('nobody');
  expect((await organisations.on(ctx.db).findById(BIN).lean())?.accreditation).toBe('accredited');
  await holds(
    fc.asyncProperty(fc.array(fc.array(credit, { maxLength: 3 }), { maxLength: 12 }), async (all) => {
      await students.raw(ctx.db).deleteMany({});
      for (const [n, credits] of all.entries())
        await put(ctx, students, { interviews: [], credits }, `student-${n}`);
      const found: Subject[] = [];
      for await (const batch of population.subjects(ctx, ON)) found.push(...batch);
      const expected = all.flatMap((credits, n) =>
        credits
          .filter(({ state }) => activeCreditStates.includes(state))
          .map((each) => ({
            person: `student-${n}`,
            facts: completionFacts(each, true, each.organisationId === BIN),
          })),
      );
      expect(found.map(({ person, facts }) => ({ person, facts })).sort(byPlace)).toEqual(
        expected.sort(byPlace),
      );
      const compiled = ctx.rules.compiled(SET, ON);
      const met = expected.filter(({ facts }) => compiled.evaluate(facts).outcome === 'met').length;
      expect(await countMet(ctx, [ctx.rules, ctx.rules], population, ON)).toEqual({
        ...{ total: expected.length, met: [met, met] },
      });
      looks += 1;
      expect(await countLive(ctx, `draft-${looks}`, [ctx.rules, ctx.rules], population, ON)).toMatchObject({
        ...{ total: expected.length, met: [met, met] },
      });
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

it('is read once while a draft is edited, and anew for another draft or after a minute', async () => {
  const { ctx } = ground;
  const population = populationOf(ctx, SET);
  if (!population) throw new Error('nobody');
  const total = async (draft: string) => (await countLive(ctx, draft, [ctx.rules], population, ON)).total;
  const begin = (id: string) =>
    put(ctx, students, { interviews: [], credits: [aCredit({ state: 'working', organisationId: BIN })] }, id);
  await students.raw(ctx.db).deleteMany({});
  await begin('one');
  expect(await total('edited')).toBe(1);
  await begin('two');
  expect([await total('edited'), await total('another'), await total('another')]).toEqual([1, 2, 2]);
  await begin('three');
  ground.clock.advance(KEPT_FOR);
  expect(await total('another')).toBe(3);
});

const byPlace = (one: object, other: object): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
