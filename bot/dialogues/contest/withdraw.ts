// A nominee withdraws, after hearing what ends with it.

import { refused } from '../../../engine/kernel/result.ts';
import { standingOfPerson, withdrawNomination } from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { call, say } from '../../dialogue/steps/call.ts';
import { confirm } from '../../dialogue/steps/confirm.ts';
import { ending, menuButton } from '../shared/endings.ts';
import { onward } from './contest-talk.ts';

export const withdraw: Dialogue<EngineContext> = dialogue('contest.withdraw', { version: 1 }, [
  say('is-nominated', async ({ env, actor }) =>
    (await standingOfPerson(env, actor.id)) ? onward : ending('contest:status.none', undefined, menuButton()),
  ),
  confirm('sure', 'contest:withdraw.sure', undefined, { button: 'contest:button.withdraw' }),
  call(
    'withdraw',
    async (talk) => {
      const standing = await standingOfPerson(talk.env, talk.actor.id);
      return standing
        ? withdrawNomination(talk.env, talk.command('withdraw'), standing.nomination._id)
        : refused('contest.not-nominated');
    },
    { ok: () => ending('contest:withdraw.done', undefined, menuButton()) },
  ),
]);
