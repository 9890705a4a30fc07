// The main story of the credit: from the first word to payout, re-credit and certificate.
import type { Language } from '../../../engine/kernel/languages.ts';
import type { World } from '../../support/world/world.ts';
import { type Chapters, type Outcome, playWhole, storyOf } from '../story.ts';
import { type Cast, openCast, people, type StoryLanguages } from './cast.ts';
import * as told from './chapters.ts';

const city = { kk: 'Астана', ru: 'Астана', en: 'Astana' };
const university = { kk: 'Мысал', ru: 'Мысал', en: 'Mysal' };
const here = (names: Readonly<Record<Language, string>>, { operator }: Cast) => names[operator.language];

const chapters: Chapters<Cast> = {
  staff: async (_world, cast) => {
    await cast.operator.say('/start');
    await cast.operator.hears('staff:menu.calm');
    await told.join(cast, cast.accreditor, 'accreditor', [here(city, cast)]);
    await told.join(cast, cast.financialCentre, 'financial-centre', []);
    await told.join(cast, cast.registrar, 'registrar', [here(university, cast)]);
  },
  organisation: async (_world, cast) => {
    await told.organisationIsAccredited(cast);
    await told.coordinatorJoins(cast);
  },
  project: async (_world, cast) => told.projectIsPublished(cast),
  registration: told.studentRegisters,
  interview: async (_world, cast) => {
    await told.studentBooks(cast);
    await told.studentIsInvited(cast);
  },
  hours: told.twentyHours,
  report: async (_world, cast) => told.reportIsApproved(cast),
  payout: async (_world, cast) => told.moneyIsPaid(cast),
  recredit: async (_world, cast) => told.creditsAreReCredited(cast),
  certificate: async (_world, cast) => told.certificateIsGiven(cast),
};

export const story = storyOf<Cast>({
  people,
  inWebChat: ['accreditor', 'registrar'],
  open: (world, { participant, staff }) => openCast(world, { student: participant, staff }),
  chapters,
  outcome,
});

export const playCreditStory = async (world: World, languages: StoryLanguages): Promise<Cast> =>
  playWhole(chapters, world, await openCast(world, languages));

async function outcome({ ctx: { db } }: World): Promise<Outcome> {
  const paid = (await db.collection('credit_payouts').find().toArray()).filter(is('paid'));
  const recredited = (await db.collection('credit_recredits').find().toArray()).filter(is('confirmed'));
  const [certificate] = await db.collection('certificates').find().toArray();
  return {
    payouts: paid.length,
    tenge: sum(paid.map(({ amount }) => Number(amount))),
    academicCredits: sum(recredited.map(({ academicCredits }) => Number(academicCredits))),
    certificate: certificate?.number ?? null,
  };
}

const is = (wanted: string) => (each: object) => 'state' in each && each.state === wanted;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
