// How a question is dressed: progress above it, Back and Skip beneath it, and Cancel last, in a row of its own.
import { type Button, type Text, text } from '../../engine/kernel/message.ts';
import type { Flow } from './session.ts';
import type { Dialogue, InputStep, Prompt, Step } from './step.ts';

export const BACK = '!back';
export const SKIP = '!skip';
export const CANCEL = '!cancel';
/** The answers to whether everything is to be thrown away. */
export const LEAVE = '!leave';
export const STAY = '!stay';

/** Fewer questions than this need no counter. */
const COUNTED_FROM = 3;

const choice = (label: string, value: string): Button => ({ label: text(label), action: { choice: value } });

export function dressed<E>(dialogue: Dialogue<E>, flow: Flow, step: InputStep<E>, prompt: Prompt): Prompt {
  const navigation: Button[] = [];
  if (flow.history.length > 0) navigation.push(choice('common:button.back', BACK));
  // Beside what was given already, Done says what Skip would.
  if (step.optional && (step.gathered?.(flow.draft) ?? null) === null)
    navigation.push(choice('common:button.skip', SKIP));
  const cancel = dialogue.first ? [] : [choice('common:button.cancel', CANCEL)];
  const rows = [...(prompt.buttons ?? []), navigation, cancel].filter((row) => row.length > 0);
  return { ...prompt, texts: [...progress(dialogue, flow), ...prompt.texts], buttons: rows };
}

/** Asks before `count` answers are thrown away. */
export const leaveQuestion = (count: number): Prompt => ({
  texts: [text('common:dialogue.cancel-sure', { count })],
  buttons: [[choice('common:button.cancel-yes', LEAVE)], [choice('common:button.cancel-no', STAY)]],
});

function progress<E>(dialogue: Dialogue<E>, flow: Flow): Text[] {
  const asked = dialogue.steps.filter((step) => step.kind === 'input' && applies(step, flow));
  if (asked.length < COUNTED_FROM) return [];
  const at = asked.findIndex((step) => step.id === flow.step) + 1;
  return [text('common:dialogue.progress', { at, of: asked.length })];
}

export const applies = <E>(step: Step<E>, { draft, known }: Flow): boolean =>
  !known?.includes(step.id) && (step.when?.(draft) ?? true);
