// Addresses of pages that dialogues point to. The secrets in them are one-time and never logged.
import { chatKey, type Desk } from '../../../engine/kernel/chat.ts';
import { type Button, text } from '../../../engine/kernel/message.ts';
import { openMiniApp } from '../../../engine/people/mini-app.ts';
import { type FormWish, openSecureForm } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import type { Prompt } from '../../dialogue/step.ts';
import { linkButton } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';

/** The secure form behind a one-time secret. */
export const formUrl = (talk: Talk<EngineContext>, secret: string): string => talk.env.links.form(secret);

/** A good link that belongs to another desk: says so, and leads there. */
export const linkButtonTo = (desk: Desk, url: string): Pick<Prompt, 'texts' | 'buttons'> => {
  const isStaff = desk === 'staff';
  return {
    texts: [text(isStaff ? 'common:link.for-staff' : 'common:link.for-participants')],
    buttons: [
      [linkButton(isStaff ? 'common:button.open-staff-chat' : 'common:button.open-participant-chat', url)],
    ],
  };
};

/** A button that opens a secure form: inside Telegram where it can be, as a page everywhere else. */
export async function formButton(talk: Talk<EngineContext>, wish: FormWish): Promise<Button> {
  const { env, address } = talk;
  const label = text('common:button.open-form');
  if (address.channel !== 'telegram' || !env.links.app)
    return { label, action: { url: formUrl(talk, await openSecureForm(env, wish)) } };
  const secret = await openMiniApp(env, wish, chatKey(address));
  return { label, action: { url: env.links.app(secret), app: true } };
}
