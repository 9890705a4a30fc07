// Notes in a person's audit chain what was done about them elsewhere: their account was read, a message sent again.
// Changes nothing else of the person.
import type { Command } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { people } from './store.ts';

/** @param details ids only, never personal data */
export function noteOnPerson(
  ctx: StoreContext,
  command: Command,
  personId: string,
  action: string,
  details: Readonly<Record<string, string>>,
): Promise<Result<string>> {
  return change(ctx, people, personId, command, () => ok({ action, set: {}, result: personId, details }));
}
