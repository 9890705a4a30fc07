// What comes after a walk, once its end can no longer be undone: the certificate, and the question how it was.
import { text } from '../../../../../engine/kernel/message.ts';
import type { Follow, TimerHandling } from '../../../../../engine/parts/part.ts';
import type { EngineContext } from '../../../../../engine/programmes/context.ts';
import { UNDO_WITHIN } from '../../../../../engine/reviews/undo.ts';
import { setTimer } from '../../../../../engine/store/timers.ts';
import { certify } from './certificate.ts';
import { walks } from './store.ts';
import { openWalkSurvey } from './survey.ts';

export const AFTER_WALK = 'tiny.after-walk';

/** Each end has a due date of its own: one that was undone is followed by nothing. */
export const awaitAfterWalk: Follow<EngineContext, { readonly person: string }> = async (ctx, { data }) => {
  const ended = (await walks.on(ctx.db).findById(data.person, { ended: 1 }).lean())?.ended;
  if (!ended) return;
  const at = ended.at.toISOString();
  await setTimer(ctx, {
    key: `${AFTER_WALK}/${data.person}/${at}`,
    kind: AFTER_WALK,
    dueAt: new Date(ended.at.getTime() + UNDO_WITHIN),
    data: { id: data.person, at },
  });
};

export const afterWalk: TimerHandling<EngineContext> = async (ctx, { data }) => {
  const person = String(data.id);
  const walk = await walks.on(ctx.db).findById(person).lean();
  if (walk?.state !== 'over' || walk.ended?.at.toISOString() !== data.at) return [];
  if (!(await certify(ctx, walk))) return [];
  const answer = { label: text('surveys:button.answer'), action: { url: await openWalkSurvey(ctx) } };
  const message = { texts: [text('tiny:notice.over')], buttons: [[answer]] };
  return [{ to: person, desk: 'participant', message }];
};
