// What a script is handed at each turn: who speaks, in which language, what was answered so far. No framework, no database.
import type { Actor, Command } from '../../engine/kernel/actor.ts';
import type { ChatAddress } from '../../engine/kernel/chat.ts';
import type { Language } from '../../engine/kernel/languages.ts';
import type { Draft, DraftValue } from './session.ts';
import type { FileKind, FileRef } from './update.ts';

/** `E` is the environment that the scripts' use-cases take (the engine's context). */
export interface Talk<E> {
  readonly env: E;
  /** Nobody yet for a newcomer: an actor without grants. */
  readonly actor: Actor;
  readonly address: ChatAddress;
  readonly language: Language;
  readonly now: Date;
  /** What the dialogue was started with, e.g. the id on a card's button. */
  readonly argument: string;
  readonly draft: Draft;
  /** The command of this turn's `step`: the same when the turn is repeated. */
  command(step: string): Command;
  /**
   * Keeps a file that still lies with the channel, if its content is of one of these kinds.
   * @returns the id of the kept media. @throws FileTooLarge, FileRefused
   */
  keep(file: FileRef, kinds: readonly FileKind[]): Promise<string>;
  /** Files of the draft are being handed to a use-case (`taken` null), which took them or refused. */
  handOver(files: readonly string[], taken: boolean | null): Promise<void>;
}

/** The draft's value of a step as text; empty when it was skipped. */
export const answer = (draft: Draft, step: string): string => String(draft[step] ?? '');

export const answerNumber = (draft: Draft, step: string): number => Number(draft[step]);

export function answerList(draft: Draft, step: string): readonly string[] {
  const value: DraftValue | undefined = draft[step];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
