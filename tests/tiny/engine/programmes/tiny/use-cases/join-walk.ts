// Somebody joins the walk, once, and says what they wish for.
import type { Command } from '../../../../../../engine/kernel/actor.ts';
import type { Language } from '../../../../../../engine/kernel/languages.ts';
import { ok, type Result, refused } from '../../../../../../engine/kernel/result.ts';
import { registerPerson } from '../../../../../../engine/people/register.ts';
import type { EngineContext } from '../../../../../../engine/programmes/context.ts';
import { create } from '../../../../../../engine/store/command.ts';
import { walkJoined } from '../events.ts';
import { walks } from '../store.ts';

export interface NewWalker {
  readonly chat: string;
  readonly language: Language;
  readonly name: string;
  readonly wish: string;
}

/** @returns the person's id */
export async function joinWalk(
  ctx: EngineContext,
  command: Command,
  { wish, ...who }: NewWalker,
): Promise<Result<string>> {
  const blank = { region: null, phone: null, grants: [], student: null, consents: [] };
  const person = await registerPerson(ctx, { ...command, id: `${command.id}/person` }, { ...who, ...blank });
  if (!person.ok) return person;
  const made = await create(ctx, walks, person.value, command, {
    action: 'walk joined',
    set: { state: 'joined', wish, since: ctx.clock.now() },
    events: [walkJoined({ person: person.value })],
    result: person.value,
  });
  return made.created ? ok(made.result) : refused('tiny.joined-already');
}
