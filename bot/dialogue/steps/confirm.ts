// Shows what will happen and asks to confirm. Nothing has happened before this answer, and only the button or its own
// words give it.
import { type Text, text } from '../../../engine/kernel/message.ts';
import type { Draft } from '../session.ts';
import type { InputStep, Prompt, Taken } from '../step.ts';
import type { Talk } from '../talk.ts';
import type { ParamsOf } from './choose.ts';

const YES = 'yes';

export interface ConfirmSettings<E> {
  /** Text key of the button, a verb: `credit:button.book`. */
  readonly button?: string;
  readonly when?: (draft: Draft) => boolean;
  /** Paragraphs above the question: who, what, how much. */
  readonly facts?: (talk: Talk<E>) => Promise<readonly Text[]>;
}

export function confirm<E>(
  id: string,
  key: string,
  params?: ParamsOf<E>,
  settings: ConfirmSettings<E> = {},
): InputStep<E> {
  const label = text(settings.button ?? 'common:button.confirm');
  return {
    kind: 'input',
    id,
    optional: false,
    ...(settings.when && { when: settings.when }),
    decides: (choice) => choice === YES,

    async prompt(talk): Promise<Prompt> {
      const facts = (await settings.facts?.(talk)) ?? [];
      return {
        texts: [...facts, text(key, await params?.(talk))],
        buttons: [[{ label, action: { choice: YES } }]],
      };
    },

    take: async (_talk, _input, choice): Promise<Taken> =>
      choice === YES
        ? { kind: 'answer', value: YES }
        : { kind: 'again', problem: text('common:dialogue.tap-to-decide') },
  };
}
