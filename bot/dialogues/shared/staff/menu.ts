// The menu of the staff desk: what waits for a decision, then a block for each programme in which somebody has a role.
import { text } from '../../../../engine/kernel/message.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { reviewKindsOf, rolesOf } from '../../../../engine/programmes/rooms.ts';
import { queueOf } from '../../../../engine/reviews/queue.ts';
import type { Prompt } from '../../../dialogue/step.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Talk } from '../../../dialogue/talk.ts';
import { blocksOf, type FoundPart } from '../../assemble.ts';
import { textsOf } from '../titles.ts';
import { inviteRows } from './invite.ts';

export async function staffMenu(
  talk: Talk<EngineContext>,
  parts: readonly FoundPart[],
): Promise<Required<Pick<Prompt, 'texts' | 'buttons'>>> {
  const { taking, open } = await blocksOf(talk, parts);
  const language = [goButton('common:button.languages', 'shared.language')];
  const ways = open.flatMap(({ rows }) => rows);
  if (!actsHere(talk)) {
    const texts = parts.length === 1 ? open.flatMap((each) => each.texts) : [text('staff:menu.nothing')];
    const invited = parts.length === 1 ? [] : [invitedRow()];
    return { texts, buttons: [...ways, ...invited, language] };
  }
  const more = parts.length > 1 && ways.length > 0 ? [[goButton('staff:button.who', 'staff.who')]] : [];
  const shown = taking.filter(({ texts, rows }) => texts.length > 0 || rows.length > 0);
  return {
    texts: [await waiting(talk), ...textsOf(shown)],
    buttons: [
      ...queueRow(talk),
      ...shown.flatMap(({ rows }) => rows),
      ...inviteRows(talk),
      ...[...more, language],
    ],
  };
}

export const invitedRow = () => [goButton('staff:button.invited', 'staff.invited')];

/** Holds a role that acts at this desk. */
const actsHere = ({ env, actor }: Talk<EngineContext>): boolean =>
  actor.grants.some(({ role }) => rolesOf(env).get(role)?.desk === 'staff');

async function waiting({ env, actor }: Talk<EngineContext>) {
  const n = (await queueOf(env, actor)).reduce((sum, line) => sum + line.n, 0);
  return n > 0 ? text('staff:menu.waiting', { n }) : text('staff:menu.calm');
}

/** For those whose roles decide something. */
function queueRow({ env, actor }: Talk<EngineContext>) {
  const deciding = new Set([...reviewKindsOf(env).values()].flatMap(({ roles }) => roles));
  return actor.grants.some(({ role }) => deciding.has(role))
    ? [[goButton('staff:button.queue', 'staff.queue')]]
    : [];
}
