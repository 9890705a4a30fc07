// Opens a deep link for someone who has been greeted. Each desk says which links it takes; the rest is told apart here.
import { text } from '../../../engine/kernel/message.ts';
import { secureFormOf } from '../../../engine/people/secure-forms.ts';
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { linkButton, say } from '../../dialogue/steps/call.ts';
import type { Talk } from '../../dialogue/talk.ts';
import { menuButton } from './endings.ts';
import { formUrl } from './links.ts';
import { openSurveyLink } from './survey.ts';

/** What a desk does with a payload of its own; null when the payload is none of its kinds. */
export type OpenLink = (talk: Talk<EngineContext>) => Promise<Outcome | null>;

export const openLink = (open: OpenLink): Dialogue<EngineContext> =>
  dialogue('shared.open-link', { version: 1 }, [
    say(
      'open',
      async (talk) => (await openSurveyLink(talk)) ?? (await open(talk)) ?? (await aForm(talk)) ?? spent,
    ),
  ]);

const spent: Outcome = {
  texts: [text('common:reason.link-used')],
  buttons: [[menuButton()]],
  next: 'end',
};

/** The link of a form that was opened in the chat: shows the page. */
async function aForm(talk: Talk<EngineContext>): Promise<Outcome | null> {
  const secret = talk.argument;
  if (!(await secureFormOf(talk.env, secret))) return null;
  const button = linkButton('common:button.open-form', formUrl(talk, secret));
  return { texts: [text('common:link.form')], buttons: [[button]], next: 'end' };
}
