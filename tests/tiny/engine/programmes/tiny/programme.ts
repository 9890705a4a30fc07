// The tiny programme's manifest: two states, one use-case, one event, one dialogue, one route. It stands beside the product
// as its own programmes do, beneath another root, and is in the registry of whichever test says so.
import { text } from '../../../../../engine/kernel/message.ts';
import { on } from '../../../../../engine/parts/part.ts';
import type { EngineContext, Programme } from '../../../../../engine/programmes/programme.ts';
import { type Page, type PageRequest, pageOf } from '../../../../../engine/store/page.ts';
import { demo } from './demo/chapter.ts';
import { walkJoined } from './events.ts';
import { personal } from './personal.ts';
import { type WalkState, walks } from './store.ts';

export { walkStates } from './store.ts';
export { joinWalk } from './use-cases/join-walk.ts';

export interface Walk {
  readonly _id: string;
  readonly state: WalkState;
  readonly wish: string;
}

export const walkOf = (ctx: EngineContext, id: string): Promise<Walk | null> =>
  walks.on(ctx.db).findById(id).lean();

/** Oldest first. */
export const allWalks = (ctx: EngineContext, page: PageRequest): Promise<Page<Walk>> =>
  pageOf(ctx, walks, {}, { by: 'since', of: 'instant' }, page, ['state', 'wish']);

export const tiny: Programme = {
  id: 'tiny',
  title: 'tiny:title',
  home: new URL('../../../', import.meta.url),
  owners: [walks as unknown as Programme['owners'][number]],
  events: [
    on(walkJoined, {
      notify: {
        walker: async (_ctx, { data }) => [
          { to: data.person, desk: 'participant', message: { texts: [text('tiny:notice.joined')] } },
        ],
      },
    }),
  ],
  timers: {},
  jobs: {},
  personal,
  desks: { participant: { join: 'tiny.join', menu: ['tiny.join'] } },
  profile: ['name'],
  demo,
  invariants: {
    'a walk that is over keeps no other state': async (ctx) => {
      const found = await walks.on(ctx.db).find({}).lean();
      return found
        .filter(({ state }) => state !== 'joined' && state !== 'over')
        .map(({ _id }) => String(_id));
    },
  },
};
