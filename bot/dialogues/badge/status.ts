// Where a participant stands, for the menu, /status and the programme's own screen.
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { type Participation, participationsOf } from '../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue } from '../../dialogue/step.ts';
import { goButton, say } from '../../dialogue/steps/call.ts';
import type { Block } from '../desk-part.ts';
import { endingWith, menuButton } from '../shared/endings.ts';
import { awardBlock } from './award/part.ts';
import { journalButtons } from './journal/desk.ts';
import { signaturesIn, wardParticipations } from './mine.ts';
import { stateText } from './state-text.ts';
import type { BadgeTalk } from './talk.ts';

/** The last word of every level that somebody has anything to do with; what ended before is in the list. */
export const shownOf = (all: readonly Participation[]): readonly Participation[] =>
  all.filter(({ state }) => state !== 'withdrawn');

/** What the participant may do next about one. */
export async function nextButtons(talk: BadgeTalk, participation: Participation): Promise<readonly Button[]> {
  const { _id: id, state, agreement, schedule, proposed } = participation;
  if (state === 'applied') {
    if (!agreement.participant) return [goButton('badge:button.sign', 'badge.sign', id)];
    const { guardian } = await signaturesIn(talk, participation);
    return guardian || agreement.guardian ? [] : [goButton('guardian:button.invite', 'guardian.invite')];
  }
  if (state === 'accepted' || state === 'active') {
    const hasOne = schedule !== null || proposed !== null || state === 'accepted';
    const own = hasOne ? [goButton('badge:button.schedule', 'badge.schedule', id)] : [];
    return [...journalButtons(participation), ...own];
  }
  return journalButtons(participation);
}

export async function statusTexts(talk: BadgeTalk, all: readonly Participation[]): Promise<readonly Text[]> {
  return Promise.all(shownOf(all).map((each) => stateText(talk, each)));
}

export async function statusBlock(talk: BadgeTalk): Promise<Block | null> {
  const all = await participationsOf(talk.env, talk.actor.id);
  const shown = shownOf(all);
  if (shown.length === 0) return null;
  const rows: Button[][] = [];
  for (const each of shown) for (const next of await nextButtons(talk, each)) rows.push([next]);
  const card = goButton('badge:button.card', 'badge.card');
  const award = await awardBlock(talk);
  const texts = [...(await statusTexts(talk, all)), ...award.texts];
  return { texts, rows: [...rows, ...award.rows, [card]] };
}

export const status: Dialogue<EngineContext> = dialogue('badge.status', { version: 1 }, [
  say('show', async (talk: BadgeTalk) => {
    const block = await statusBlock(talk);
    const apply = goButton('badge:button.apply', 'badge.apply');
    if (!block) return endingWith([text('badge:status.nothing')], apply, menuButton());
    return { texts: block.texts, buttons: [...block.rows, [menuButton()]], next: 'end' };
  }),
]);

/** Its block of the menu: where one stands, then what is next; a way in for everybody else. */
export async function menu(talk: BadgeTalk): Promise<Block & { readonly taking: boolean }> {
  const own = await statusBlock(talk);
  const wards = (await wardParticipations(talk)).flatMap(({ all }) => all);
  const wardRow = wards.length > 0 ? [[goButton('badge:button.wards', 'badge.wards')]] : [];
  const apply = [goButton('badge:button.apply', 'badge.apply')];
  // A representative has to do with the programme, too.
  if (!own && wards.length > 0) return { taking: true, texts: [text('badge:menu.guardian')], rows: wardRow };
  if (!own) return { taking: false, texts: [text('badge:menu.guest')], rows: [apply] };
  const all = await participationsOf(talk.env, talk.actor.id);
  const isBusy = all.some(({ state }) => state === 'applied' || state === 'accepted' || state === 'active');
  return { taking: true, texts: own.texts, rows: [...own.rows, ...wardRow, ...(isBusy ? [] : [apply])] };
}
