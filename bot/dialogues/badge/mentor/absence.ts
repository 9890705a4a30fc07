// "I cannot work until …": whoever stands above hears of it, takes over or hands over to a mentor of theirs.
import { text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  cardOf,
  endAbsence,
  handOver,
  lateReasons,
  mentorsOfExpert,
  oversees,
  reportAbsence,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { type BadgeTalk, menuButton } from '../talk.ts';
import { button } from './buttons.ts';
import { notAllowed } from './seen.ts';

const done = (key: string, ...buttons: readonly ReturnType<typeof button>[]) => ({
  texts: [text(`badge-mentor:absence.${key}`)],
  buttons: [...buttons, menuButton()].map((each) => [each]),
  next: 'end' as const,
});

export const away: Dialogue<EngineContext> = dialogue('badge.away', { version: 1 }, [
  choose(
    'reason',
    lateReasons.map((each) => ({ value: each, label: text(`badge-journal:late.${each}`) })),
    'badge-mentor:absence.reason',
  ),
  ask('until', civilDate('future'), 'badge-mentor:absence.until', { optional: true }),
  call(
    'report',
    (talk: BadgeTalk) =>
      reportAbsence(talk.env, talk.command('report'), {
        until: answer(talk.draft, 'until') || null,
        reason: answer(talk.draft, 'reason'),
      }),
    { ok: () => done('reported', button('back', 'badge.back')) },
  ),
]);

export const back: Dialogue<EngineContext> = dialogue('badge.back', { version: 1 }, [
  call('end', (talk: BadgeTalk) => endAbsence(talk.env, talk.command('end')), { ok: () => done('ended') }),
]);

/** The expert themselves first, then the mentors of theirs who can work. */
async function substitutes(talk: BadgeTalk): Promise<readonly Option[]> {
  const { env, actor, argument } = talk;
  const { expert } = await cardOf(env, argument);
  const theirs = expert === null ? [] : await mentorsOfExpert(env, expert);
  const options: Option[] = [{ value: actor.id, label: text('badge-mentor:absence.myself') }];
  for (const mentor of theirs) {
    if (mentor === argument || (await cardOf(env, mentor)).away) continue;
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
    { ok: () => done('handed-over') },
  ),
]);
