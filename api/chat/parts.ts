// What the web chat is built from; the composition (api/main.ts) hands it in.
import type { Receiver } from '../../bot/dialogue/receiver.ts';
import type { Desk } from '../../engine/kernel/chat.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { Persona } from '../../engine/runtime/demo/personas.ts';

export interface ChatDemo {
  personas(): Promise<readonly Persona[]>;
  /** Moves the demo's time ahead. @returns the new time */
  advance(milliseconds: number): Promise<Date>;
}

export interface ChatParts {
  readonly ctx: EngineContext;
  readonly receivers: Readonly<Record<Desk, Pick<Receiver, 'accept'>>>;
  /** `redis://…` or a socket's path. */
  readonly redisUrl: string;
  /** Signs the visitor's cookie. */
  readonly secretKey: string;
  /** Null outside demo mode: then none of its routes exists. */
  readonly demo: ChatDemo | null;
}
