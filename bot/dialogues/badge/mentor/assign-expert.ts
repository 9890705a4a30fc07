// A mentor is put under an expert of the region, by the operator or the region's coordinator.
import { naming } from '../../../../engine/kernel/about.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import { assignExpert, expertsFor } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { call, goButton, say } from '../../../dialogue/steps/call.ts';
import { choose, type Option } from '../../../dialogue/steps/choose.ts';
import { answer } from '../../../dialogue/talk.ts';
import { ending, menuButton } from '../../shared/endings.ts';
import { type BadgeTalk, on } from '../talk.ts';
import { notAllowed } from './seen.ts';

const experts = ({ env, actor, argument }: BadgeTalk) => expertsFor(env, actor, argument);

async function options(talk: BadgeTalk): Promise<readonly Option[]> {
  const found = (await experts(talk)) ?? [];
  return Promise.all(
    found.map(async (value) => ({
      value,
      label: naming(text('badge-mentor:expert.option', { name: await nameOf(talk.env, value) }), value),
    })),
  );
}

export const assigning: Dialogue<EngineContext> = dialogue('badge.assign-expert', { version: 1 }, [
  say('check', async (talk: BadgeTalk) => {
    const found = talk.argument === '' ? null : await experts(talk);
    if (!found) return notAllowed();
    return found.length > 0 ? on : ending('badge-mentor:expert.none', undefined, menuButton());
  }),
  choose('expert', options, 'badge-mentor:expert.which', {
    params: async ({ env, argument }) => ({ name: await nameOf(env, argument) }),
  }),
  call(
    'assign',
    (talk: BadgeTalk) =>
      assignExpert(talk.env, talk.command('assign'), {
        mentor: talk.argument,
        expert: answer(talk.draft, 'expert'),
      }),
    {
      ok: () =>
        ending(
          'badge-mentor:expert.done',
          undefined,
          goButton('badge-mentor:button.mentors', 'badge.mentors'),
          menuButton(),
        ),
    },
  ),
]);
