// Where a nominee stands: the stage, its day, and what comes next. Also the contest's block of the menu.
import { type Text, text } from '../../../engine/kernel/message.ts';
import {
  collegeName,
  editionNow,
  isOver,
  type Standing,
  standingOfPerson,
} from '../../../engine/programmes/contest/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Block } from '../desk-part.ts';
import { ending, menuButton } from '../shared/endings.ts';
import { consentState, inviteGuardianButton } from './consent.ts';
import type { ContestTalk } from './contest-talk.ts';

export async function standingText(talk: ContestTalk, standing: Standing): Promise<Text> {
  const { nomination, edition, day, isMissed } = standing;
  const { state, college, reason, placings } = nomination;
  const params = {
    ...(await collegeName(talk.env, college)),
    ...{ year: edition.year, day, reason: reason ?? '' },
    rank: placings.college?.rank ?? 0,
    republicanEnds: edition.calendar.republicanEnds,
  };
  return text(isMissed ? `contest:missed.${state}` : `contest:status.${state}`, params);
}

/** Null for whoever was never nominated. */
export async function statusBlock(talk: ContestTalk): Promise<Block | null> {
  const standing = await standingOfPerson(talk.env, talk.actor.id);
  if (!standing) return null;
  const { state } = standing.nomination;
  const isRunning = state !== 'withdrawn' && state !== 'not-admitted';
  const withdraw = goButton('contest:button.withdraw', 'contest.withdraw');
  return { texts: [await standingText(talk, standing)], rows: isRunning ? [[withdraw]] : [] };
}

export const status: Dialogue<EngineContext> = dialogue('contest.status', { version: 1 }, [
  say('show', async (talk) => {
    const block = await statusBlock(talk);
    if (!block)
      return ending(
        'contest:status.none',
        undefined,
        goButton('contest:button.begin', 'contest.nominate'),
        menuButton(),
      );
    return { texts: block.texts, buttons: [...block.rows, [menuButton()]], next: 'end' };
  }),
]);

const beginRow = () => [goButton('contest:button.begin', 'contest.nominate')];

export const introduction = (): Block => ({ texts: [text('contest:welcome')], rows: [beginRow()] });

export async function menu(talk: ContestTalk): Promise<Block & { readonly taking: boolean }> {
  const block = await statusBlock(talk);
  if (block) {
    const status = goButton('contest:button.status', 'contest.status');
    return { taking: true, texts: block.texts, rows: [[status], ...(await againRow(talk))] };
  }
  if ((await consentState(talk)) === 'asked')
    return { taking: true, texts: [text('guardian:needed')], rows: [[inviteGuardianButton()]] };
  const edition = await editionNow(talk.env);
  const isOpen = edition !== null && !isOver(edition, 'internalEnds', talk.now);
  return isOpen
    ? { taking: false, texts: [text('contest:welcome')], rows: [beginRow()] }
    : { taking: false, texts: [text('contest:menu.closed')], rows: [] };
}

/** Whoever withdrew, or was not confirmed, may be nominated again while it is time. */
async function againRow({ env, actor, now }: ContestTalk) {
  const standing = await standingOfPerson(env, actor.id);
  const isOut = standing?.nomination.state === 'withdrawn' || standing?.nomination.state === 'not-admitted';
  return standing && isOut && !isOver(standing.edition, 'internalEnds', now) ? [beginRow()] : [];
}
