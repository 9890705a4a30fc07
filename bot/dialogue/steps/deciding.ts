// Marks a question whose buttons decide something (a consent): only a button or its words answer it, never a list
// number, and a tap right after it was shown is asked for once more.
import { text } from '../../../engine/kernel/message.ts';
import type { InputStep } from '../step.ts';

export const deciding = <E>(step: InputStep<E>): InputStep<E> => ({
  ...step,
  decides: (choice) => !choice.startsWith('!'),
  take: async (talk, input, choice, label) =>
    choice === null
      ? { kind: 'again', problem: text('common:dialogue.tap-to-decide') }
      : step.take(talk, input, choice, label),
});
