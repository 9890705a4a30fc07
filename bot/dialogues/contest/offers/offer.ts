// The college's responsible person nominates a student: the name, the lowest mark, the grounds with their documents. Each answer
// that rules the nomination out is refused at once; what comes of it is a link for the student, who has the last word.
import { text } from '../../../../engine/kernel/message.ts';
import {
  collegeName,
  mayStillBeNominated,
  offerNomination,
  offerPayload,
  refuseAfter,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, goButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { choose } from '../../../dialogue/steps/choose.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer, answerNumber } from '../../../dialogue/talk.ts';
import { fullName } from '../../fields/full-name.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { documentSteps, groundChanges, groundSteps, groundsIn, markOptions } from '../grounds.ts';
import { placeIn, placeSteps, placeWord } from '../staff/places.ts';

export const offer: Dialogue<EngineContext> = dialogue('contest.offer', { version: 1 }, [
  ...placeSteps,
  say('may-begin', mayBegin),
  ask('name', fullName, 'contest-offer:make.which-name'),
  choose('mark', markOptions, 'contest-offer:make.which-mark'),
  say('by-mark', byMark),
  ...groundSteps({
    which: 'contest-offer:make.which-grounds',
    what: (ground) => `contest-offer:make.what-${ground}`,
    files: (ground) => `contest-offer:make.files-${ground}`,
  }),
  review('review', 'contest-offer:make.review', reviewParams, {
    button: 'contest-offer:button.make',
    change: [
      { step: 'name', label: 'contest-offer:change.name' },
      { step: 'mark', label: 'contest:change.mark' },
      ...groundChanges,
    ],
    facts: async ({ draft }) =>
      groundsIn(draft).map(({ ground, what }) =>
        text('contest:ground-line', { ground: `contest:ground.${ground}`, what }),
      ),
  }),
  call('offer', offered, {
    ok: async (id, talk) => {
      const word = placeWord(await placeIn(talk));
      const link = talk.env.links.start('participant', offerPayload(talk.env, id));
      const { calendar } = await runningEdition(talk);
      return ending(
        'contest-offer:make.done',
        { link, day: calendar.internalEnds },
        goButton('contest-offer:button.another', 'contest.offer', word),
        goButton('contest-staff:button.desk', 'contest.desk', word),
      );
    },
    refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' }),
  }),
]);

/** A college only, and in time; without documents where the edition asks for none. */
async function mayBegin(talk: ContestTalk): Promise<Outcome> {
  if ((await placeIn(talk)).stage !== 'college')
    return ending('common:reason.not-allowed', undefined, menuButton());
  const edition = await runningEdition(talk);
  const late = refuseAfter(edition, 'internalEnds', talk.now);
  if (late) return { texts: reasonTexts(late.reasons), buttons: [[menuButton()]], next: 'end' };
  return {
    texts: [text('contest-offer:make.intro', { year: edition.year })],
    ...{ next: 'on', known: edition.groundDocuments ? [] : documentSteps },
  };
}

async function byMark(talk: ContestTalk): Promise<Outcome> {
  const told = { lowestMark: answerNumber(talk.draft, 'mark') };
  const result = await mayStillBeNominated(talk.env, await runningEdition(talk), told);
  return result.ok ? onward : { texts: reasonTexts(result.reasons), buttons: [[menuButton()]], next: 'end' };
}

async function reviewParams(talk: ContestTalk) {
  const { at } = await placeIn(talk);
  return {
    ...(await collegeName(talk.env, at)),
    ...{ name: answer(talk.draft, 'name'), mark: answerNumber(talk.draft, 'mark') },
  };
}

async function offered(talk: ContestTalk) {
  const { edition, at } = await placeIn(talk);
  return offerNomination(talk.env, talk.command('offer'), {
    ...{ edition, college: at, name: answer(talk.draft, 'name') },
    ...{ lowestMark: answerNumber(talk.draft, 'mark'), grounds: groundsIn(talk.draft) },
  });
}
