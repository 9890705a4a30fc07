// The link of an invitation goes by e-mail, in the language of whoever invites. The argument is its secret.
import { text } from '../../../../engine/kernel/message.ts';
import { mailInvitation } from '../../../../engine/programmes/mail-invitation.ts';
import type { EngineContext } from '../../../../engine/programmes/programme.ts';
import { type Dialogue, dialogue } from '../../../dialogue/step.ts';
import { ask } from '../../../dialogue/steps/ask.ts';
import { call } from '../../../dialogue/steps/call.ts';
import { answer } from '../../../dialogue/talk.ts';
import { email } from '../../fields/email.ts';
import { menuButton } from '../endings.ts';

export const inviteByMail: Dialogue<EngineContext> = dialogue('staff.invite-mail', { version: 1 }, [
  ask('to', email, 'staff:mail.to'),
  call(
    'send',
    ({ env, command, argument: secret, draft, language }) =>
      mailInvitation(env, command('send'), { secret, to: answer(draft, 'to'), language }),
    {
      ok: (how, { draft, env }) => ({
        texts: [text(`staff:mail.${how}`, { to: answer(draft, 'to'), address: env.links.page('mailbox') })],
        buttons: [[menuButton()]],
        next: 'end',
      }),
    },
  ),
]);
