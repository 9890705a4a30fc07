// A channel that brings everything several times at once, to any of the processes that listen. Called by tests of replay.
import type { Receiver } from '../../../bot/dialogue/receiver.ts';
import type { IncomingUpdate } from '../../../bot/dialogue/update.ts';
import type { Desk } from '../../../engine/kernel/chat.ts';
import type { Receiving } from './world.ts';

export interface Brought {
  readonly desk: Desk;
  readonly update: IncomingUpdate;
}

export interface Repeating extends Receiving {
  /** Each update once, as it came. */
  readonly brought: readonly Brought[];
  /** What the receivers said of each repeat. */
  readonly said: readonly ('new' | 'known')[];
  /** Brings an update `times` more, to all receivers of its desk in turn. */
  again(brought: Brought): Promise<void>;
  /** Resolves when no receiver is at work. */
  idle(): Promise<void>;
}

export function repeating(receivers: number, times: number): Repeating {
  const brought: Brought[] = [];
  const said: ('new' | 'known')[] = [];
  const listening = new Map<Desk, readonly Receiver[]>();

  async function bring({ desk, update }: Brought): Promise<void> {
    const own = listening.get(desk) ?? [];
    const repeats = Array.from({ length: times }, (_, count) => own[count % own.length]?.accept(update));
    for (const answer of await Promise.all(repeats)) if (answer) said.push(answer);
  }

  return {
    receivers,
    brought,
    said,
    again: bring,
    idle: async () => {
      await Promise.all([...listening.values()].flat().map((receiver) => receiver.idle()));
    },
    through: (own, desk) => {
      listening.set(desk, own);
      const [first] = own;
      if (!first) throw new RangeError('a desk needs a receiver');
      const accept = async (update: IncomingUpdate) => {
        brought.push({ desk, update });
        await bring({ desk, update });
        return 'new' as const;
      };
      return { ...first, accept };
    },
  };
}
