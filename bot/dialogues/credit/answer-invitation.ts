// A student answers an invitation: accepts it with the hours of their choice, or declines and goes on searching.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { Reason } from '../../../engine/kernel/result.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import {
  acceptInvitation,
  declineInvitation,
  type Target,
  targets,
} from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue, type Outcome, type Step } from '../../dialogue/step.ts';
import { askAgain, call, goButton, say, showReasons } from '../../dialogue/steps/call.ts';
import { choose, type Option } from '../../dialogue/steps/choose.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { review } from '../../dialogue/steps/review.ts';
import { answerNumber } from '../../dialogue/talk.ts';
import { menuButton } from '../shared/endings.ts';
import { withNotes } from '../shared/with-notes.ts';
import { consentingOnly } from './consent.ts';
import { gains } from './gains.ts';
import { ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

const isInvited: Step<EngineContext> = say('is-invited', async (talk) =>
  (await invitation(talk))
    ? { texts: [], next: 'on' }
    : ending(
        'credit:invitation.over',
        undefined,
        goButton('credit:button.interviews', 'credit.interviews'),
        menuButton(),
      ),
);

export const accept: Dialogue<EngineContext> = dialogue('credit.accept', { version: 1 }, [
  studentsOnly,
  consentingOnly,
  isInvited,
  choose('target', targetOptions, 'credit:invitation.which-target', { params: projectParams }),
  withNotes(
    review('review', 'credit:invitation.review', reviewParams, {
      button: 'credit:button.accept',
      change: [{ step: 'target', label: 'credit:change.target' }],
    }),
    endingInterviews,
  ),
  call('accept', accepted, { ok: acceptedOutcome, refused: refusedOutcome }),
]);

export const decline: Dialogue<EngineContext> = dialogue('credit.decline', { version: 1 }, [
  studentsOnly,
  isInvited,
  confirm('sure', 'credit:invitation.decline', projectParams, { button: 'credit:button.decline' }),
  call(
    'decline',
    (talk: StudentTalk) => declineInvitation(talk.env, talk.command('decline'), talk.argument),
    {
      ok: () =>
        ending(
          'credit:invitation.declined',
          undefined,
          goButton('credit:button.find', 'credit.find'),
          menuButton(),
        ),
    },
  ),
]);

async function invitation(talk: StudentTalk) {
  const { openInterviews } = await statusOf(talk);
  return openInterviews.find((each) => each.id === talk.argument && each.state === 'invited');
}

function targetOptions(talk: StudentTalk): readonly Option[] {
  return targets.map((target) => ({
    value: String(target),
    label: text('credit:invitation.target', gains(talk, target)),
  }));
}

async function projectParams(talk: StudentTalk) {
  const invited = await invitation(talk);
  return {
    project: invited?.project ?? '',
    by: (invited?.answerBy ?? talk.now).toISOString(),
  };
}

const targetOf = (talk: StudentTalk): Target =>
  targets.find((each) => each === answerNumber(talk.draft, 'target')) ?? targets[0];

async function reviewParams(talk: StudentTalk) {
  return {
    ...(await projectParams(talk)),
    ...gains(talk, targetOf(talk)),
  };
}

/** Names the interviews that end with the acceptance. */
async function endingInterviews(talk: StudentTalk): Promise<readonly Text[]> {
  const { openInterviews } = await statusOf(talk);
  const others = openInterviews.filter((each) => each.id !== talk.argument).map((each) => each.project);
  return others.length === 0
    ? []
    : [text('credit:invitation.others-end', { count: others.length, projects: others.join(', ') })];
}

function accepted(talk: StudentTalk) {
  return acceptInvitation(talk.env, talk.command('accept'), {
    interviewId: talk.argument,
    target: targetOf(talk),
  });
}

async function acceptedOutcome(creditId: string, talk: StudentTalk): Promise<Outcome> {
  const begun = (await statusOf(talk)).credits.find((credit) => credit.id === creditId);
  return ending(
    'credit:invitation.accepted',
    { project: begun?.project ?? '', hours: targetOf(talk) },
    goButton('credit:button.report-hours', 'credit.report-hours'),
    menuButton(),
  );
}

/** Other hours may still be possible; without an invitation nothing is. */
function refusedOutcome(reasons: readonly Reason[]): Outcome {
  const isAboutHours = reasons.every(({ code }) =>
    ['credit.over-year-hours', 'credit.same-target-again'].includes(code),
  );
  return isAboutHours ? askAgain('target')(reasons) : showReasons(reasons);
}
