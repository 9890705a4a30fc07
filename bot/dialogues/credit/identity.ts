// Opens the secure form for the personal number and the payout account. Each time a fresh one-time link.
import type { EngineContext } from '../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../dialogue/step.ts';
import { say } from '../../dialogue/steps/call.ts';
import { menuButton } from '../shared/endings.ts';
import { formButton } from '../shared/links.ts';
import { guardedOnly } from './consent.ts';
import { ending, type StudentTalk, statusOf, studentsOnly } from './student.ts';

export const identity: Dialogue<EngineContext> = dialogue('credit.identity', { version: 1 }, [
  studentsOnly,
  guardedOnly,
  say('open', async (talk) => {
    const { ibanTail } = await statusOf(talk);
    const key = ibanTail === null ? 'credit:identity.first' : 'credit:identity.again';
    return formWith(talk, key, ibanTail === null ? undefined : { tail: ibanTail });
  }),
]);

/** A text with the button that opens the form. */
export async function formWith(
  talk: StudentTalk,
  key: string,
  params?: Outcome['texts'][number]['params'],
  ...more: Parameters<typeof ending>[2][]
): Promise<Outcome> {
  const form = await formButton(talk, { kind: 'identity-form', person: talk.actor.id });
  return ending(key, params, form, ...more, menuButton());
}
