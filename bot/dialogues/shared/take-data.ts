// A copy of everything that is kept about the person who asks, from /mydata. It never goes through the messenger: the
// chat only gives the one-time link to the page that hands it out. A page, not a Mini App: those save no files on
// many telephones.
import { chatKey } from '../../../engine/kernel/chat.ts';
import { text } from '../../../engine/kernel/message.ts';
import { personOfChat } from '../../../engine/people/reach.ts';
import { openRecordForm } from '../../../engine/people/record-link.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { goButton, linkButton, reasonTexts, say } from '../../dialogue/steps/call.ts';
import { formUrl } from './links.ts';

export const takeData: Dialogue<EngineContext> = dialogue('shared.take-data', { version: 1 }, [
  say('link', async (talk): Promise<Outcome> => {
    const back = [goButton('common:button.my-data', 'shared.my-data')];
    const person = await personOfChat(talk.env, chatKey(talk.address));
    if (!person) return { texts: [text('common:my-data.nothing')], next: 'end' };
    const link = await openRecordForm(talk.env, person._id);
    if (!link.ok) return { texts: reasonTexts(link.reasons), buttons: [back], next: 'end' };
    const open = linkButton('common:button.open-record', formUrl(talk, link.value));
    return { texts: [text('common:my-data.copy')], buttons: [[open], back], next: 'end' };
  }),
]);
