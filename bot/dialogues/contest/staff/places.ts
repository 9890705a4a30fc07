// Which college or region a script of the staff desk speaks of: the one that a button names, or the only one of the person.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  collegeName,
  editionOf,
  type Place,
  placesOf,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { InputStep, Step } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { ContestTalk } from '../contest-talk.ts';

/** `college.<id>`, `region.<code>`: as buttons carry it. */
export const placeWord = ({ stage, at }: Pick<Place, 'stage' | 'at'>): string => `${stage}.${at}`;

const wordIn = ({ argument, draft }: ContestTalk): string => argument || answer(draft, 'place');

/** @throws TypeError before `placeSteps` have seen to it */
export async function placeIn(talk: ContestTalk): Promise<Place> {
  const found = await findPlace(talk);
  if (!found) throw new TypeError('no place is known yet');
  return found;
}

async function findPlace(talk: ContestTalk): Promise<Place | null> {
  const places = await placesOf(talk.env, talk.actor);
  const word = wordIn(talk);
  const named = places.find((each) => placeWord(each) === word);
  return named ?? (word === '' && places.length === 1 ? (places[0] ?? null) : null);
}

/** The first steps of whatever is done for a college or a region: only for those who act for one. */
export const placeSteps: readonly Step<EngineContext>[] = [
  say('has-place', async (talk) => {
    const places = await placesOf(talk.env, talk.actor);
    if (places.length === 0) return ending('contest-staff:desk.nothing', undefined, menuButton());
    if (await findPlace(talk)) return { texts: [], next: 'on', known: ['place'] };
    return talk.argument === ''
      ? { texts: [], next: 'on' }
      : ending('common:reason.not-allowed', undefined, menuButton());
  }),
  whichPlace(),
];

function whichPlace(): InputStep<EngineContext> {
  const options = async (talk: ContestTalk): Promise<readonly Option[]> => {
    const places = await placesOf(talk.env, talk.actor);
    return Promise.all(
      places.map(async (place) => ({ value: placeWord(place), label: await placeName(talk, place) })),
    );
  };
  return choose('place', options, 'contest-staff:desk.which-place');
}

export async function placeName({ env }: ContestTalk, { stage, at }: Place): Promise<Text> {
  return stage === 'college'
    ? text('contest-staff:place.college', await collegeName(env, at))
    : text('contest-staff:place.region', { code: at });
}

/** The last day on which the stage is decided. */
export async function lastDay({ env }: ContestTalk, { edition, stage }: Place): Promise<string> {
  const { calendar } = await editionOf(env, edition);
  return stage === 'college' ? calendar.internalEnds : calendar.regionalEnds;
}
