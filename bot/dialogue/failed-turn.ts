// What a person hears when their update could not be handled: once, with a reference they can name to support.
// Called by the receiver; must not throw, whatever fails.
import { chatKey } from '../../engine/kernel/chat.ts';
import { newReference } from '../../engine/kernel/ids.ts';
import { closestLanguage, type Language } from '../../engine/kernel/languages.ts';
import { text } from '../../engine/kernel/message.ts';
import type { Answer } from './answering.ts';
import type { Cause } from './chat-backoff.ts';
import type { InboxEntry } from './inbox.ts';
import type { Log } from './log.ts';
import type { Turn } from './session.ts';
import { type IncomingUpdate, updateName } from './update.ts';

interface ApologistParts {
  readonly log: Log;
  readonly languageOf?: (chat: string) => Promise<Language | null>;
}

/**
 * @returns a function that says what there is to say and returns the reference of this failure: of all tries the same,
 * so that what the person was told still finds the update when it is given up
 */
export function apologist(parts: ApologistParts, answer: Answer) {
  return async (entry: InboxEntry, failure: { cause: Cause; dead: boolean }): Promise<string> => {
    const reference = entry.reference ?? newReference();
    const key = keyFor(failure, entry.attempts);
    if (key === null) return reference;
    try {
      await answer(apart(entry.update), await apology(parts, entry.update, key, reference));
    } catch (error) {
      parts.log.error({ update: updateName(entry.update), reference, error }, 'an apology was not sent');
    }
    return reference;
  };
}

/** Told apart from the answer that a later try may give: kept for delivery, one must not pass for the other. */
const apart = (update: IncomingUpdate): IncomingUpdate => ({ ...update, id: `${update.id}/apology` });

/** A bug is told at its first failure; what was only busy when it is given up. */
function keyFor({ cause, dead }: { cause: Cause; dead: boolean }, attempts: number): string | null {
  if (cause === 'bug') return attempts === 0 ? 'common:error.bug' : null;
  return dead ? 'common:error.unavailable' : null;
}

async function apology(
  parts: ApologistParts,
  update: IncomingUpdate,
  key: string,
  reference: string,
): Promise<Turn> {
  const chosen = await parts.languageOf?.(chatKey(update.address));
  const message = { texts: [text(key, { reference })] };
  return {
    replies: [{ message, place: 'new', tag: '', step: '' }],
    toast: null,
    removeOwn: false,
    language: chosen ?? closestLanguage(update.languageTag ?? undefined),
  };
}
