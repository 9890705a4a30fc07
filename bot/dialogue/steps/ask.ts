// Asks for something typed. The field parses it and says how to fix what cannot be used.
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { normaliseTyped, wordsTyped } from '../../../engine/kernel/typed-text.ts';
import type { Draft, DraftValue } from '../session.ts';
import type { InputStep, Prompt, Taken } from '../step.ts';
import type { Talk } from '../talk.ts';
import type { Input } from '../update.ts';
import type { Option, ParamsOf } from './choose.ts';

export type Parsed = { readonly value: DraftValue } | { readonly problem: Text };

/** A kind of answer: how it is read, and what is said when it cannot be. */
export interface Field<E> {
  parse(typed: string, talk: Talk<E>): Parsed | Promise<Parsed>;
  /** Answers offered as buttons, e.g. "today". */
  readonly offers?: (talk: Talk<E>) => readonly Option[];
}

export interface AskSettings<E> {
  readonly params?: ParamsOf<E>;
  readonly when?: (draft: Draft) => boolean;
  readonly optional?: boolean;
}

export function ask<E>(
  id: string,
  field: Field<E>,
  key: string,
  settings: AskSettings<E> = {},
): InputStep<E> {
  return {
    kind: 'input',
    id,
    optional: settings.optional ?? false,
    ...(settings.when && { when: settings.when }),

    async prompt(talk): Promise<Prompt> {
      const buttons = (field.offers?.(talk) ?? []).map(({ value, label }): Button[] => [
        { label, action: { choice: value } },
      ]);
      return { texts: [text(key, await settings.params?.(talk))], buttons };
    },

    async take(talk, input, choice, label): Promise<Taken> {
      if (choice !== null && !isWords(field, talk, input, choice)) return offered(field, talk, choice);
      if (input.kind === 'contact') return taken(await field.parse(input.phone, talk));
      const words = wordsIn(input);
      if (input.kind !== 'text' && normaliseTyped(words) === '')
        return { kind: 'again', problem: text('common:dialogue.type-an-answer') };
      const typed = normaliseTyped(words);
      if (typed === '') return { kind: 'again', problem: text('common:input.nothing-visible') };
      const option = field.offers?.(talk).find((each) => wordsTyped(label(each.label)) === wordsTyped(typed));
      return taken(await field.parse(option?.value ?? typed, talk));
    },
  };
}

/** The words beneath a picture are words, too. */
function wordsIn(input: Input): string {
  if (input.kind === 'file') return input.caption;
  return input.kind === 'text' ? input.text : '';
}

/** Words that name a button of yesterday («кеше»), which carries another day, are words. */
const isWords = <E>(field: Field<E>, talk: Talk<E>, input: Input, choice: string): boolean =>
  input.kind === 'text' && !isOffered(field, talk, choice);

const isOffered = <E>(field: Field<E>, talk: Talk<E>, choice: string): boolean =>
  field.offers?.(talk).some((each) => each.value === choice) ?? false;

async function offered<E>(field: Field<E>, talk: Talk<E>, choice: string): Promise<Taken> {
  return isOffered(field, talk, choice)
    ? taken(await field.parse(choice, talk))
    : { kind: 'again', problem: text('common:dialogue.option-gone') };
}

const taken = (parsed: Parsed): Taken =>
  'problem' in parsed ? { kind: 'again', problem: parsed.problem } : { kind: 'answer', value: parsed.value };
