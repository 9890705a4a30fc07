// The last look at all answers before they are sent: confirm, or change one of them and come back here.
import { type Button, text } from '../../../engine/kernel/message.ts';
import type { Draft } from '../session.ts';
import { type InputStep, isDeadEnd, type LabelText, type Taken } from '../step.ts';
import { answerList, type Talk } from '../talk.ts';
import type { Input } from '../update.ts';
import type { ParamsOf } from './choose.ts';
import { type ConfirmSettings, confirm } from './confirm.ts';
import { optionTyped } from './typed-option.ts';

const CHANGE = '!change';
const STEP = 'change.';
const DROP = 'drop.';
/** The review itself is page 0; the list of what may be changed is the next. */
const LIST = 1;

/** One answer that may be given anew from the review. */
export interface Change {
  readonly step: string;
  /** Text key of its button, a noun: `credit:change.name`. */
  readonly label: string;
  /** Answers that no longer hold once this one is another: they are asked again. */
  readonly clears?: (draft: Draft) => readonly string[];
  /** Text key of a button that takes the gathered files out. */
  readonly drop?: string;
}

export interface ReviewSettings<E> extends ConfirmSettings<E> {
  readonly change: readonly Change[];
}

export function review<E>(
  id: string,
  key: string,
  params: ParamsOf<E> | undefined,
  settings: ReviewSettings<E>,
): InputStep<E> {
  const { change, ...confirming } = settings;
  const step = confirm<E>(id, key, params, confirming);
  return {
    ...step,
    isReview: true,

    async prompt(talk, page) {
      if (page === LIST)
        return { texts: [text('common:dialogue.change-which')], buttons: list(change, talk) };
      const prompt = await step.prompt(talk, page);
      if (isDeadEnd(prompt)) return prompt;
      const more: Button = { label: text('common:button.change'), action: { choice: CHANGE } };
      return { ...prompt, buttons: [...(prompt.buttons ?? []), [more]] };
    },

    async take(talk, input, choice, label): Promise<Taken> {
      if (choice === CHANGE) return { kind: 'page', page: LIST };
      const asked = choice ?? typedIn(list(change, talk).flat(), input, label);
      return changeIn(change, asked, talk.draft) ?? step.take(talk, input, choice, label);
    },
  };
}

/** What is to be changed, by its name or the beginning of it: nothing is decided by that. Taking files out is tapped. */
function typedIn(buttons: readonly Button[], input: Input, label: LabelText): string | null {
  if (input.kind !== 'text') return null;
  const choices = buttons.flatMap(({ label: named, action }) =>
    'choice' in action && action.choice.startsWith(STEP) ? [{ label: named, value: action.choice }] : [],
  );
  const found = optionTyped(choices, input.text, label);
  return found.kind === 'one' ? found.option.value : null;
}

/** Only what was asked. */
const list = <E>(changes: readonly Change[], talk: Talk<E>): Button[][] =>
  changes
    .filter(({ step }) => talk.draft[step] !== undefined)
    .flatMap(({ step, label, drop }): Button[][] => [
      [{ label: text(label), action: { choice: `${STEP}${step}` } }],
      ...(drop && answerList(talk.draft, step).length > 0
        ? [[{ label: text(drop), action: { choice: `${DROP}${step}` } }]]
        : []),
    ]);

function changeIn(changes: readonly Change[], choice: string | null, draft: Draft): Taken | null {
  const found = changes.find(({ step }) => choice === `${STEP}${step}` || choice === `${DROP}${step}`);
  if (!found) return null;
  const { step, clears } = found;
  if (choice === `${DROP}${step}`) return { kind: 'drop', step };
  return { kind: 'change', step, clears: clears?.(draft) ?? [] };
}
