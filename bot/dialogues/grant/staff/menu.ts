// What the grantor's staff may do now. What waits for a decision stands above it, for all programmes.
import { scopesOf } from '../../../../engine/kernel/actor.ts';
import { text } from '../../../../engine/kernel/message.ts';
import { grantorRoles } from '../../../../engine/programmes/grant/programme.ts';
import { goButton } from '../../../dialogue/steps/call.ts';
import type { Block } from '../../desk-part.ts';
import type { GrantTalk } from '../grant-talk.ts';

/** Nobody comes by themselves: the grantor's staff are invited. */
export const introduction = (): Block => ({ texts: [text('grant-staff:about')], rows: [] });

export async function menu({ actor }: GrantTalk): Promise<Block & { readonly taking: boolean }> {
  const isGrantor = grantorRoles.some((role) => scopesOf(actor, role).length > 0);
  if (!isGrantor) return { taking: false, texts: [text('grant-staff:about')], rows: [] };
  return {
    taking: true,
    texts: [text('grant-staff:menu')],
    rows: [
      [goButton('grant-staff:button.projects', 'grant.projects')],
      [goButton('grant-staff:button.late', 'grant.late')],
    ],
  };
}
