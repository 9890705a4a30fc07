// When all hours are confirmed, the student sends the report to the head of the organisation.
import type { Reason } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  type CreditStatus,
  returnedReport,
  sendReport as send,
} from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { ask } from '../../dialogue/steps/ask.ts';
import { attach } from '../../dialogue/steps/attach.ts';
import { call, goButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { review } from '../../dialogue/steps/review.ts';
import { answer, answerList } from '../../dialogue/talk.ts';
import { freeText } from '../fields/free-text.ts';
import { menuButton } from '../shared/endings.ts';
import { consentingOnly } from './consent.ts';
import { creditParams } from './credit-text.ts';
import { formWith } from './identity.ts';
import { activeCredit, ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

export const sendReport: Dialogue<EngineContext> = dialogue('credit.send-report', { version: 1 }, [
  studentsOnly,
  consentingOnly,
  say('is-time', async (talk) => {
    const status = await statusOf(talk);
    const credit = activeCredit(status);
    const early = credit
      ? tooEarly(credit)
      : ending('credit:reason.no-participation', undefined, menuButton());
    if (early) return early;
    if (status.ibanTail === null) return accountFirst(talk);
    return { texts: [], next: 'on', ...(await asWritten(talk)) };
  }),
  ask('text', freeText({ least: 50, most: 3000 }), 'credit:report.text'),
  attach('photos', 'credit:report.photos', { kinds: ['photo'], most: 5, optional: true }),
  review('review', 'credit:report.review', reviewParams, {
    button: 'credit:button.send',
    change: [
      { step: 'text', label: 'credit:change.report' },
      { step: 'photos', label: 'credit:change.photos', drop: 'credit:change.no-photos' },
    ],
  }),
  call('send', sent, {
    ok: () =>
      ending(
        'credit:report.sent',
        undefined,
        goButton('credit:button.status', 'credit.status'),
        menuButton(),
      ),
    refused: refusedOutcome,
  }),
]);

/** A report that was returned is revised, not written anew. */
async function asWritten({ env, actor }: StudentTalk): Promise<Pick<Outcome, 'fill'>> {
  const report = await returnedReport(env, actor.id);
  return report ? { fill: { text: report.text, photos: report.media } } : {};
}

function tooEarly(credit: CreditStatus): Outcome | null {
  if (credit.state === 'report-sent')
    return ending('credit:reason.report-already-sent', undefined, menuButton());
  const more = goButton('credit:button.report-hours', 'credit.report-hours');
  if (credit.left > 0) return ending('credit:report.hours-short', creditParams(credit), more, menuButton());
  return credit.reported > 0 ? ending('credit:reason.hours-undecided', undefined, menuButton()) : null;
}

const accountFirst = (talk: StudentTalk): Promise<Outcome> =>
  formWith(
    talk,
    'credit:reason.no-account',
    undefined,
    goButton('credit:button.form-done', 'credit.send-report'),
  );

function reviewParams({ draft }: StudentTalk) {
  return {
    report: answer(draft, 'text'),
    photos: answerList(draft, 'photos').length,
  };
}

function sent(talk: StudentTalk) {
  return send(talk.env, talk.command('send'), {
    text: answer(talk.draft, 'text'),
    media: answerList(talk.draft, 'photos'),
  });
}

async function refusedOutcome(reasons: readonly Reason[], talk: StudentTalk): Promise<Outcome> {
  if (reasons.some(({ code }) => code === 'credit.no-account')) return accountFirst(talk);
  return { texts: reasonTexts(reasons), buttons: [[menuButton()]], next: 'end' };
}
