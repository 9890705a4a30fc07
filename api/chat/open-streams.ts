// How many event streams are open: each costs memory and readings for as long as its page stays. Counted per visitor,
// so that one cannot take the places of all, and per process.
import { text } from '../../engine/kernel/message.ts';
import { ChatProblem } from './problem.ts';

export interface StreamLimits {
  /** Pages that one visitor may have open. */
  readonly perVisitor: number;
  readonly perProcess: number;
}

export const usualStreams: StreamLimits = { perVisitor: 20, perProcess: 2_000 };

export interface OpenStreams {
  /**
   * Takes a place. @returns a function that gives it back; calling it again changes nothing
   * @throws ChatProblem where the visitor, or the process, has too many
   */
  take(visitor: string): () => void;
}

export function openStreams({ perVisitor, perProcess }: StreamLimits): OpenStreams {
  const held = new Map<string, Set<symbol>>();
  let all = 0;
  return {
    take: (visitor) => {
      const own = held.get(visitor) ?? new Set<symbol>();
      if (own.size >= perVisitor)
        throw new ChatProblem('too-many-requests', text('web:problem.too-many-pages'));
      if (all >= perProcess) throw new ChatProblem('unavailable', text('web:problem.unavailable'));
      const place = Symbol(visitor);
      held.set(visitor, own.add(place));
      all += 1;
      return () => {
        if (!own.delete(place)) return;
        all -= 1;
        if (own.size === 0) held.delete(visitor);
      };
    },
  };
}
