// The credit story as one piece, for tests that play it under bad conditions.
import type { World } from '../../support/world/world.ts';
import { openCast, type StoryLanguages } from './cast.ts';
import * as chapter from './chapters.ts';

const city = { kk: 'Астана', ru: 'Астана', en: 'Astana' };
const university = { kk: 'Мысал', ru: 'Мысал', en: 'Mysal' };

export async function playCreditStory(world: World, languages: StoryLanguages) {
  const cast = await openCast(world, languages);
  await cast.operator.say('/start');
  await cast.operator.hears('credit-staff:menu.calm');
  await chapter.join(cast, cast.accreditor, 'accreditor', [city[languages.staff]]);
  await chapter.join(cast, cast.financialCentre, 'financial-centre', []);
  await chapter.join(cast, cast.registrar, 'registrar', [university[languages.staff]]);
  await chapter.organisationIsAccredited(cast);
  await chapter.coordinatorJoins(cast);
  await chapter.projectIsPublished(cast);
  await chapter.studentRegisters(world, cast);
  await chapter.studentBooks(cast);
  await chapter.studentIsInvited(cast);
  await chapter.twentyHours(world, cast);
  await chapter.reportIsApproved(cast);
  await chapter.moneyIsPaid(cast);
  await chapter.creditsAreReCredited(cast);
  await cast.student.say('/status');
  await cast.student.hears('credit:payout.paid');
  await cast.student.hears('credit:recredit.confirmed');
  return cast;
}
