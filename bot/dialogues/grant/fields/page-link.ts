// The address of a publication.
import { text } from '../../../../engine/kernel/message.ts';
import { linkOf } from '../../../../engine/programmes/grant/programme.ts';
import type { Field } from '../../../dialogue/steps/ask.ts';

export const pageLink: Field<unknown> = {
  parse(typed) {
    const link = linkOf(typed);
    return link ? { value: link.url } : { problem: text('grant:reason.no-link') };
  },
};
