// Waits for something to become true in a chat, woken by its events; a timeout tells what the chat looked like.
import type { Conversation } from './conversation.ts';

const DEFAULT_TIMEOUT_MS = 5000;

export interface WaitOptions {
  /** Milliseconds, 5000 unless told. */
  readonly timeoutMs?: number;
}

/** Resolves with the first value of `look` that is not undefined, now or after any change of the chat. */
export function until<T>(
  conversation: Conversation,
  what: string,
  look: () => T | undefined,
  { timeoutMs = DEFAULT_TIMEOUT_MS }: WaitOptions = {},
): Promise<T> {
  const now = look();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve, reject) => {
    const settle = (action: () => void): void => {
      clearTimeout(timer);
      stop();
      action();
    };
    const stop = conversation.listen(() => {
      try {
        const found = look();
        // One turn later, when the call that caused the change is recorded as answered.
        if (found !== undefined) settle(() => setImmediate(() => resolve(found)));
      } catch (error) {
        settle(() => reject(error));
      }
    });
    const timer = setTimeout(
      () =>
        settle(() => reject(new Error(`Waited ${timeoutMs} ms for ${what}.\n${transcript(conversation)}`))),
      timeoutMs,
    );
  });
}

function transcript(conversation: Conversation): string {
  const lines = conversation
    .history()
    .slice(-8)
    .map((message) => {
      const buttons = message.buttons.flat().map((button) => `[${button.text}]`);
      const marks = `${message.edits > 0 ? ' (edited)' : ''}${message.deleted ? ' (deleted)' : ''}`;
      return `  ${message.from}${marks}: ${message.text || `<${message.kind}>`} ${buttons.join(' ')}`;
    });
  return lines.length === 0 ? '  The chat is empty.' : `  The chat ends so:\n${lines.join('\n')}`;
}
