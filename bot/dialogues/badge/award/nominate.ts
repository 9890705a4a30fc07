// The centre's head proposes somebody whose level is complete, in a few words of their own.

import { proposable, nominate as propose } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { review } from '../../../dialogue/steps/review.ts';
import { answer } from '../../../dialogue/talk.ts';
import { freeText } from '../../fields/free-text.ts';
import { type AwardTalk, ending, nomineeText } from './award-talk.ts';

const WORDS = { least: 20, most: 1000 };

export const nominate: Dialogue<EngineContext> = dialogue('badge.nominate', { version: 1 }, [
  choose('who', options, 'badge-award:nominate.who', { none: 'badge-award:nominate.nobody' }),
  ask('grounds', freeText(WORDS), 'badge-award:nominate.grounds'),
  review('review', 'badge-award:nominate.review', params, {
    button: 'badge-award:button.nominate-now',
    change: [
      { step: 'who', label: 'badge-award:change.who' },
      { step: 'grounds', label: 'badge-award:change.grounds' },
    ],
  }),
  call(
    'nominate',
    ({ env, draft, command }: AwardTalk) =>
      propose(env, command('nominate'), answer(draft, 'who'), answer(draft, 'grounds')),
    { ok: () => ending('nominate.done') },
  ),
]);

async function options({ env, actor }: AwardTalk): Promise<readonly Option[]> {
  const all = await proposable(env, actor);
  return all.map((each) => ({ value: each.id, label: nomineeText('nominate.option', each) }));
}

async function params({ env, actor, draft }: AwardTalk) {
  const found = (await proposable(env, actor)).find(({ id }) => id === answer(draft, 'who'));
  const { name = '', level = 'bronze' } = found ?? {};
  return { name, level, grounds: answer(draft, 'grounds') };
}
