// The link that a participant hands on to the employer, who confirms the report of work without an account.
import { text } from '../../../../engine/kernel/message.ts';
import { askEmployer } from '../../../../engine/programmes/badge/programme.ts';
import type { EngineContext } from '../../../../engine/programmes/context.ts';
import { type Dialogue, dialogue, type Outcome } from '../../../dialogue/step.ts';
import { say, showReasons } from '../../../dialogue/steps/call.ts';
import { menuButton } from '../../shared/endings.ts';
import { button, type JournalTalk } from './active.ts';

export async function forEmployer(talk: JournalTalk, entryId: string): Promise<Outcome> {
  const asked = await askEmployer(talk.env, { actor: talk.actor }, entryId);
  if (!asked.ok) return showReasons(asked.reasons);
  return {
    texts: [text('badge-journal:employer.hand-on', { link: asked.value })],
    buttons: [[button('write-more', 'badge.journal')], [menuButton()]],
    next: 'end',
  };
}

/** A new link, where the first one was lost. */
export const employerLink: Dialogue<EngineContext> = dialogue('badge.employer-link', { version: 1 }, [
  say('link', (talk: JournalTalk) => forEmployer(talk, talk.argument)),
]);
