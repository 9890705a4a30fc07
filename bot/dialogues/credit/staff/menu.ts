// The credit's block of the staff menu: buttons by the roles of whoever talks.
import { type Button, text } from '../../../../engine/kernel/message.ts';
import type { Block } from '../../desk-part.ts';
import { registerButton } from '../../shared/organisations/part.ts';
import { button, hasRole, type StaffTalk } from './staff-talk.ts';

/** The first words to someone who came without an invitation. */
export const introduction = (): Block => ({
  texts: [text('credit-staff:about')],
  rows: [[registerButton()]],
});

/** Roles whose work in the programme is all in the queue have no buttons here. */
export async function menu(talk: StaffTalk): Promise<Block & { readonly taking: boolean }> {
  if (!hasRole(talk, ...acting))
    return { taking: false, texts: [text('credit-staff:menu.nothing')], rows: [[registerButton()]] };
  return { taking: true, texts: [], rows: buttonsOf(talk).map((each) => [each]) };
}

const acting = ['head', 'coordinator', 'financial-centre', 'registrar'] as const;

function buttonsOf(talk: StaffTalk): readonly Button[] {
  const has = (...roles: Parameters<typeof hasRole>[1][]) => hasRole(talk, ...roles);
  return [
    ...(has('head') ? [button('new-project', 'credit.project-new')] : []),
    ...(has('head', 'coordinator') ? [button('projects', 'org.projects')] : []),
  ];
}
