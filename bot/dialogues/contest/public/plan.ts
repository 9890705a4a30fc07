// The Holding plans where each winner is told of. Whoever has no plan yet comes first.
import { text } from '../../../../engine/kernel/message.ts';
import {
  actsForRepublic,
  channels,
  namesOf,
  planPublicity,
  plansSeenBy,
} from '../../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { askAgain, call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { civilDate } from '../../fields/civil-date.ts';
import { freeText } from '../../fields/free-text.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type ContestTalk, onward, runningEdition } from '../contest-talk.ts';
import { runningOnly } from './running-only.ts';

const channelOptions = channels.map((value) => ({ value, label: text(`contest-public:channel.${value}`) }));

async function winners(talk: ContestTalk): Promise<readonly Option[]> {
  const plans = await plansSeenBy(talk.env, talk.actor, (await runningEdition(talk))._id);
  const names = await namesOf(
    talk.env,
    plans.map(({ person }) => person),
  );
  return [...plans]
    .sort((a, b) => a.items.length - b.items.length)
    .map(({ nomination, person, items }) => ({
      value: nomination,
      label: text(`contest-public:plan.winner-${items.length === 0 ? 'none' : 'some'}`, {
        ...{ name: names.get(person) ?? '—', count: items.length },
        done: items.filter(({ publication }) => publication !== null).length,
      }),
    }));
}

export const plan: Dialogue<EngineContext> = dialogue('contest.plan', { version: 1 }, [
  runningOnly,
  say('may', ({ actor }) =>
    actsForRepublic(actor) ? onward : ending('common:reason.not-allowed', undefined, menuButton()),
  ),
  choose('who', winners, 'contest-public:plan.who', { none: 'contest-public:packages.none' }),
  choose('channel', channelOptions, 'contest-public:plan.channel'),
  ask('where', freeText({ least: 3, most: 200 }), 'contest-public:plan.where'),
  ask('day', civilDate('future'), 'contest-public:plan.day'),
  call(
    'plan',
    (talk: ContestTalk) =>
      planPublicity(talk.env, talk.command('plan'), {
        nomination: answer(talk.draft, 'who'),
        channel: channels.find((each) => each === talk.draft.channel) ?? 'media',
        ...{ where: answer(talk.draft, 'where'), day: answer(talk.draft, 'day') },
      }),
    {
      ok: () =>
        ending(
          'contest-public:plan.planned',
          undefined,
          goButton('contest-public:button.plan', 'contest.plan'),
          menuButton(),
        ),
      refused: (reasons) => askAgain('day')(reasons),
    },
  ),
]);
