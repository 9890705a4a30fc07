// The main story of the contest: an edition from January to December.
import { seats } from '../../../engine/store/seats.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, storyOf } from '../story.ts';
import { type Cast, COLLEGE, openCast, people, REGION } from './cast.ts';
import * as told from './chapters.ts';

const chapters: Chapters<Cast> = {
  nomination: async (world, cast) => {
    await told.onDay(world, '2026-09-07');
    await told.studentIsNominated(world, cast);
    await told.collegeConfirms(world, cast);
  },
  college: told.collegeChooses,
  sending: told.collegeSends,
  region: told.regionDecides,
};

export const story = storyOf<Cast>({ people, open: openCast, chapters, outcome });

async function outcome({ ctx }: World): Promise<Outcome> {
  const taken = async (id: string) => {
    const found = await seats.on(ctx.db).findById(id).lean();
    return found ? found.capacity - found.left : 0;
  };
  return {
    collegeSeats: await taken(`contest.college/2026/${COLLEGE}`),
    regionSeats: await taken(`contest.region/2026/${REGION}`),
  };
}
