// The script of a desk: which dialogues it holds, which commands start them, and what its menu offers.
import type { Desk } from '../../engine/kernel/chat.ts';
import type { Dialogue, Prompt } from './step.ts';
import type { Talk } from './talk.ts';

export interface DeskScript<E> {
  readonly desk: Desk;
  readonly dialogues: readonly Dialogue<E>[];
  /** Command name → dialogue id. /start, /menu, /cancel are the runner's own. */
  readonly commands: Readonly<Record<string, string>>;
  /** Greets a newcomer; its argument is the payload of /start. */
  readonly welcome: string;
  /** Opens a deep link for someone who has been greeted; its argument is the payload. */
  readonly openLink: string;
  /** The dialogue that leads to the secure form: offered where a personal number was typed. */
  readonly secureForm?: string;
  /** What a person may do now: buttons that start dialogues. */
  menu(talk: Talk<E>): Promise<Prompt>;
}

/** @throws RangeError when a command names a dialogue that the desk does not hold, or two dialogues share an id */
export function checkDesk<E>(script: DeskScript<E>): DeskScript<E> {
  const ids = script.dialogues.map((each) => each.id);
  if (new Set(ids).size < ids.length) throw new RangeError(`desk ${script.desk}: two dialogues share an id`);
  const { commands, welcome, openLink, secureForm = welcome } = script;
  const named = [...Object.values(commands), welcome, openLink, secureForm];
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown !== undefined) throw new RangeError(`desk ${script.desk}: no dialogue ${unknown}`);
  return script;
}
