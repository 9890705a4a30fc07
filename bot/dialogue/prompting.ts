// How a question is dressed: progress above it, Back / Skip / Cancel beneath it.
import { type Button, type Text, text } from '../../engine/kernel/message.ts';
import type { Flow } from './session.ts';
import type { Dialogue, InputStep, Prompt, Step } from './step.ts';

export const BACK = '!back';
export const SKIP = '!skip';
export const CANCEL = '!cancel';

/** Fewer questions than this need no counter. */
const COUNTED_FROM = 3;

const choice = (label: string, value: string): Button => ({ label: text(label), action: { choice: value } });

export function dressed<E>(dialogue: Dialogue<E>, flow: Flow, step: InputStep<E>, prompt: Prompt): Prompt {
  const navigation: Button[] = [];
  if (flow.history.length > 0) navigation.push(choice('common:button.back', BACK));
  if (step.optional) navigation.push(choice('common:button.skip', SKIP));
  navigation.push(choice('common:button.cancel', CANCEL));
  const texts = [...progress(dialogue, flow), ...prompt.texts];
  return { ...prompt, texts, buttons: [...(prompt.buttons ?? []), navigation] };
}

function progress<E>(dialogue: Dialogue<E>, flow: Flow): Text[] {
  const asked = dialogue.steps.filter((step) => step.kind === 'input' && applies(step, flow));
  if (asked.length < COUNTED_FROM) return [];
  const at = asked.findIndex((step) => step.id === flow.step) + 1;
  return [text('common:dialogue.progress', { at, of: asked.length })];
}

export const applies = <E>(step: Step<E>, flow: Flow): boolean => step.when?.(flow.draft) ?? true;
