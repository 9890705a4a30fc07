// What a member of staff may do now: buttons by their roles, and how much waits.
import { type Button, text } from '../../../../engine/kernel/message.ts';
import { queueOf } from '../../../../engine/reviews/queue.ts';
import type { Block } from '../../desk-part.ts';
import { button, hasRole, type StaffTalk } from './staff-talk.ts';

const registerButton = (): Button => button('register', 'org.register');
/** The first words to someone who came without an invitation. */
export const introduction = (): Block => ({
  texts: [text('credit-staff:about')],
  rows: [[registerButton()]],
});

export async function menu(talk: StaffTalk): Promise<Block & { readonly taking: boolean }> {
  const own = buttonsOf(talk);
  if (own.length === 0)
    return { taking: false, texts: [text('credit-staff:menu.nothing')], rows: [[registerButton()]] };
  const n = (await queueOf(talk.env, talk.actor)).reduce((sum, line) => sum + line.n, 0);
  const said = n > 0 ? text('credit-staff:menu.waiting', { n }) : text('credit-staff:menu.calm');
  return { taking: true, texts: [said], rows: own.map((each) => [each]) };
}

function buttonsOf(talk: StaffTalk): readonly Button[] {
  const has = (...roles: Parameters<typeof hasRole>[1][]) => hasRole(talk, ...roles);
  const decides = has('head', 'coordinator', 'accreditor', 'financial-centre', 'registrar');
  return [
    ...(decides ? [button('queue', 'staff.queue')] : []),
    ...(has('head') ? [button('new-project', 'credit.project-new')] : []),
    ...(has('head', 'coordinator') ? [button('projects', 'org.projects')] : []),
    ...(has('head') ? [button('invite-coordinator', 'org.invite-coordinator')] : []),
    ...(has('accreditor') ? [button('organisations', 'org.list')] : []),
    ...(has('operator') ? [button('invite-staff', 'staff.invite')] : []),
  ];
}
