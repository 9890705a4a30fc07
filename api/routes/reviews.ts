// What waits for a decision, and what was decided: read by index from the stored items, whichever programme they are of.
import Type from 'typebox';
import { reviewKindsOf } from '../../engine/programmes/rooms.ts';
import { reviewStates } from '../../engine/reviews/kind.ts';
import { reviewsSeenBy } from '../../engine/reviews/queue.ts';
import { itemSeenBy, reviewOf } from '../../engine/reviews/see.ts';
import type { Review } from '../../engine/reviews/store.ts';
import { undoDecision } from '../../engine/reviews/undo.ts';
import { actorOf, commandOfSeen, unwrap } from './asking.ts';
import { list } from './factories/list.ts';
import { described, type Routes, together } from './factories/route.ts';
import { id, idParams, iso, isoOrNull, moment, nullable, word } from './parts.ts';

const review = Type.Object({
  id: Type.String({ description: '`<kind>/<subject>`.' }),
  kind: Type.String(),
  subject: Type.String({ description: 'Id of what is to be decided, in the resource of its kind.' }),
  about: nullable(Type.String({ description: 'The person concerned, who never decides it.' })),
  state: word(reviewStates),
  group: nullable(Type.String({ description: 'Of those that may be decided together.' })),
  since: moment,
  due: nullable(moment),
  version: Type.String({
    description: 'For `If-Match` of the decision: it is refused on any other version.',
  }),
  decision: nullable(Type.Object({ how: Type.String(), by: Type.String(), at: moment })),
});

const shown = ({ _id, kind, subject, about, state, since, due, version, decision, group }: Review) => ({
  id: _id,
  ...{ kind, subject, about, state, version, group: group ?? null, since: iso(since), due: isoOrNull(due) },
  decision: decision && { how: decision.how, by: decision.by, at: iso(decision.at) },
});

const listed: Routes = (engine) =>
  list({
    path: '/reviews',
    operationId: 'listReviews',
    tag: 'reviews',
    summary: 'What waits for your decision, longest waiting first (operators: for anybody’s)',
    filters: {
      kind: Type.Optional({ ...id, enum: [...reviewKindsOf(engine).keys()] }),
      state: Type.Optional(word(reviewStates, '`open` unless told otherwise.')),
      overdue: Type.Optional(Type.Boolean()),
      group: Type.Optional({ ...id, description: 'Those that may be decided together.' }),
    },
    item: review,
    rows: reviewsSeenBy,
    show: shown,
  })(engine);

const undo: Routes = (engine) => async (app) => {
  const description = {
    operationId: 'undoReview',
    tag: 'reviews',
    summary: 'Take back your own decision of the last minutes, where its kind is reversible',
  };
  const schema = { ...described(description), params: idParams, response: { 200: review } };
  app.post('/reviews/:id/undo', { schema }, async (request) => {
    const { id: item } = request.params;
    const { kind, subject } = await itemSeenBy(engine, reviewKindsOf(engine), actorOf(request), item);
    const { version } = await kind.read(engine, subject);
    unwrap(await undoDecision(engine, commandOfSeen(request, version), kind, subject));
    return shown(await reviewOf(engine, item));
  });
};

export const reviewRoutes = together(listed, undo);
