// An e-mail address.
import { text } from '../../../engine/kernel/message.ts';
import { normaliseTyped } from '../../../engine/kernel/typed-text.ts';
import { isEmail } from '../../../engine/programmes/mail-invitation.ts';
import type { Field } from '../../dialogue/steps/ask.ts';

export const email: Field<unknown> = {
  parse(typed) {
    const address = normaliseTyped(typed);
    return isEmail(address) ? { value: address } : { problem: text('common:reason.email-unreadable') };
  },
};
