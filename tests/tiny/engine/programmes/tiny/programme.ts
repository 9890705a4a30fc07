// The tiny programme's manifest: two states, a use-case on either side, one review kind, one certificate, one survey, a list. It stands beside the product
// as its own programmes do, beneath another root, and is in the registry of whichever test says so.
import { certificates } from '../../../../../engine/documents/certificates/store.ts';
import { text } from '../../../../../engine/kernel/message.ts';
import { on } from '../../../../../engine/parts/part.ts';
import type { EngineContext, Programme } from '../../../../../engine/programmes/programme.ts';
import { refreshes } from '../../../../../engine/reviews/refresh.ts';
import { readsAll } from '../../../../../engine/store/indexes.ts';
import { type Page, type PageRequest, pageOf } from '../../../../../engine/store/page.ts';
import { AFTER_WALK, afterWalk, awaitAfterWalk } from './after-walk.ts';
import { demo } from './demo/chapter.ts';
import { walkEnded, walkJoined, walkReopened } from './events.ts';
import { personal } from './personal.ts';
import { walkCards, walkReview } from './reviews.ts';
import { roles } from './roles.ts';
import { type Walk, walks } from './store.ts';

export { certificateOf } from './certificate.ts';
export { type Walk, walkStates } from './store.ts';
export { walkSurvey } from './survey.ts';
export { endWalk } from './use-cases/end-walk.ts';
export { joinWalk } from './use-cases/join-walk.ts';

export const walkOf = (ctx: EngineContext, id: string): Promise<Walk | null> =>
  walks.on(ctx.db).findById(id).lean();

/** Oldest first. */
export const allWalks = (ctx: EngineContext, page: PageRequest): Promise<Page<Walk>> =>
  pageOf(ctx, walks, {}, { by: 'since', of: 'instant' }, page, ['state', 'wish']);

const follow = { review: refreshes(walkReview, ({ person }: { readonly person: string }) => person) };

export const tiny: Programme = {
  id: 'tiny',
  title: 'tiny:title',
  home: new URL('../../../', import.meta.url),
  owners: [walks as unknown as Programme['owners'][number]],
  events: [
    on(walkEnded, { follow: { ...follow, after: awaitAfterWalk }, notify: { leaders: walkCards.settled } }),
    on(walkReopened, { follow, notify: { leaders: walkCards.settled } }),
    on(walkJoined, {
      follow,
      notify: {
        leaders: walkCards.open,
        walker: async (_ctx, { data }) => [
          { to: data.person, desk: 'participant', message: { texts: [text('tiny:notice.joined')] } },
        ],
      },
    }),
  ],
  timers: { [AFTER_WALK]: afterWalk },
  jobs: {},
  personal,
  roles,
  reviewKinds: [walkReview],
  desks: { participant: { join: 'tiny.join', menu: ['tiny.join'] }, staff: { menu: [] } },
  profile: ['name'],
  demo,
  invariants: {
    'a walk that is over keeps no other state': async (ctx) => {
      const found = await walks.on(ctx.db).find({}).lean();
      return found
        .filter(({ state }) => state !== 'joined' && state !== 'over')
        .map(({ _id }) => String(_id));
    },
    'a certificate is of a walk that is over': async (ctx) => {
      const issued = certificates.on(ctx.db).find(readsAll, { holderId: 1, kind: 1 });
      const broken: string[] = [];
      for await (const { _id, holderId, kind } of issued.lean().cursor())
        if (kind === 'tiny.walk' && (await walkOf(ctx, holderId))?.state !== 'over') broken.push(_id);
      return broken;
    },
  },
};
