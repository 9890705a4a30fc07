// What mentor, expert and coordinator see of those beneath them: how many there are, percentages by direction, ratings by
// level (§4.4).
import { naming } from '../../../../engine/kernel/about.ts';
import { type Button, type Text, text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import { type Overview, overviewFor } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { type BadgeTalk, menuButton } from '../talk.ts';
import { button } from './buttons.ts';

const SHOWN = 20;

export const overviewDialogue: Dialogue<EngineContext> = dialogue('badge.overview', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const overview = await overviewFor(talk.env, talk.actor);
    const shown = overview.participants.slice(0, SHOWN);
    const lines: Text[] = [];
    const open: Button[] = [];
    for (const { id, person, level, rating } of shown) {
      const name = await nameOf(talk.env, person);
      lines.push(naming(text('badge-mentor:overview.line', { name, level, rating }), person));
      open.push(button('open-participant', 'badge.journal-of', id, { name }));
    }
    return {
      texts: [...numbersOf(overview), ...averagesOf(overview), ...lines],
      buttons: [...open.slice(0, 8), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

function numbersOf({ participants, mentors, experts }: Overview): readonly Text[] {
  return [
    text('badge-mentor:overview.participants', { count: participants.length }),
    ...(mentors === null ? [] : [text('badge-mentor:overview.mentors', { count: mentors })]),
    ...(experts === null ? [] : [text('badge-mentor:overview.experts', { count: experts })]),
  ];
}

const averagesOf = ({ directions, levels }: Overview): readonly Text[] => [
  ...directions.map(({ direction, percent }) =>
    text('badge-mentor:overview.direction', { direction, percent }),
  ),
  ...levels.map(({ level, rating, n }) => text('badge-mentor:overview.level', { level, rating, count: n })),
];
