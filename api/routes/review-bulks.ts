// Several items of one kind decided together: each by itself in the version that the client saw; what changed meanwhile is left out
// and named with its reason.
import Type from 'typebox';
import type { Actor } from '../../engine/kernel/actor.ts';
import { AppError } from '../../engine/kernel/errors.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import { reviewKindsOf } from '../../engine/programmes/rooms.ts';
import { noteBulk } from '../../engine/reviews/bulk/ask.ts';
import { decideBulk, reasonsOf } from '../../engine/reviews/bulk/decide.ts';
import { MOST } from '../../engine/reviews/bulk/group.ts';
import { type Bulk, bulkStates } from '../../engine/reviews/bulk/store.ts';
import { undoBulk } from '../../engine/reviews/bulk/undo.ts';
import { reviewId } from '../../engine/reviews/store.ts';
import { actorOf, commandOf, unwrap } from './asking.ts';
import { described, type Routes, together } from './factories/route.ts';
import { closed, id, idParams, word } from './parts.ts';

const answer = Type.Object({
  id: Type.String({ description: 'Names the whole of it, for undoing.' }),
  state: word(bulkStates),
  done: Type.Array(Type.String(), { description: 'Ids of the items that it was done with.' }),
  left: Type.Array(Type.Object({ id: Type.String(), reasons: Type.Array(Type.String()) })),
});

const shown = ({ _id, kind, state, items }: Bulk) => {
  const idOf = (subject: string) => reviewId(kind, subject);
  const isLeft = (each: Bulk['items'][number]) => reasonsOf(each).length > 0;
  return {
    ...{ id: _id, state },
    done: items.filter((each) => !isLeft(each)).map(({ subject }) => idOf(subject)),
    left: items
      .filter(isLeft)
      .map((each) => ({ id: idOf(each.subject), reasons: reasonsOf(each).map(({ code }) => code) })),
  };
};

const kindNames = (engine: EngineContext): string[] =>
  [...reviewKindsOf(engine).values()].filter(({ bulk }) => bulk).map((kind) => kind.id);

/** @throws AppError `forbidden` for whoever decides nothing of this kind */
function refuseStranger(engine: EngineContext, actor: Actor, kind: string): void {
  const roles = reviewKindsOf(engine).get(kind)?.roles ?? [];
  if (!actor.grants.some(({ role }) => roles.includes(role)))
    throw new AppError('forbidden', `${actor.id} decides no ${kind}`);
}

const decide: Routes = (engine) => async (app) => {
  const schema = {
    ...described({
      operationId: 'decideReviewsTogether',
      tag: 'reviews',
      summary:
        'Take the decision of a kind that can be taken for many, on each item in the version that you saw',
    }),
    body: Type.Object(
      {
        kind: Type.Unsafe<string>({ type: 'string', enum: kindNames(engine) }),
        items: Type.Array(Type.Object({ subject: id, version: id }, closed), { minItems: 1, maxItems: MOST }),
      },
      closed,
    ),
    response: { 200: answer },
  };
  app.post('/reviews/bulks', { schema }, async (request) => {
    const { kind, items } = request.body;
    refuseStranger(engine, actorOf(request), kind);
    const command = commandOf(request);
    const wanted = items.map(({ subject, version }) => ({ subject, seen: version }));
    const bulk = await noteBulk(engine, command, kind, wanted, false);
    return shown(unwrap(await decideBulk(engine, command, reviewKindsOf(engine), bulk._id)));
  });
};

const undo: Routes = (engine) => async (app) => {
  const description = {
    operationId: 'undoReviewsTogether',
    tag: 'reviews',
    summary: 'Take back what you have just decided together, as far as nothing rests on it',
  };
  const schema = { ...described(description), params: idParams, response: { 200: answer } };
  app.post('/reviews/bulks/:id/undo', { schema }, async (request) => {
    actorOf(request);
    return shown(
      unwrap(await undoBulk(engine, commandOf(request), reviewKindsOf(engine), request.params.id)),
    );
  });
};

export const reviewBulkRoutes = together(decide, undo);
