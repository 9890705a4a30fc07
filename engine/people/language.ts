// The language in which a person is written to, at every desk.
import type { Command } from '../kernel/actor.ts';
import type { Language } from '../kernel/languages.ts';
import { ok, type Result } from '../kernel/result.ts';
import { change } from '../store/command.ts';
import type { StoreContext } from '../store/context.ts';
import { people } from './store.ts';

export function setLanguage(
  ctx: StoreContext,
  command: Command,
  personId: string,
  language: Language,
): Promise<Result<Language>> {
  return change(ctx, people, personId, command, () =>
    ok({ action: 'language chosen', set: { language }, result: language }),
  );
}
