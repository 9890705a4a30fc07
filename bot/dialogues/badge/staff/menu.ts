// What a member of the badge programme's staff may do now: buttons by their roles.
import { type Role, scopesOf } from '../../../../engine/kernel/actor.ts';
import { type Button, text } from '../../../../engine/kernel/message.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Block } from '../../desk-part.ts';
import { awardStaffButtons } from '../award/part.ts';
import { overviewButtons } from '../mentor/buttons.ts';
import type { BadgeTalk } from '../talk.ts';

const apply = (): Button => goButton('badge-staff:button.apply-centre', 'badge.centre-apply');

export const introduction = (): Block => ({ texts: [text('badge-staff:about')], rows: [[apply()]] });

const has = ({ actor }: BadgeTalk, role: Role): boolean => scopesOf(actor, role).length > 0;

const buttonsOf = async (talk: BadgeTalk): Promise<readonly Button[]> => [
  ...(has(talk, 'mentor') ? [goButton('badge-staff:button.mentees', 'badge.mentees')] : []),
  ...overviewButtons(talk),
  ...(has(talk, 'centre-head') ? [goButton('badge-staff:button.centres', 'badge.centres')] : []),
  ...(await awardStaffButtons(talk)),
];

export async function menu(talk: BadgeTalk): Promise<Block & { readonly taking: boolean }> {
  const own = await buttonsOf(talk);
  if (own.length === 0) return { taking: false, texts: [], rows: [[apply()]] };
  return { taking: true, texts: [], rows: own.map((each) => [each]) };
}
