// What the web chat is built from; the composition (api/main.ts) hands it in.
import type { Expecting } from '../../bot/dialogue/conversation.ts';
import type { Receiver } from '../../bot/dialogue/receiver.ts';
import type { ChatAddress, Desk } from '../../engine/kernel/chat.ts';
import type { UploadLimits } from '../../engine/media/upload-limits.ts';
import type { EngineContext } from '../../engine/programmes/context.ts';
import type { Persona } from '../../engine/runtime/demo/personas.ts';
import type { StreamLimits } from './open-streams.ts';

export interface ChatDemo {
  /** The chats of its people, which everybody may use. */
  readonly chats: readonly ChatAddress[];
  personas(): Promise<readonly Persona[]>;
  /** Moves the demo's time ahead. @returns the new time */
  advance(milliseconds: number): Promise<Date>;
  /** Names the demo since it was last started over. */
  run(): Promise<string>;
  /** Everything from the beginning, for everybody. */
  startOver(): Promise<void>;
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
  /** What the question that waits in a chat takes: files are read only where one is asked for, none without it. */
  readonly expected?: Expecting['expected'];
  readonly uploads?: UploadLimits;
  /** Event streams at a time. */
  readonly streams?: StreamLimits;
}
