// The online interview: the operator sets its day, time and address; a member says that it was held.
import { instantOf, seenOn } from '../../../../engine/kernel/calendar.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { nomineeCard, recordInterview, setInterview } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask, type Field } from '../../../dialogue/steps/ask.ts';
import { askAgain, call } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { timeOfDay } from '../../fields/time-of-day.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

/** The address of a video call, as it is copied from the service that holds it. */
const callAddress: Field<EngineContext> = {
  parse(typed) {
    const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
    const isFit = url?.protocol === 'https:' && typed.length <= 300;
    return isFit ? { value: url.href } : { problem: text('badge-award:interview.link-wrong') };
  },
};

const atOf = ({ draft }: AwardTalk): Date => instantOf(answer(draft, 'day'), answer(draft, 'time'));

async function nomineeParams({ env, actor, argument }: AwardTalk) {
  const { name, award } = await nomineeCard(env, actor, argument);
  return { name, level: award.level };
}

export const interviewSet: Dialogue<EngineContext> = dialogue('badge.interview-set', { version: 1 }, [
  ask('day', civilDate('future'), 'badge-award:interview.day', { params: nomineeParams }),
  ask('time', timeOfDay, 'badge-award:interview.time'),
  ask('link', callAddress, 'badge-award:interview.link'),
  review(
    'review',
    'badge-award:interview.review',
    async (talk) => ({
      ...(await nomineeParams(talk)),
      at: seenOn(talk.now, atOf(talk).toISOString()),
      link: answer(talk.draft, 'link'),
    }),
    {
      button: 'badge-award:button.set-now',
      change: [
        { step: 'day', label: 'badge-award:change.day' },
        { step: 'time', label: 'badge-award:change.time' },
        { step: 'link', label: 'badge-award:change.link' },
      ],
    },
  ),
  call(
    'set',
    (talk: AwardTalk) =>
      setInterview(talk.env, talk.command('set'), talk.argument, {
        at: atOf(talk),
        link: answer(talk.draft, 'link'),
      }),
    {
      ok: () => ending('interview.set', undefined, button('nominees', 'badge.nominees')),
      refused: askAgain('day'),
    },
  ),
]);

export const interviewHeld: Dialogue<EngineContext> = dialogue('badge.interview-held', { version: 1 }, [
  confirm('sure', 'badge-award:interview.held-sure', nomineeParams, {
    button: 'badge-award:button.interview-held',
  }),
  call('held', (talk: AwardTalk) => recordInterview(talk.env, talk.command('held'), talk.argument), {
    ok: (_, talk) => ending('interview.held', undefined, button('nominee', 'badge.nominee', talk.argument)),
  }),
]);
