// Waits for the next change of a chat without looking again and again; none is missed between two waits.

/** Registers a listener. @returns how to stop listening */
export type Listen = (heard: () => void) => () => void;

export class Watch {
  #hasChanged = false;
  #wake: (() => void) | undefined;
  readonly stop: () => void;

  constructor(listen: Listen) {
    this.stop = listen(() => {
      this.#hasChanged = true;
      this.#wake?.();
    });
  }

  /** Resolves with a change since the last call, now or later; or after so many milliseconds. */
  async next(withinMs: number): Promise<void> {
    if (!this.#hasChanged)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.#wake = () => {
          clearTimeout(timer);
          // One turn later, when the call that caused the change is recorded as answered.
          setImmediate(resolve);
        };
      });
    this.#hasChanged = false;
    this.#wake = undefined;
  }
}
