// The menu of the staff desk: what waits for a decision, then what one may do. Of several programmes each has a heading with its
// counts, and a button that opens what one may do there.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { reviewKindsOf, rolesOf } from '../../../../engine/programmes/rooms.ts';
import { type Dialogue, dialogue, type Prompt } from '../../../dialogue/step.ts';
import { goButton, say } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import { type BlockPart, blocksOf, type FoundPart } from '../../assemble.ts';
import { menuButton } from '../endings.ts';
import { heading } from '../titles.ts';
import { heldRolesRows } from './held-roles.ts';
import { inviteRows } from './invite.ts';
import { type MenuSection, staffSections } from './menu-sections.ts';

type MenuPrompt = Required<Pick<Prompt, 'texts' | 'buttons'>>;

/** @param rooms what shared rooms bring, beside the programmes */
export async function staffMenu(
  talk: Talk<EngineContext>,
  parts: readonly FoundPart[],
  rooms: readonly BlockPart[],
): Promise<MenuPrompt> {
  const { taking, open } = await blocksOf(talk, parts);
  const inRooms = await blocksOf(talk, rooms);
  const language = [goButton('common:button.languages', 'shared.language')];
  const ways = open.flatMap(({ rows }) => rows);
  const { waiting, sections } = await staffSections(talk, [...taking, ...inRooms.taking]);
  // A programme may know people at work here who hold no role: members of a commission.
  if (sections.length === 0 && taking.length === 0 && !actsHere(talk)) {
    const texts = parts.length === 1 ? open.flatMap((each) => each.texts) : [text('staff:menu.nothing')];
    const invited = parts.length === 1 ? [] : [invitedRow()];
    return { texts, buttons: [...ways, ...invited, language] };
  }
  const more = parts.length > 1 && ways.length > 0 ? [[goButton('staff:button.who', 'staff.who')]] : [];
  const body = sections.length > 1 ? overviewOf(sections) : openOf(sections);
  return {
    texts: [
      waiting > 0 ? text('staff:menu.waiting', { n: waiting }) : text('staff:menu.calm'),
      ...body.texts,
    ],
    buttons: [
      ...queueRow(talk, waiting),
      ...body.buttons,
      ...inviteRows(talk),
      ...heldRolesRows(talk),
      ...[...more, language],
    ],
  };
}

/** One alone needs no heading: it is what the desk is for. Its counts are those of the queue. */
const openOf = (sections: readonly MenuSection[]): MenuPrompt => ({
  texts: sections.flatMap(({ texts }) => texts),
  buttons: sections.flatMap(({ rows }) => rows),
});

const overviewOf = (sections: readonly MenuSection[]): MenuPrompt => ({
  texts: sections.flatMap(({ title, counts }) => [heading(title), ...counts]),
  buttons: sections
    .filter(({ rows, texts }) => rows.length + texts.length > 0)
    .map(({ id, title }) => [goButton(title, 'staff.programme', id)]),
});

/** What one may do in one of several programmes: the argument is its id. */
export const staffProgramme = (
  parts: readonly FoundPart[],
  rooms: readonly BlockPart[],
): Dialogue<EngineContext> =>
  dialogue('staff.programme', { version: 1 }, [
    say('show', async (talk) => {
      const { taking } = await blocksOf(talk, [...parts, ...rooms]);
      const { sections } = await staffSections(talk, taking);
      const found = sections.find(({ id }) => id === talk.argument);
      const menu = [menuButton()];
      if (!found) return { texts: [text('common:reason.not-allowed')], buttons: [menu], next: 'end' };
      return {
        texts: [heading(found.title), ...found.counts, ...found.texts],
        buttons: [...queueRow(talk, found.counts.length), ...found.rows, menu],
        next: 'end',
      };
    }),
  ]);

export const invitedRow = () => [goButton('staff:button.invited', 'staff.invited')];

/** Holds a role that acts at this desk. */
const actsHere = ({ env, actor }: Talk<EngineContext>): boolean =>
  actor.grants.some(({ role }) => rolesOf(env).get(role)?.desk === 'staff');

/** For those whose roles decide something, and for whom something waits. */
function queueRow({ env, actor }: Talk<EngineContext>, waiting: number) {
  const deciding = new Set([...reviewKindsOf(env).values()].flatMap(({ roles }) => roles));
  return waiting > 0 || actor.grants.some(({ role }) => deciding.has(role))
    ? [[goButton('staff:button.queue', 'staff.queue')]]
    : [];
}
