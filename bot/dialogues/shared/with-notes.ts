// Adds paragraphs beneath a question that depend on more than its parameters.
import type { Text } from '../../../engine/kernel/message.ts';
import { type InputStep, isDeadEnd } from '../../dialogue/step.ts';
import type { Talk } from '../../dialogue/talk.ts';

export const withNotes = <E>(
  step: InputStep<E>,
  notes: (talk: Talk<E>) => Promise<readonly Text[]>,
): InputStep<E> => ({
  ...step,
  async prompt(talk, page) {
    const prompt = await step.prompt(talk, page);
    return isDeadEnd(prompt) || page > 0
      ? prompt
      : { ...prompt, texts: [...prompt.texts, ...(await notes(talk))] };
  },
});
