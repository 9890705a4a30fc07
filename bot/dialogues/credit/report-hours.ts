// A student reports hours. What was done comes first and the time last, so that a time which is refused can be fixed
// without telling the rest again.

import { localDate, seenOn } from '../../../engine/kernel/calendar.ts';
import type { Reason } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { reportHours as report, returnedHours } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { attach } from '../../dialogue/steps/attach.ts';
import { askAgain, call, goButton, say, showReasons } from '../../dialogue/steps/call.ts';
import { review } from '../../dialogue/steps/review.ts';
import { answer, answerList } from '../../dialogue/talk.ts';
import { civilDate } from '../fields/civil-date.ts';
import { freeText } from '../fields/free-text.ts';
import { timeRange, timeRangeIn } from '../fields/time-range.ts';
import { menuButton } from '../shared/endings.ts';
import { consentingOnly } from './consent.ts';
import { creditParams } from './credit-text.ts';
import { activeCredit, ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

export const reportHours: Dialogue<EngineContext> = dialogue('credit.report-hours', { version: 1 }, [
  studentsOnly,
  consentingOnly,
  say('is-open', async (talk) => {
    const credit = activeCredit(await statusOf(talk));
    if (!credit) return ending('credit:reason.no-participation', undefined, menuButton());
    if (credit.state === 'report-sent') return ending('credit:reason.hours-closed', undefined, menuButton());
    return { texts: [], next: 'on', ...(await asWritten(talk)) };
  }),
  ask('what', freeText({ least: 10, most: 1000 }), 'credit:hours.what'),
  attach('photos', 'credit:hours.photos', { kinds: ['photo'], most: 5, optional: true }),
  ask('date', civilDate('past'), 'credit:hours.which-date'),
  ask('time', timeRange, 'credit:hours.which-time'),
  review('review', 'credit:hours.review', reviewParams, {
    button: 'credit:button.send',
    change: [
      { step: 'what', label: 'credit:change.what' },
      { step: 'photos', label: 'credit:change.photos', drop: 'credit:change.no-photos' },
      { step: 'date', label: 'credit:change.date' },
      { step: 'time', label: 'credit:change.time' },
    ],
  }),
  call('report', reported, { ok: reportedOutcome, refused: refusedOutcome }),
]);

/** Hours that were returned are corrected, not written anew; the argument names their entry. */
async function asWritten({ env, actor, argument }: StudentTalk): Promise<Pick<Outcome, 'fill'>> {
  const hours = argument === '' ? null : await returnedHours(env, actor.id, argument);
  if (!hours) return {};
  const { what, media, date, start, minutes } = hours;
  return { fill: { what, photos: media, date, time: `${start}/${minutes}` } };
}

function hoursOf({ draft }: StudentTalk) {
  const { start, minutes } = timeRangeIn(answer(draft, 'time'));
  return { date: answer(draft, 'date'), start, minutes, what: answer(draft, 'what') };
}

function reviewParams(talk: StudentTalk) {
  return {
    ...hoursOf(talk),
    date: seenOn(talk.now, answer(talk.draft, 'date')),
    photos: answerList(talk.draft, 'photos').length,
  };
}

function reported(talk: StudentTalk) {
  return report(talk.env, talk.command('report'), {
    ...hoursOf(talk),
    media: answerList(talk.draft, 'photos'),
    ...(talk.argument !== '' && { corrects: talk.argument }),
  });
}

async function reportedOutcome(_entry: string, talk: StudentTalk): Promise<Outcome> {
  const credit = activeCredit(await statusOf(talk));
  return ending(
    'credit:hours.sent',
    { ...(credit && creditParams(credit)), minutes: hoursOf(talk).minutes },
    goButton('credit:button.report-more', 'credit.report-hours'),
    goButton('credit:button.status', 'credit.status'),
    menuButton(),
  );
}

const ABOUT_THE_DATE = ['credit.hours-before-start', 'credit.hours-outside-project'];
const ABOUT_THE_TIME = [
  'credit.hours-overlap',
  'credit.hours-past-midnight',
  'credit.hours-unreadable',
  'credit.hours-in-future',
];

function refusedOutcome(reasons: readonly Reason[], talk: StudentTalk): Outcome {
  const [reason] = reasons;
  if (!reason) return showReasons(reasons);
  if (ABOUT_THE_DATE.includes(reason.code)) return askAgain('date')(reasons);
  if (ABOUT_THE_TIME.includes(reason.code)) return askAgain('time')(reasons);
  if (reason.code !== 'credit.too-many-hours-a-day') return showReasons(reasons);
  // A day that is full leaves only another day.
  const isFull = reason.params?.left === 0 || hoursOf(talk).date > localDate(talk.now);
  return askAgain(isFull ? 'date' : 'time')(reasons);
}
