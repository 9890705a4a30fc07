// Asks to choose one of several: buttons, eight to a page. Typing a label or its beginning chooses as well, whatever
// page it stands on.

import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import type { TextParams } from '../../../engine/kernel/result.ts';
import type { Draft } from '../session.ts';
import type { DeadEnd, InputStep, LabelText, Prompt, Taken } from '../step.ts';
import type { Talk } from '../talk.ts';
import type { Input } from '../update.ts';
import { optionTyped } from './typed-option.ts';

const PAGE = 8;
const PAGE_CHOICE = '!page.';
/** Of those that begin alike, so many are named. */
const NAMED = 4;

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
      if (choice === null) return typed(all, input, label);
      const tapped = all.find((option) => option.value === choice);
      if (!tapped && input.kind === 'text') return typed(all, input, label);
      return tapped
        ? { kind: 'answer', value: tapped.value }
        : { kind: 'again', problem: text('common:dialogue.option-gone') };
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

function typed(all: readonly Option[], input: Input, label: LabelText): Taken {
  const found = input.kind === 'text' ? optionTyped(all, input.text, label) : null;
  if (found?.kind === 'one') return { kind: 'answer', value: found.option.value };
  if (found?.kind === 'several') return { kind: 'again', problem: severalLike(found.options, label) };
  return { kind: 'again', problem: text('common:dialogue.choose-a-button') };
}

/** Names some of the options that begin as was typed. */
function severalLike(options: readonly Option[], label: LabelText): Text {
  const names = options.slice(0, NAMED).map((each) => label(each.label));
  const more = options.length > NAMED ? ' …' : '';
  return text('common:dialogue.several-like-that', { names: `${names.join('; ')}${more}` });
}
