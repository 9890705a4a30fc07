// A mentor reads what participants say of them: aggregates only, once enough have answered.
import { text } from '../../../../engine/kernel/message.ts';
import { ratingOf } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { endingWith, menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';

export const ownRating: Dialogue<EngineContext> = dialogue('badge.own-rating', { version: 1 }, [
  say('show', async ({ env, actor }: BadgeTalk) => {
    const rating = await ratingOf(env, actor, actor.id);
    if (!rating) return endingWith([text('badge-award:questionnaire.too-few')], menuButton());
    const lines = rating.questions.map(({ id, mean }) =>
      text(`badge-award:questionnaire.line.${id}`, { mean }),
    );
    const head = text('badge-award:questionnaire.counted', { count: rating.counted });
    return endingWith([head, ...lines], menuButton());
  }),
]);
