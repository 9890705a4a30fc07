// The college's offers that no student has answered: the link once more, or the offer taken back.
import { text } from '../../../../engine/kernel/message.ts';
import {
  type Offer,
  offerPayload,
  waitingOffers,
  withdrawOffer,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { placeIn, placeSteps, placeWord } from '../staff/places.ts';

async function ownOffers(talk: ContestTalk): Promise<readonly Offer[]> {
  const place = await placeIn(talk);
  return place.stage === 'college' ? waitingOffers(talk.env, talk.actor, place) : [];
}

const options = async (talk: ContestTalk): Promise<readonly Option[]> =>
  (await ownOffers(talk)).map(({ _id, name, state }) => ({
    value: _id,
    label: text(`contest-offer:waiting.${state}`, { name }),
  }));

const deeds: readonly Option[] = [
  { value: 'link', label: text('contest-offer:button.link') },
  { value: 'withdraw', label: text('contest-offer:button.withdraw') },
];

const isWithdrawal = ({ deed }: { readonly deed?: unknown }): boolean => deed === 'withdraw';

const deskButton = async (talk: ContestTalk) =>
  goButton('contest-staff:button.desk', 'contest.desk', placeWord(await placeIn(talk)));

export const offers: Dialogue<EngineContext> = dialogue('contest.offers', { version: 1 }, [
  ...placeSteps,
  choose('offer', options, 'contest-offer:waiting.which', { none: 'contest-offer:waiting.none' }),
  choose('deed', deeds, 'contest-offer:waiting.deed'),
  say('link', async (talk) => {
    if (talk.draft.deed !== 'link') return onward;
    const link = talk.env.links.start('participant', offerPayload(talk.env, answer(talk.draft, 'offer')));
    const { calendar } = await runningEdition(talk);
    const params = { link, day: calendar.internalEnds };
    return ending('contest-offer:waiting.link', params, await deskButton(talk));
  }),
  confirm('sure', 'contest-offer:waiting.sure', undefined, {
    button: 'contest-offer:button.withdraw',
    when: isWithdrawal,
  }),
  call(
    'withdraw',
    (talk: ContestTalk) => withdrawOffer(talk.env, talk.command('withdraw'), answer(talk.draft, 'offer')),
    {
      ok: async (_id, talk) =>
        ending('contest-offer:waiting.withdrawn', undefined, await deskButton(talk), menuButton()),
      when: isWithdrawal,
    },
  ),
]);
