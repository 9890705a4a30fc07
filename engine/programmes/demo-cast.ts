// How the casts of the demo act: each in a web chat of their own, as themselves, with the roles they hold by now.
import type { Actor, Grant } from '../kernel/actor.ts';
import type { Desk } from '../kernel/chat.ts';
import type { Language } from '../kernel/languages.ts';
import type { Result } from '../kernel/result.ts';
import { actorOf, personOfChat } from '../people/reach.ts';
import type { EngineContext } from './context.ts';

export interface CastMember {
  readonly id: string;
  readonly desk: Desk;
  readonly name: string;
  readonly language: Language;
  readonly region: string | null;
  readonly grants: readonly Grant[];
}

export const chatOf = (member: Pick<CastMember, 'id' | 'desk'>): string =>
  `${member.desk}.web.demo-${member.id}`;

/** Someone of the cast as the actor of a command, with the roles held by now. */
export async function actor(ctx: EngineContext, member: CastMember): Promise<Actor> {
  const person = await personOfChat(ctx, chatOf(member));
  if (!person) throw new TypeError(`the demo has no ${member.id}`);
  return actorOf(person);
}

/** @throws TypeError when a step of the demo was refused: the demo then contradicts the rules */
export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new TypeError(`the demo was refused: ${result.reasons.map((reason) => reason.code).join(', ')}`);
}
