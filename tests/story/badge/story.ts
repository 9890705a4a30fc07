// The main story of the badge: from the application to a bronze award with its certificate.
import { badge } from '../../../engine/programmes/badge/programme.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, storyOf } from '../story.ts';
import * as application from './application.ts';
import * as award from './award.ts';
import { type Cast, openCast, people } from './cast.ts';
import * as journal from './journal.ts';

const chapters: Chapters<Cast> = {
  centre: application.centreIsAccepted,
  mentor: application.mentorJoins,
  application: application.participantApplies,
  decision: application.applicationIsAccepted,
  activation: application.participantIsActivated,
  journal: journal.firstWeek,
  weeks: journal.weeksPass,
  books: journal.booksAreRead,
  standards: journal.standardsAreMet,
  expedition: journal.expedition,
  results: journal.resultsAreShown,
  confirmation: journal.directionsAreConfirmed,
  nomination: award.headProposes,
  commission: award.commissionIsFormed,
  interview: award.nomineeIsInterviewed,
  decisions: award.commissionDecides,
  award: award.badgeIsGiven,
};

export const story = storyOf<Cast>({
  ...{ people, open: openCast, chapters, outcome },
  inWebChat: ['head', 'member-2'],
});

/** @throws Error with what does not hold */
async function outcome({ ctx }: World): Promise<Outcome> {
  const { db } = ctx;
  const broken = await Promise.all(Object.values(badge.invariants).map((each) => each(ctx)));
  if (broken.flat().length > 0) throw new Error(broken.flat().join('; '));
  const [award] = await db.collection('badge_awards').find().toArray();
  const [sum] = await db.collection('progress_sums').find().toArray();
  const [certificate] = await db.collection('certificates').find().toArray();
  return {
    level: award?.level ?? null,
    percent: sum?.score ?? null,
    awarded: award?.state === 'awarded',
    certificate: certificate?.number ?? null,
  };
}
