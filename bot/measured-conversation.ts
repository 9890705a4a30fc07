// The conversation with a stopwatch: how long each turn took. Used by the processes, where somebody measures.
import type { Conversation } from './dialogue/conversation.ts';

export const measuredConversation = <C extends Conversation>(
  conversation: C,
  turned: (desk: string, seconds: number) => void,
): C => ({
  ...conversation,
  turn: async (update, fetchFile, session) => {
    const started = performance.now();
    try {
      return await conversation.turn(update, fetchFile, session);
    } finally {
      turned(update.address.desk, (performance.now() - started) / 1_000);
    }
  },
});
