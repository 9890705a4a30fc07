// The home of whoever acts for a college or a region: the stage and its days, how many nominees stand where, and what can be
// done now.

import { inOffice } from '../../../../engine/commissions/composition.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import {
  concludedSittingOf,
  editionOf,
  findCommission,
  isOver,
  type Nominee,
  nomineesAt,
  openSittingOf,
  type Place,
  waitingOffers,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';
import { placeIn, placeName, placeSteps, placeWord } from './places.ts';

export const desk: Dialogue<EngineContext> = dialogue('contest.desk', { version: 1 }, [
  ...placeSteps,
  say('show', async (talk) => {
    const { texts, buttons } = await deskOf(talk, await placeIn(talk));
    return { texts, buttons: [...buttons.map((each) => [each]), [menuButton()]], next: 'end' };
  }),
]);

async function deskOf(talk: ContestTalk, place: Place) {
  const nominees = await nomineesAt(talk.env, talk.actor, place);
  const commission = await findCommission(talk.env, place);
  const members = commission ? inOffice(commission.members).length : 0;
  const texts: Text[] = [
    await placeName(talk, place),
    text(`contest-staff:desk.days-${place.stage}`, await daysOf(talk, place)),
    ...countLines(nominees),
    commission
      ? text('contest-staff:desk.commission', { count: members })
      : text('contest-staff:desk.no-commission'),
  ];
  return { texts, buttons: await buttonsOf(talk, place, nominees, commission !== null) };
}

async function daysOf({ env }: ContestTalk, { edition }: Place) {
  const { calendar, year, seats } = await editionOf(env, edition);
  return {
    ...{ year, internal: calendar.internalEnds, submission: calendar.submissionEnds },
    ...{ regional: calendar.regionalEnds, package: calendar.packageEnds },
    ...{ collegeSeats: seats.college, regionSeats: seats.region },
  };
}

/** How many stand where; states that nobody is in are not named. */
function countLines(nominees: readonly Nominee[]): readonly Text[] {
  const counts = new Map<string, number>();
  for (const { nomination } of nominees)
    counts.set(nomination.state, (counts.get(nomination.state) ?? 0) + 1);
  if (counts.size === 0) return [text('contest-staff:desk.no-nominees')];
  return [...counts].map(([state, count]) => text(`contest-staff:count.${state}`, { count }));
}

async function buttonsOf(
  talk: ContestTalk,
  place: Place,
  nominees: readonly Nominee[],
  hasCommission: boolean,
): Promise<readonly Button[]> {
  const word = placeWord(place);
  const has = (...states: readonly string[]) =>
    nominees.some(({ nomination }) => states.includes(nomination.state));
  const button = (label: string, go: string) => goButton(`contest-staff:button.${label}`, go, word);
  const isOfCollege = place.stage === 'college';
  const sits = (await openSittingOf(talk.env, place)) !== null;
  const concluded = await concludedSittingOf(talk.env, place);
  const isWaiting = isOfCollege ? has('at-college') : has('sent');
  return [
    ...(isOfCollege ? await offerButtons(talk, place) : []),
    ...(hasCommission ? [] : [button('form', 'contest.form')]),
    ...(hasCommission ? [button('invite-member', 'contest.member-invite')] : []),
    ...(hasCommission && isWaiting ? [button('sit', 'contest.sit')] : []),
    ...(sits ? [button('decide', 'contest.decide')] : []),
    ...(isOfCollege && has('chosen', 'reserve') ? [button('send', 'contest.send')] : []),
    ...(!isOfCollege && has('not-passed') ? [button('pass', 'contest.pass')] : []),
    ...(nominees.length > 0 ? [button('nominees', 'contest.nominees')] : []),
    ...(concluded ? [goButton('contest-staff:button.protocol', 'contest.protocol', concluded._id)] : []),
  ];
}

/** A college nominates while its stage runs, and looks after what its students have not answered. */
async function offerButtons(talk: ContestTalk, place: Place): Promise<readonly Button[]> {
  const { env, actor, now } = talk;
  if (isOver(await editionOf(env, place.edition), 'internalEnds', now)) return [];
  const waits = (await waitingOffers(env, actor, place)).length > 0;
  const word = placeWord(place);
  return [
    goButton('contest-offer:button.offer', 'contest.offer', word),
    ...(waits ? [goButton('contest-offer:button.offers', 'contest.offers', word)] : []),
  ];
}
