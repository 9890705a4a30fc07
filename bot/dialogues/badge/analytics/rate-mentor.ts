// The participant rates their mentor: the chat gives the button to the page, and never sees an answer.
import { text } from '../../../../engine/kernel/message.ts';
import { rateMentor as rate } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { linkButton, reasonTexts, say } from '../../../dialogue/steps/call.ts';
import { endingWith, menuButton } from '../../shared/endings.ts';
import type { BadgeTalk } from '../talk.ts';

export const rateMentor: Dialogue<EngineContext> = dialogue('badge.rate-mentor', { version: 1 }, [
  say('offer', async ({ env, actor, argument, language }: BadgeTalk) => {
    const admitted = await rate(env, actor, argument);
    if (!admitted.ok) return endingWith(reasonTexts(admitted.reasons), menuButton());
    const { survey, ticket } = admitted.value;
    const page = env.links.page(`forms/survey/${survey}/${ticket}?lang=${language}`);
    return endingWith(
      [text('badge-award:questionnaire.offer'), text('badge-award:questionnaire.anonymous')],
      linkButton('surveys:button.answer', page),
      menuButton(),
    );
  }),
]);
