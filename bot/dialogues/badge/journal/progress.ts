// How far a participant has come, and what is missing, in words, at any time.

import { localDate } from '../../../../engine/kernel/calendar.ts';
import { type Text, text } from '../../../../engine/kernel/message.ts';
import {
  endOfTerm,
  mentoredStates,
  missingInWords,
  type Participation,
  participationsOf,
  type Standing,
  standingNow,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import type { Explanation } from '../../../../engine/rules/rule-book.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { button, ending, type JournalTalk } from './active.ts';

export const progress: Dialogue<EngineContext> = dialogue('badge.progress', { version: 1 }, [
  say('show', async (talk) => {
    const participation = await journaledOf(talk);
    if (!participation) return ending('reason.not-active', {});
    const standing = await standingNow(talk.env, participation);
    const own = participation.state === 'active' ? [button('write', 'badge.journal')] : [];
    return {
      texts: [
        ...progressTexts(participation, standing),
        ...confirmedTexts(participation),
        ...missingTexts(standing),
      ],
      buttons: [...own, button('entries', 'badge.entries'), menuButton()].map((each) => [each]),
      next: 'end',
    };
  }),
]);

/** The participation that has a journal, also a complete one. */
export async function journaledOf({ env, actor }: JournalTalk): Promise<Participation | undefined> {
  const all = await participationsOf(env, actor.id);
  return all.findLast(({ state }) => state !== 'accepted' && mentoredStates.includes(state));
}

/** Level, rating and points, and a line for each direction; with the last day of the term. */
export function progressTexts(participation: Participation, standing: Standing): readonly Text[] {
  const { level } = participation;
  const { rating, points } = standing;
  const ends = endOfTerm(participation);
  return [
    text('badge-journal:progress.level', { level, rating, count: points }),
    ...standing.directions.map(({ direction, percent }) =>
      text('badge-journal:progress.direction', { direction, percent }),
    ),
    ...(ends ? [text('badge-journal:progress.term', { until: localDate(ends) })] : []),
  ];
}

const confirmedTexts = ({ confirmed }: Participation): readonly Text[] =>
  confirmed.map(({ direction, assessment }) =>
    text('badge-journal:progress.confirmed', { direction, words: assessment }),
  );

export function missingTexts(standing: Standing): readonly Text[] {
  const missing = missingInWords(standing);
  if (missing.length === 0) return [text('badge-journal:progress.all-there')];
  return [text('badge-journal:progress.missing'), ...missing.flatMap(linesOf)];
}

/** Ways of which one is enough are set apart. */
function linesOf({ key, params, options }: Explanation): readonly Text[] {
  if (!options) return [{ key, params }];
  const ways = options.flatMap((way, at) => [
    ...(at > 0 ? [text('badge-journal:progress.or')] : []),
    ...way.flatMap(linesOf),
  ]);
  return [text('badge-journal:progress.either'), ...ways];
}
