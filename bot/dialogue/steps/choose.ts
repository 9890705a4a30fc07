// Asks to choose one of several: buttons, eight to a page. Typing the label or its number chooses as well.

import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import { folded } from '../../../engine/kernel/names.ts';
import type { TextParams } from '../../../engine/kernel/result.ts';
import type { Draft } from '../session.ts';
import type { DeadEnd, InputStep, LabelText, Prompt, Taken } from '../step.ts';
import type { Talk } from '../talk.ts';
import type { Input } from '../update.ts';

const PAGE = 8;
const PAGE_CHOICE = '!page.';

export interface Option {
  /** At most 32 characters: it travels in callback data. */
  readonly value: string;
  readonly label: Text;
}

export type Options<E> =
  | readonly Option[]
  | ((talk: Talk<E>) => Promise<readonly Option[]> | readonly Option[]);
export type ParamsOf<E> = (talk: Talk<E>) => TextParams | Promise<TextParams>;

export interface ChooseSettings<E> {
  /** Said when there is nothing to choose from; the dialogue ends. */
  readonly none?: string;
  readonly params?: ParamsOf<E>;
  readonly when?: (draft: Draft) => boolean;
  readonly optional?: boolean;
  /** Buttons in a row; 1 unless the labels are short. */
  readonly columns?: number;
}

export function choose<E>(
  id: string,
  options: Options<E>,
  key: string,
  settings: ChooseSettings<E> = {},
): InputStep<E> {
  const optionsOf = async (talk: Talk<E>) => (typeof options === 'function' ? options(talk) : options);
  return {
    kind: 'input',
    id,
    optional: settings.optional ?? false,
    ...(settings.when && { when: settings.when }),

    async prompt(talk, page): Promise<Prompt | DeadEnd> {
      const all = await optionsOf(talk);
      if (all.length === 0 && settings.none) return { end: { texts: [text(settings.none)] } };
      const params = await settings.params?.(talk);
      return { texts: [text(key, params)], buttons: rows(all, page, settings.columns ?? 1) };
    },

    async take(talk, input, choice, label): Promise<Taken> {
      if (choice?.startsWith(PAGE_CHOICE))
        return { kind: 'page', page: Number(choice.slice(PAGE_CHOICE.length)) };
      const all = await optionsOf(talk);
      const chosen =
        choice === null ? typed(all, input, label) : all.find((option) => option.value === choice);
      if (chosen) return { kind: 'answer', value: chosen.value };
      return {
        kind: 'again',
        problem: text(choice === null ? 'common:dialogue.choose-a-button' : 'common:dialogue.option-gone'),
      };
    },
  };
}

function rows(all: readonly Option[], page: number, columns: number): Button[][] {
  const shown = all.slice(page * PAGE, (page + 1) * PAGE);
  const buttons = shown.map(({ value, label }): Button => ({ label, action: { choice: value } }));
  const table = Array.from({ length: Math.ceil(buttons.length / columns) }, (_, row) =>
    buttons.slice(row * columns, (row + 1) * columns),
  );
  const turns: Button[] = [];
  if (page > 0)
    turns.push({ label: text('common:button.previous'), action: { choice: `${PAGE_CHOICE}${page - 1}` } });
  if ((page + 1) * PAGE < all.length)
    turns.push({ label: text('common:button.next'), action: { choice: `${PAGE_CHOICE}${page + 1}` } });
  return turns.length > 0 ? [...table, turns] : table;
}

function typed(all: readonly Option[], input: Input, label: LabelText): Option | undefined {
  if (input.kind !== 'text') return undefined;
  const wanted = folded(input.text);
  return all.find((option) => folded(label(option.label)) === wanted) ?? all[Number(wanted) - 1];
}
