// One direction of a connection through the proxy: bytes wait here and go on as the fault of the moment lets them.
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';

export interface Passage {
  /** Nothing passes, not even the end of the connection; what came meanwhile passes later, as TCP repeats it. */
  readonly held?: boolean;
  /** Milliseconds before each piece. */
  readonly late?: number;
  /** Bytes in a piece. */
  readonly piece?: number;
  /** Bytes that still pass; then the connection breaks. */
  readonly most?: number;
}

/** A socket, which ends when everything that was written has gone; or any other stream. */
type LaneEnd = Writable & Partial<Pick<Socket, 'destroySoon'>>;

export class Lane {
  readonly #to: LaneEnd;
  readonly #cut: () => void;
  readonly #waiting: Buffer[] = [];
  #passage: Passage = {};
  #left = Number.POSITIVE_INFINITY;
  #ended = false;
  #pumping = false;

  /** @param cut breaks the whole connection */
  constructor(from: Readable, to: LaneEnd, cut: () => void) {
    this.#to = to;
    this.#cut = cut;
    from.on('data', (bytes: Buffer) => {
      this.#waiting.push(bytes);
      void this.#pump();
    });
    from.on('close', () => {
      this.#ended = true;
      void this.#pump();
    });
  }

  pass(passage: Passage): void {
    this.#passage = passage;
    this.#left = passage.most ?? Number.POSITIVE_INFINITY;
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (!this.#passage.held && this.#waiting.length > 0) {
      const { late = 0 } = this.#passage;
      if (late > 0) await delay(late);
      // It may have changed while this waited.
      if (!this.#passage.held) this.#passOne();
    }
    this.#pumping = false;
    if (this.#ended && !this.#passage.held) this.#to.destroySoon?.();
  }

  #passOne(): void {
    const [first = Buffer.alloc(0), ...rest] = this.#waiting;
    const size = Math.min(first.length, this.#passage.piece ?? first.length, this.#left);
    const after = first.subarray(size);
    this.#waiting.splice(0, this.#waiting.length, ...(after.length > 0 ? [after] : []), ...rest);
    if (!this.#to.destroyed) this.#to.write(first.subarray(0, size));
    this.#left -= size;
    if (this.#left > 0) return;
    this.#waiting.length = 0;
    this.#cut();
  }
}
