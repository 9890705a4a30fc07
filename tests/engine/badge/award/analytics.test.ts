// What each role is promised to see (§4.4), from the sums of progress: counts, percentages by direction, ratings.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../engine/kernel/actor.ts';
import { analyticsFor } from '../../../../engine/programmes/badge/analytics/analytics.ts';
import { participationOf } from '../../../../engine/programmes/badge/cases.ts';
import { groupsOf } from '../../../../engine/programmes/badge/progress/kind.ts';
import type { Level, ParticipationState } from '../../../../engine/programmes/badge/states.ts';
import { assignExpert } from '../../../../engine/programmes/badge/supervision/assign-expert.ts';
import { progressSums, storedId } from '../../../../engine/progress/store.ts';
import { newOperator } from '../../../support/badge/commission.ts';
import {
  activeCentre,
  type Centre,
  newParticipant,
  participationIn,
} from '../../../support/badge/complete.ts';
import { newCommand, newStaff, unwrap } from '../../../support/credit/cast.ts';
import { withEngine } from '../../../support/fixtures/with-engine.ts';

const stage = withEngine('file');

let here: Centre;
let there: Centre;
let operator: Actor;
let second: Actor;

/** Somebody at a level with a rating, as the room of progress has summed it up. */
async function standing(centre: Centre, name: string, sport: number, more: object = {}) {
  const {
    level = 'bronze',
    state = 'active',
    reading = null,
  } = more as {
    level?: Level;
    state?: ParticipationState;
    reading?: number | null;
  };
  const person = await newParticipant(stage.ctx, name);
  const id = await participationIn(stage.ctx, person, { centre, level, state });
  const figures = { sport, ...(reading !== null && { reading }) };
  const rating = Object.values(figures).reduce((sum, each) => sum + each, 0) / Object.keys(figures).length;
  const groups = ['all', ...groupsOf(await participationOf(stage.ctx, id))].map((each) =>
    storedId('badge', each),
  );
  const sum = { kind: 'badge', owner: id, groups, score: rating, figures, details: null, round: 1 };
  await progressSums.on(stage.ctx.db).collection.insertOne({ _id: storedId('badge', id), ...sum } as never);
}

beforeAll(async () => {
  here = await activeCentre(stage.ctx);
  there = await activeCentre(stage.ctx, '990340000127', '10');
  operator = await newOperator(stage.ctx);
  await standing(here, 'Бір Мысал', 100, { reading: 50 });
  await standing(here, 'Екі Мысал', 50);
  await standing(here, 'Үш Мысал', 0, { level: 'silver', state: 'complete' });
  await standing(here, 'Кеткен Мысал', 90, { state: 'withdrawn' });
  await standing(there, 'Төрт Мысал', 20);
  second = await newStaff(stage.ctx, 'second-mentor', [{ role: 'mentor', scope: here.scope }]);
});

const here75 = {
  participants: 3,
  directions: { sport: 50, reading: 50 },
  levels: [
    { level: 'bronze', participants: 2, rating: 62.5 },
    { level: 'silver', participants: 1, rating: 0 },
    { level: 'gold', participants: 0, rating: null },
  ],
};

describe('analytics', () => {
  it('B-70: a mentor sees percentages, ratings by level and the number of their own participants', async () => {
    expect(await analyticsFor(stage.ctx, here.mentor)).toEqual({ role: 'mentor', ...here75 });
    expect(await analyticsFor(stage.ctx, there.mentor)).toMatchObject({
      participants: 1,
      directions: { sport: 20 },
    });
  });

  it('B-82: an expert sees besides the number of mentors', async () => {
    const expert = await newStaff(stage.ctx, 'expert', [{ role: 'expert', scope: 'region:75' }]);
    expect(await analyticsFor(stage.ctx, expert)).toMatchObject({ participants: 0, mentors: 0 });
    for (const mentor of [here.mentor.id, second.id])
      unwrap(await assignExpert(stage.ctx, newCommand(operator), { mentor, expert: expert.id }));
    expect(await analyticsFor(stage.ctx, expert)).toEqual({ role: 'expert', ...here75, mentors: 2 });
  });

  it('B-88: a coordinator sees besides the number of experts', async () => {
    const grants = [{ role: 'regional-coordinator', scope: 'region:75' }] as const;
    const coordinator = await newStaff(stage.ctx, 'coordinator', grants);
    expect(await analyticsFor(stage.ctx, coordinator)).toEqual({
      ...{ role: 'regional-coordinator', ...here75, mentors: 2, experts: 1 },
    });
  });

  it('B-106: the operator sees the numbers of all roles, and the regional coordinators', async () => {
    const seen = await analyticsFor(stage.ctx, operator);
    expect(seen).toMatchObject({ participants: 4, mentors: 3, experts: 1 });
    expect(seen.coordinators).toMatchObject([{ name: 'coordinator', regions: ['75'] }]);
  });

  it('B-107: the operator sees ratings of all by level, and by region', async () => {
    const seen = await analyticsFor(stage.ctx, operator);
    expect(seen.levels[0]).toEqual({ level: 'bronze', participants: 3, rating: 48.3 });
    expect(seen.regions).toEqual([
      { region: '75', participants: 3, rating: 41.7 },
      { region: '10', participants: 1, rating: 20 },
    ]);
  });

  it('is refused to whoever supervises nobody', async () => {
    const participant = await newParticipant(stage.ctx, 'Жай Мысал');
    for (const each of [participant, here.head])
      expect(() => analyticsFor(stage.ctx, each)).toThrow(
        'analytics are for those who supervise participants',
      );
  });
});
