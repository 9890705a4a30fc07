// A student's interviews: what each waits for, and a way to call one off.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { cancelInterview } from '../../../engine/programmes/credit/programme.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, goButton, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { menuButton } from '../shared/endings.ts';
import {
  activeCredit,
  ending,
  type InterviewStatus,
  type StudentStatus,
  type StudentTalk,
  statusOf,
  studentsOnly,
} from './student.ts';

export const interviews: Dialogue<EngineContext> = dialogue('credit.interviews', { version: 1 }, [
  studentsOnly,
  say('list', async (talk) => {
    const status = await statusOf(talk);
    const open = status.openInterviews;
    const mayFind = !activeCredit(status) && open.length < status.interviewLimit;
    const more = mayFind ? [goButton('credit:button.find', 'credit.find')] : [];
    if (open.length === 0) return ending('credit:interview.none', undefined, ...more, menuButton());
    const heading = text('credit:interview.heading', { count: open.length, limit: status.interviewLimit });
    const buttons = [...open.flatMap(answerButtons), ...open.flatMap(cancelButtons), ...more, menuButton()];
    return {
      texts: [heading, ...open.map(interviewText)],
      buttons: buttons.map((each) => [each]),
      next: 'end',
    };
  }),
]);

export const cancel: Dialogue<EngineContext> = dialogue('credit.cancel-interview', { version: 1 }, [
  studentsOnly,
  say('is-open', async (talk) =>
    (await chosen(talk))
      ? { texts: [], next: 'on' }
      : ending('credit:interview.over', undefined, goButton('credit:button.interviews', 'credit.interviews')),
  ),
  confirm('sure', 'credit:interview.cancel-which', chosenParams, {
    button: 'credit:button.cancel-interview',
  }),
  call('cancel', (talk: StudentTalk) => cancelInterview(talk.env, talk.command('cancel'), talk.argument), {
    ok: () =>
      ending(
        'credit:interview.cancelled',
        undefined,
        goButton('credit:button.find', 'credit.find'),
        menuButton(),
      ),
  }),
]);

/** One interview in words: project, time, what it waits for. */
export const interviewText = ({ state, project, startsAt, answerBy }: InterviewStatus) =>
  text(`credit:interview.${state}`, {
    project,
    at: startsAt.toISOString(),
    by: (answerBy ?? startsAt).toISOString(),
  });

/** An invitation waits for its answer. */
export const answerButtons = ({ id, state, project }: InterviewStatus): readonly Button[] =>
  state === 'invited'
    ? [
        goButton('credit:button.accept-of', 'credit.accept', id, { project }),
        goButton('credit:button.decline-of', 'credit.decline', id, { project }),
      ]
    : [];

/** An invitation is declined instead: two ways out of one thing would only confuse. */
const cancelButtons = ({ id, state, project }: InterviewStatus): readonly Button[] =>
  state === 'invited'
    ? []
    : [goButton('credit:button.cancel-of', 'credit.cancel-interview', id, { project })];

const find = (status: StudentStatus, id: string) => status.openInterviews.find((each) => each.id === id);

const chosen = async (talk: StudentTalk) => find(await statusOf(talk), talk.argument);

async function chosenParams(talk: StudentTalk) {
  const interview = await chosen(talk);
  return { project: interview?.project ?? '', at: (interview?.startsAt ?? talk.now).toISOString() };
}
