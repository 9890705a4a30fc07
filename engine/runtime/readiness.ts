// Whether a supervised child answers at the moment. Used by supervise.ts only.

/** Whether the present process is ready; whoever waits while it crashes goes on waiting for the next one. */
export class Readiness {
  readonly reached: Promise<void>;
  #resolve: () => void = () => undefined;
  #isReached = false;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  reach(): void {
    this.#isReached = true;
    this.#resolve();
  }

  next(): Readiness {
    return this.#isReached ? new Readiness() : this;
  }
}
