// A participant's journal as mentor, expert, coordinator and operator read it: percentages, what is missing, the newest
// entries. Only who acts as the mentor is offered to change anything.
import { naming } from '../../../../engine/kernel/about.ts';
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { seenOn } from '../../../../engine/kernel/calendar.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import { nameOf } from '../../../../engine/people/reach.ts';
import {
  actsFor,
  type Entry,
  entryEvidence,
  entryOf,
  journalOf,
  missingForConfirmation,
  type Participation,
  participationOf,
  seesParticipation,
  standingNow,
} from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { entryLine } from '../journal/entries.ts';
import { missingTexts, progressTexts } from '../journal/progress.ts';
import type { BadgeTalk } from '../talk.ts';
import { button } from './buttons.ts';
import { notAllowed, participationSeen } from './seen.ts';

const SHOWN = 10;

const isEnded = ({ state }: Participation): boolean => state !== 'accepted' && state !== 'active';

export const journalDialogue: Dialogue<EngineContext> = dialogue('badge.journal-of', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const participation = await participationSeen(talk);
    if (!participation) return notAllowed();
    const { person, level, _id } = participation;
    const standing = await standingNow(talk.env, participation);
    const entries = await journalOf(talk.env, _id, SHOWN);
    const acts = await actsFor(talk.env, talk.actor, participation);
    const head = text('badge-mentor:journal.title', { name: await nameOf(talk.env, person), level });
    return {
      texts: [
        naming(head, person),
        ...progressTexts(participation, standing),
        ...(participation.state === 'active' ? missingTexts(standing) : []),
        ...entries.map((each) => entryLine(each, talk.now)),
      ],
      buttons: [
        ...(acts ? await confirmButtons(talk, participation) : []),
        ...entries.slice(0, 6).map((each) => openButton(each, talk.now)),
        ...(isEnded(participation) && acts ? [button('final-note', 'badge.final-note', _id)] : []),
        ...(scopesOf(talk.actor, 'expert').length > 0 ? [button('conclude', 'badge.conclude', _id)] : []),
        button('log', 'badge.log', _id),
        acts ? button('message', 'badge.message-to', _id) : button('messages', 'badge.messages-of', _id),
        menuButton(),
      ].map((each) => [each]),
      next: 'end',
    };
  }),
]);

/** Directions that have everything and wait for the mentor's confirmation. */
async function confirmButtons(talk: BadgeTalk, participation: Participation): Promise<readonly Button[]> {
  if (participation.state !== 'active') return [];
  const { _id: id, directions, confirmed } = participation;
  const open = directions.filter((each) => !confirmed.some(({ direction }) => direction === each.direction));
  const buttons: Button[] = [];
  for (const { direction } of open)
    if ((await missingForConfirmation(talk.env, participation, direction)).length === 0)
      buttons.push(button('confirm-direction', 'badge.confirm', `${id}.${direction}`, { direction }));
  return buttons;
}

const openButton = ({ _id, date, direction }: Entry, now: Date): Button =>
  button('entry', 'badge.entry', _id, { date: seenOn(now, date), direction });

/** One entry with its evidence and files. */
export const entryDialogue: Dialogue<EngineContext> = dialogue('badge.entry', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const entry = await entryOf(talk.env, talk.argument).catch(() => null);
    const participation = entry && (await participationOf(talk.env, entry.participation));
    if (!entry || !participation) return notAllowed();
    const sees = await seesParticipation(talk.env, talk.actor, participation);
    if (!sees || participation.person === talk.actor.id) return notAllowed();
    const head = text('badge-mentor:journal.entry-of', { name: await nameOf(talk.env, entry.person) });
    const back = button('journal', 'badge.journal-of', participation._id);
    const decide = goButton('reviews:button.open', 'staff.open', `badge-entry.${entry._id}`);
    const acts = entry.state === 'sent' && (await actsFor(talk.env, talk.actor, participation));
    return {
      texts: [
        naming(head, entry.person),
        entryLine(entry, talk.now),
        ...(await entryEvidence(talk.env, entry, 'staff')),
      ],
      buttons: [...(acts ? [decide] : []), back, menuButton()].map((each) => [each]),
      media: entry.media,
      next: 'end',
    };
  }),
]);
