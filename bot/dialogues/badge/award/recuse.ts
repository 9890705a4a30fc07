// A member who is close to a nominee says so, and does not assess them.
import { nomineeCard, recuse } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { confirm } from '../../../dialogue/steps/confirm.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { type AwardTalk, button, ending } from './award-talk.ts';

async function nomineeParams({ env, actor, argument }: AwardTalk) {
  const { name, award } = await nomineeCard(env, actor, argument);
  return { name, level: award.level };
}

export const recusal: Dialogue<EngineContext> = dialogue('badge.recuse', { version: 1 }, [
  ask('reason', freeText({ least: 3, most: 300 }), 'badge-award:recuse.reason', { params: nomineeParams }),
  confirm('sure', 'badge-award:recuse.sure', nomineeParams, { button: 'badge-award:button.recuse-now' }),
  call(
    'recuse',
    ({ env, command, argument, draft }: AwardTalk) =>
      recuse(env, command('recuse'), argument, answer(draft, 'reason')),
    { ok: () => ending('recuse.done', undefined, button('nominees', 'badge.nominees')) },
  ),
]);
