// Asks to choose any number of several: a tap marks or unmarks, "Done" ends the step. Names may be typed, too,
// one or several.
import { type Button, type Text, text } from '../../../engine/kernel/message.ts';
import type { Draft } from '../session.ts';
import type { InputStep, LabelText, Prompt, Taken } from '../step.ts';
import { answerList, type Talk } from '../talk.ts';
import type { Input } from '../update.ts';
import type { Option, Options, ParamsOf } from './choose.ts';
import { optionTyped } from './typed-option.ts';

const DONE = '!done';

export interface ChooseSeveralSettings<E> {
  /** Text of a marked option: `✅ $t({{option}})`; gets the option's own parameters besides. */
  readonly chosen: string;
  /** Said when "Done" was tapped with nothing marked. */
  readonly none: string;
  readonly when?: (draft: Draft) => boolean;
  readonly params?: ParamsOf<E>;
  /** Values that are marked to begin with. */
  readonly marked?: (talk: Talk<E>) => readonly string[] | Promise<readonly string[]>;
}

/** The answer is the list of chosen values, in the order of the options; at least one. At most eight options. */
export function chooseSeveral<E>(
  id: string,
  options: Options<E>,
  key: string,
  settings: ChooseSeveralSettings<E>,
): InputStep<E> {
  const optionsOf = async (talk: Talk<E>) => (typeof options === 'function' ? options(talk) : options);
  const markedIn = async (talk: Talk<E>): Promise<readonly string[]> =>
    talk.draft[id] === undefined ? ((await settings.marked?.(talk)) ?? []) : answerList(talk.draft, id);
  return {
    kind: 'input',
    id,
    optional: false,
    ...(settings.when && { when: settings.when }),

    async prompt(talk): Promise<Prompt> {
      const marked = await markedIn(talk);
      const rows = (await optionsOf(talk)).map((option): Button[] => [
        {
          label: marked.includes(option.value) ? markedLabel(option, settings.chosen) : option.label,
          action: { choice: option.value },
        },
      ]);
      const done: Button = { label: text('common:button.done'), action: { choice: DONE } };
      return { texts: [text(key, await settings.params?.(talk))], buttons: [...rows, [done]] };
    },

    async take(talk: Talk<E>, input, choice, label): Promise<Taken> {
      const marked = await markedIn(talk);
      if (choice === DONE)
        return marked.length > 0 ? { kind: 'answer', value: marked } : again(settings.none);
      const all = await optionsOf(talk);
      const tapped = choice === null ? typed(all, input, label) : withValue(all, choice);
      if (tapped.length === 0)
        return again(choice === null ? 'common:dialogue.choose-a-button' : 'common:dialogue.option-gone');
      return { kind: 'more', value: inOrder(all, toggled(marked, tapped)) };
    },
  };
}

const inOrder = (all: readonly Option[], values: ReadonlySet<string>): readonly string[] =>
  all.map((option) => option.value).filter((value) => values.has(value));

const markedLabel = (option: Option, chosen: string): Text =>
  text(chosen, { ...option.label.params, option: option.label.key });

const again = (key: string): Taken => ({ kind: 'again', problem: text(key) });

const withValue = (options: readonly Option[], value: string): readonly string[] =>
  options.filter((option) => option.value === value).map((option) => option.value);

function toggled(marked: readonly string[], values: readonly string[]): ReadonlySet<string> {
  const after = new Set(marked);
  for (const value of values) if (!after.delete(value)) after.add(value);
  return after;
}

/** A name, or several with commas or lines between them: all are known, or none is taken. */
function typed(options: readonly Option[], input: Input, label: LabelText): readonly string[] {
  if (input.kind !== 'text') return [];
  const valueNamed = (name: string): string | null => {
    const found = optionTyped(options, name, label);
    return found.kind === 'one' ? found.option.value : null;
  };
  const whole = valueNamed(input.text);
  if (whole !== null) return [whole];
  const values = input.text
    .split(/[,;\n]/u)
    .filter((name) => name.trim() !== '')
    .map(valueNamed);
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? known : [];
}
