// A holder wants their certificate: the chat gives the one-time link to the page that hands it out. A page, not a Mini App:
// those save no files on many telephones.
import { ownCertificate } from '../../../engine/documents/certificates/see.ts';
import { text } from '../../../engine/kernel/message.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { linkButton, say } from '../../dialogue/steps/call.ts';
import { menuButton } from './endings.ts';
import { formUrl } from './links.ts';

export const certificate: Dialogue<EngineContext> = dialogue('shared.certificate', { version: 1 }, [
  say('link', async (talk): Promise<Outcome> => {
    const menu = [menuButton()];
    const { id: person } = talk.actor;
    const found = await ownCertificate(talk.env, person, talk.argument);
    if (!found) return { texts: [text('documents:chat.none')], buttons: [menu], next: 'end' };
    const about = { certificate: found._id };
    const secret = await openSecureForm(talk.env, { kind: 'certificate-form', person, about });
    const open = linkButton('documents:button.download', formUrl(talk, secret));
    const texts = [text('documents:chat.download', { number: found.number })];
    return { texts, buttons: [[open], menu], next: 'end' };
  }),
]);
