// The participant's card: photo, personal data, level, directions, schedule (§4.1). What the journal adds stands beside it.
import { seenOn } from '../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../engine/kernel/message.ts';
import { nameOf } from '../../../engine/people/reach.ts';
import type { Participation } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import { ending, menuButton } from '../shared/endings.ts';
import { directionText } from './direction-text.ts';
import { ownOf } from './mine.ts';
import { placeOf } from './place.ts';
import { lineTexts } from './schedule/lines.ts';
import { standardTexts } from './standards.ts';
import { stateText } from './state-text.ts';
import type { BadgeTalk } from './talk.ts';

/** For the participant and for whoever may see them; the right is checked before. */
export async function cardTexts(talk: BadgeTalk, participation: Participation): Promise<readonly Text[]> {
  const { person, level, page, directions, schedule, documents, confirmed } = participation;
  const { residence, study, about, hobby } = page;
  const place = await placeOf(talk, participation);
  return [
    text('badge:card.person', {
      ...{ name: (await nameOf(talk.env, person)) || '—', level, ...place },
      ...{ region: residence.region, place: residence.place },
      ...{ study: study.kind, school: study.place || '—', about, hobby },
    }),
    await stateText(talk, participation),
    ...(await Promise.all(directions.map((each) => directionText(talk, each, participation.longer)))),
    ...(directions.some(({ direction }) => direction === 'sport')
      ? await standardTexts(talk, participation)
      : []),
    ...(schedule
      ? [text('badge:card.schedule'), ...lineTexts(schedule.lines, (day) => seenOn(talk.now, day))]
      : [text('badge:card.no-schedule')]),
    ...confirmed.map(({ direction, assessment }) =>
      text('badge:card.assessment', { direction, words: assessment }),
    ),
    ...(documents.length > 0
      ? documents.map(({ kind, how, at }) => text('badge:card.document', { kind, how, at: at.toISOString() }))
      : []),
  ];
}

export const card: Dialogue<EngineContext> = dialogue('badge.card', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const participation = await ownOf(talk);
    const apply = goButton('badge:button.apply', 'badge.apply');
    if (!participation) return ending('badge:status.nothing', undefined, apply, menuButton());
    const { photo } = participation.page;
    return {
      texts: await cardTexts(talk, participation),
      buttons: [[goButton('badge:button.status', 'badge.status')], [menuButton()]],
      ...(photo !== '' && { media: [photo] }),
      next: 'end',
    };
  }),
]);
