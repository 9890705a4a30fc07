// What waits for a decision, and what was decided: read by index from the stored items, whichever programme they are of.
import Type from 'typebox';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../engine/programmes/rooms.ts';
import { reviewStates } from '../../engine/reviews/kind.ts';
import { reviewsSeenBy } from '../../engine/reviews/queue.ts';
import type { Review } from '../../engine/reviews/store.ts';
import { list } from './factories/list.ts';
import { id, iso, isoOrNull, moment, nullable, word } from './parts.ts';

const review = Type.Object({
  id: Type.String({ description: '`<kind>/<subject>`.' }),
  kind: Type.String(),
  subject: Type.String({ description: 'Id of what is to be decided, in the resource of its kind.' }),
  about: nullable(Type.String({ description: 'The person concerned, who never decides it.' })),
  state: word(reviewStates),
  since: moment,
  due: nullable(moment),
  version: Type.String({
    description: 'For `If-Match` of the decision: it is refused on any other version.',
  }),
  decision: nullable(Type.Object({ how: Type.String(), by: Type.String(), at: moment })),
});

const shown = ({ _id, kind, subject, about, state, since, due, version, decision }: Review) => ({
  id: _id,
  ...{ kind, subject, about, state, version, since: iso(since), due: isoOrNull(due) },
  decision: decision && { how: decision.how, by: decision.by, at: iso(decision.at) },
});

export const reviewRoutes = (engine: EngineContext) =>
  list({
    path: '/reviews',
    operationId: 'listReviews',
    tag: 'reviews',
    summary: 'What waits for your decision, longest waiting first (operators: for anybody’s)',
    filters: {
      kind: Type.Optional({ ...id, enum: [...reviewKindsOf(engine).keys()] }),
      state: Type.Optional(word(reviewStates, '`open` unless told otherwise.')),
      overdue: Type.Optional(Type.Boolean()),
    },
    item: review,
    rows: reviewsSeenBy,
    show: shown,
  })(engine);
