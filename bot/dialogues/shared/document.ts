// Somebody wants a document of a programme: the chat gives the one-time link to the page that hands it out. A page, not a Mini
// App: those save no files on many telephones. The argument is `<kind>:<what it is about>`.
import { text } from '../../../engine/kernel/message.ts';
import { openSecureForm } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { documentKindOf } from '../../../engine/programmes/rooms.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { linkButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { menuButton } from './endings.ts';
import { formUrl } from './links.ts';

export const document: Dialogue<EngineContext> = dialogue('shared.document', { version: 1 }, [
  say('link', async (talk): Promise<Outcome> => {
    const { env, actor, argument } = talk;
    const menu = [menuButton()];
    const [id = '', ...rest] = argument.split(':');
    const about = rest.join(':');
    const kind = documentKindOf(env, id);
    if (!kind) return { texts: [text('common:reason.not-allowed')], buttons: [menu], next: 'end' };
    const opened = await kind.open(env, actor, about);
    if (!opened.ok) return { texts: reasonTexts(opened.reasons), buttons: [menu], next: 'end' };
    const wish = { kind: 'document-form', person: actor.id, about: { document: id, about } } as const;
    const open = linkButton('documents:button.download', formUrl(talk, await openSecureForm(env, wish)));
    const texts = [text('documents:chat.document', { title: kind.title })];
    return { texts, buttons: [[open], menu], next: 'end' };
  }),
]);
