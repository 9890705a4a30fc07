// A student of a college nominates themselves: consent, where they study, the lowest mark, the grounds with their documents.
// Each answer that rules the nomination out is refused at once, by the rule's own words.

import { localDate } from '../../../engine/kernel/calendar.ts';
import { text } from '../../../engine/kernel/message.ts';
import {
  collegeName,
  editionNow,
  findNomination,
  mayStillBeNominated,
  proposeNomination,
  refuseAfter,
  type Studies,
  studies,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { collegesOn } from '../../../engine/reference/colleges.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { call, goButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { review } from '../../dialogue/steps/review.ts';
import { answer, answerNumber } from '../../dialogue/talk.ts';
import { ending, menuButton } from '../shared/endings.ts';
import { registeredOnly } from '../shared/register.ts';
import { consentState, consentSteps, inviteGuardianButton } from './consent.ts';
import { type ContestTalk, editionRegions, onward, runningEdition } from './contest-talk.ts';
import { documentSteps, groundChanges, groundSteps, groundsIn, markOptions } from './grounds.ts';

const studyOptions: readonly Option[] = studies.map((value) => ({
  value,
  label: text(`contest:studies.${value}`),
}));

export const nominate: Dialogue<EngineContext> = dialogue('contest.nominate', { version: 1 }, [
  registeredOnly('contest.nominate'),
  say('may-begin', mayBegin),
  ...consentSteps,
  choose('studies', studyOptions, 'contest:nominate.which-studies'),
  say('by-studies', (talk) => stillPossible(talk, { studies: studiesIn(talk) })),
  choose('region', editionRegions, 'contest:nominate.which-region'),
  choose('college', collegeOptions, 'contest:nominate.which-college', {
    none: 'contest:nominate.no-colleges',
  }),
  choose('mark', markOptions, 'contest:nominate.which-mark'),
  say('by-mark', (talk) => stillPossible(talk, { lowestMark: answerNumber(talk.draft, 'mark') })),
  ...groundSteps({
    which: 'contest:nominate.which-grounds',
    what: (ground) => `contest:nominate.what-${ground}`,
    files: (ground) => `contest:nominate.files-${ground}`,
  }),
  review('review', 'contest:nominate.review', reviewParams, {
    button: 'contest:button.nominate',
    change: [
      { step: 'college', label: 'contest:change.college' },
      { step: 'mark', label: 'contest:change.mark' },
      ...groundChanges,
    ],
    facts: async ({ draft }) =>
      groundsIn(draft).map(({ ground, what }) =>
        text('contest:ground-line', { ground: `contest:ground.${ground}`, what }),
      ),
  }),
  call('propose', proposed, {
    ok: async (_id, talk) =>
      ending(
        'contest:nominate.done',
        await doneParams(talk),
        goButton('contest:button.status', 'contest.status'),
        menuButton(),
      ),
    refused: (reasons) => ({ texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' }),
  }),
]);

/** Only in the days of an edition, and once: and what needs not be asked. */
async function mayBegin(talk: ContestTalk): Promise<Outcome> {
  const { env, actor, now } = talk;
  const edition = await editionNow(env);
  if (!edition) return ending('contest:nominate.no-edition', undefined, menuButton());
  const late = refuseAfter(edition, 'internalEnds', now);
  if (late) return { texts: reasonTexts(late.reasons), buttons: [[menuButton()]], next: 'end' };
  const known = await findNomination(env, edition._id, actor.id);
  if (known && known.state !== 'withdrawn' && known.state !== 'not-admitted')
    return ending(
      'contest:reason.nominated-already',
      undefined,
      goButton('contest:button.status', 'contest.status'),
    );
  const consent = await consentState(talk);
  if (consent === 'asked') return ending('guardian:needed', undefined, inviteGuardianButton(), menuButton());
  const asked = { ...(consent === 'live' && { consent }) };
  const notAsked = [...Object.keys(asked), ...(edition.groundDocuments ? [] : documentSteps)];
  return { texts: [text('contest:nominate.intro', { year: edition.year })], next: 'on', known: notAsked };
}

const studiesIn = ({ draft }: ContestTalk): Studies =>
  studies.find((each) => each === draft.studies) ?? 'school';

async function stillPossible(
  talk: ContestTalk,
  told: Parameters<typeof mayStillBeNominated>[2],
): Promise<Outcome> {
  const result = await mayStillBeNominated(talk.env, await runningEdition(talk), told);
  return result.ok ? onward : { texts: reasonTexts(result.reasons), buttons: [[menuButton()]], next: 'end' };
}

async function collegeOptions({ env, draft, now, language }: ContestTalk): Promise<readonly Option[]> {
  const found = await collegesOn(env, localDate(now), answer(draft, 'region'));
  return found.map((each) => ({
    value: each.id,
    label: text('common:plain', { value: each[language] }),
  }));
}

async function reviewParams({ env, draft }: ContestTalk) {
  return {
    ...(await collegeName(env, answer(draft, 'college'))),
    mark: answerNumber(draft, 'mark'),
    count: groundsIn(draft).length,
  };
}

async function proposed(talk: ContestTalk) {
  const { env, draft } = talk;
  return proposeNomination(env, talk.command('propose'), {
    edition: (await runningEdition(talk))._id,
    studies: studiesIn(talk),
    college: answer(draft, 'college'),
    lowestMark: answerNumber(draft, 'mark'),
    grounds: groundsIn(draft),
  });
}

async function doneParams(talk: ContestTalk) {
  return {
    ...(await collegeName(talk.env, answer(talk.draft, 'college'))),
    day: (await runningEdition(talk)).calendar.internalEnds,
  };
}
