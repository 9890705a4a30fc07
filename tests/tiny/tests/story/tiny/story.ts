// The main story of the tiny programme: somebody joins the walk, and sees where they stand.

import { type Outcome, storyOf } from '../../../../story/story.ts';
import type { StoryActor } from '../../../../support/world/actor.ts';
import type { World } from '../../../../support/world/world.ts';
import { allWalks } from '../../../engine/programmes/tiny/programme.ts';

const names = { kk: 'Мысалов Қанат', ru: 'Мысалов Канат', en: 'Mysalov Kanat' };
const wishes = { kk: 'Құстардың әнін тыңдау', ru: 'Послушать птиц', en: 'To listen to birds' };

export const story = storyOf<StoryActor>({
  people: { walker: { kk: 'Серуенші', ru: 'Участник прогулки', en: 'Walker' } },
  open: async (world, { participant }) => world.person('walker', 'participant', participant),
  chapters: {
    joining: async (_world, walker) => {
      await walker.say('/start');
      await walker.hears('common:welcome.greeting');
      await walker.tap(`common:language.${walker.language}`);
      await walker.hears('tiny:welcome');
      await walker.tap('tiny:button.join');
      await walker.hears('register:which-name');
      await walker.say(names[walker.language]);
      await walker.hears('register:review');
      await walker.tap('register:button.save');
      await walker.hears('tiny:join.which-wish');
      await walker.say(wishes[walker.language]);
      await walker.hears('tiny:join.done');
      await walker.getsNotice('tiny:notice.joined');
    },
    walk: async (_world, walker) => {
      await walker.say('/status');
      await walker.hears('tiny:state.joined');
    },
  },
  outcome,
});

async function outcome({ ctx }: World): Promise<Outcome> {
  const { items } = await allWalks(ctx, { limit: 10, after: null });
  return { walks: items.length };
}
