// The main story of the contest: an edition from January to December.
import { publicationCount } from '../../../engine/programmes/contest/programme.ts';
import { readsAll } from '../../../engine/store/indexes.ts';
import { seats } from '../../../engine/store/seats.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, storyOf } from '../story.ts';
import { type Cast, COLLEGE, openCast, people, REGION } from './cast.ts';
import * as told from './chapters.ts';
import * as republic from './republic.ts';

const chapters: Chapters<Cast> = {
  nomination: async (world, cast) => {
    await told.onDay(world, '2026-09-07');
    await told.studentIsNominated(world, cast);
    await told.collegeConfirms(world, cast);
  },
  college: told.collegeChooses,
  sending: told.collegeSends,
  region: told.regionDecides,
  packages: republic.packagesAreSent,
  publicity: republic.pressWrites,
  laureates: republic.laureatesAreNamed,
};

export const story = storyOf<Cast>({
  ...{ people, open: openCast, chapters, outcome },
  inWebChat: ['officer', 'college-ngo', 'region-ngo'],
});

async function outcome(world: World): Promise<Outcome> {
  const { ctx } = world;
  await everybodyHasRead(world);
  const taken = async (id: string) => {
    const found = await seats.on(ctx.db).findById(id).lean();
    return found ? found.capacity - found.left : 0;
  };
  const count = (name: string, filter: object) =>
    ctx.db.collection(name).countDocuments({ ...readsAll, ...filter } as never);
  return {
    collegeSeats: await taken(`contest.college/2026/${COLLEGE}`),
    regionSeats: await taken(`contest.region/2026/${REGION}`),
    packages: await count('contest_packages', { 'sent.at': { $ne: null } }),
    publications: (await publicationCount(ctx, '2026')).participants,
    laureates: await count('contest_nominations', { state: 'laureate' }),
  };
}

/** What was announced has been told: nothing comes after the last line. */
async function everybodyHasRead({ ctx }: World): Promise<void> {
  const waits = async () => {
    const outboxes = await ctx.db
      .collection('contest_nominations')
      .countDocuments({ 'outbox.id': { $gt: '' } });
    const deliveries = await ctx.db
      .collection('deliveries')
      .countDocuments({ ...readsAll, state: 'waiting' } as never);
    return outboxes + deliveries > 0;
  };
  for (let looks = 0; looks < LOOKS && (await waits()); looks += 1)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
}

const LOOKS = 1_000;
const LOOK_EVERY = 20;
