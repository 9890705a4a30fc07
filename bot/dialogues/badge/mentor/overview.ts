// What mentor, expert, coordinator and operator see of those beneath them: how many there are, percentages by direction, ratings by
// level (§4.4).
import { naming } from '../../../../engine/kernel/about.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import { overviewFor } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { figureTexts } from '../analytics/analytics.ts';
import type { BadgeTalk } from '../talk.ts';
import { button } from './buttons.ts';

const SHOWN = 20;
const OPENED = 8;

export const overviewDialogue: Dialogue<EngineContext> = dialogue('badge.overview', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const { figures, participants } = await overviewFor(talk.env, talk.actor, SHOWN);
    const lines: Text[] = [];
    const open: Button[] = [];
    for (const { id, person, level, rating } of participants) {
      const name = await nameOf(talk.env, person);
      lines.push(naming(text('badge-mentor:overview.line', { name, level, rating }), person));
      open.push(button('open-participant', 'badge.journal-of', id, { name }));
    }
    return {
      texts: [...figureTexts(figures), ...lines],
      buttons: [...open.slice(0, OPENED), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);
