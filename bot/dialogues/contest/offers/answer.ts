// A student answers the offer of their college: sees what the college wrote of them, agrees, gives the consent in this account,
// and is nominated. A minor waits for the legal representative in between, and comes back from the menu.
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  acceptOffer,
  collegeName,
  declineOffer,
  editionOf,
  findNomination,
  groundLines,
  type Offer,
  offerFor,
  offerInLink,
  refuseAfter,
  takeOffer,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { deciding } from '../../../dialogue/steps/deciding.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import type { OpenLink } from '../../shared/open-link.ts';
import { registeredOnly } from '../../shared/register.ts';
import { consentState, consentSteps, inviteGuardianButton } from '../consent.ts';
import { type ContestTalk, onward } from '../contest-talk.ts';

/** Null for a link that is no offer's. */
export const openOfferLink: OpenLink = async ({ env, argument }) =>
  offerInLink(env, argument) === null ? null : { texts: [], next: { go: 'contest.answer', argument } };

const answers: readonly Option[] = [
  { value: 'yes', label: text('contest-offer:button.agree') },
  { value: 'no', label: text('contest-offer:button.decline') },
];

/** What the link offers, or what was taken before. */
export const offerIn = ({ env, actor, argument }: ContestTalk): Promise<Offer | null> =>
  offerFor(env, actor.id, argument === '' ? null : (offerInLink(env, argument) ?? ''));

/** @throws TypeError where it is gone: the dialogue's first steps see to that */
async function ownOffer(talk: ContestTalk): Promise<Offer> {
  const offer = await offerIn(talk);
  if (!offer) throw new TypeError('no offer is to be answered');
  return offer;
}

async function mayBegin(talk: ContestTalk): Promise<Outcome> {
  const offer = await offerIn(talk);
  if (!offer) return ending('contest-offer:reason.gone', undefined, menuButton());
  const late = refuseAfter(await editionOf(talk.env, offer.edition), 'internalEnds', talk.now);
  if (late) return { texts: reasonTexts(late.reasons), buttons: [[menuButton()]], next: 'end' };
  const known = await findNomination(talk.env, offer.edition, talk.actor.id);
  if (known && known.state !== 'withdrawn' && known.state !== 'not-admitted')
    return ending(
      'contest:reason.nominated-already',
      undefined,
      goButton('contest:button.status', 'contest.status'),
    );
  const consent = await consentState(talk);
  const isTaken = offer.state === 'taken';
  if (isTaken && consent === 'asked')
    return ending('guardian:needed', undefined, inviteGuardianButton(), menuButton());
  const asked = [
    ...(isTaken && consent === 'live' ? ['answer'] : []),
    ...(consent === 'live' ? ['consent'] : []),
  ];
  return { texts: await told(talk, offer), next: 'on', known: asked };
}

/** What the college wrote of the student: for them to judge. */
async function told({ env }: ContestTalk, offer: Offer): Promise<readonly Text[]> {
  const { college, edition, name, lowestMark: mark } = offer;
  const { year } = await editionOf(env, edition);
  const params = { ...(await collegeName(env, college)), year, name, mark };
  return [text('contest-offer:answer.offer', params), ...groundLines(offer)];
}

const declining = (id: string, when: (draft: ContestTalk['draft']) => boolean) =>
  call(
    id,
    async (talk: ContestTalk) => declineOffer(talk.env, talk.command(id), (await ownOffer(talk))._id),
    { ok: () => ending('contest-offer:answer.declined', undefined, menuButton()), when },
  );

const [askConsent, ...afterConsent] = consentSteps;

export const answerOffer: Dialogue<EngineContext> = dialogue('contest.answer', { version: 1 }, [
  registeredOnly('contest.answer'),
  say('may-begin', mayBegin),
  deciding(choose('answer', answers, 'contest-offer:answer.agree')),
  declining('decline', (draft) => draft.answer === 'no'),
  call(
    'take',
    async (talk: ContestTalk) => takeOffer(talk.env, talk.command('take'), (await ownOffer(talk))._id),
    { ok: () => onward, when: (draft) => draft.answer === 'yes' },
  ),
  ...(askConsent ? [askConsent] : []),
  declining('no-consent', (draft) => draft.consent === 'no'),
  ...afterConsent,
  // Whoever has just agreed is not asked twice; a minor who comes back is.
  confirm('sure', 'contest-offer:answer.sure', undefined, {
    button: 'contest-offer:button.accept',
    when: (draft) => draft.answer !== 'yes',
  }),
  call(
    'accept',
    async (talk: ContestTalk) => acceptOffer(talk.env, talk.command('accept'), (await ownOffer(talk))._id),
    {
      ok: () =>
        ending(
          'contest-offer:answer.done',
          undefined,
          goButton('contest:button.status', 'contest.status'),
          menuButton(),
        ),
      refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' }),
    },
  ),
]);
