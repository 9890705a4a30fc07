// A mentor is away: their expert takes over or hands over to a mentor of theirs.
import { text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  cardOf,
  handOver,
  mentorsOfExpert,
  oversees,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { awayUntil } from '../../../../engine/reviews/absence/use-cases.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';
import { notAllowed } from './seen.ts';

const done = () => ({
  texts: [text('badge-mentor:absence.handed-over')],
  buttons: [[menuButton()]],
  next: 'end' as const,
});

/** The expert themselves first, then the mentors of theirs who can work. */
async function substitutes(talk: BadgeTalk): Promise<readonly Option[]> {
  const { env, actor, argument } = talk;
  const { expert } = await cardOf(env, argument);
  const theirs = expert === null ? [] : await mentorsOfExpert(env, expert);
  const options: Option[] = [{ value: actor.id, label: text('badge-mentor:absence.myself') }];
  for (const mentor of theirs) {
    if (mentor === argument || (await awayUntil(env, mentor))) continue;
    const name = await nameOf(env, mentor);
    options.push({ value: mentor, label: text('badge-mentor:absence.mentor', { name }) });
  }
  return options;
}

export const handingOver: Dialogue<EngineContext> = dialogue('badge.hand-over', { version: 1 }, [
  say('check', async ({ env, actor, argument }: BadgeTalk) =>
    argument !== '' && (await oversees(env, actor, argument)) ? { texts: [], next: 'on' } : notAllowed(),
  ),
  choose('to', substitutes, 'badge-mentor:absence.to-whom', {
    params: async ({ env, argument }) => ({ name: await nameOf(env, argument) }),
  }),
  call(
    'hand-over',
    (talk: BadgeTalk) =>
      handOver(talk.env, talk.command('hand-over'), {
        mentor: talk.argument,
        to: answer(talk.draft, 'to'),
      }),
    { ok: done },
  ),
]);
