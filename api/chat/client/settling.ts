// A button that has just come, or moved under the pointer, is not pressed: whoever clicks then meant what stood there
// before. Called by the log after it changed, and by each button when it is clicked.

/**
 * Milliseconds for which a button must have stood still. More than the pause of the server (TAP_PAUSE), which counts from
 * when it has sent a message: the page has it a little earlier.
 */
export const SETTLES = 700;
/** Pixels that nobody notices. */
const STILL = 4;

/** What is needed of a button: where it stands. */
export interface Standing {
  getBoundingClientRect(): { readonly top: number; readonly left: number };
}

interface Place {
  readonly top: number;
  readonly left: number;
  /** Since when, by the page's clock; long ago where it was the reader who scrolled. */
  readonly since: number;
}

export class Settling<B extends Standing & WeakKey> {
  readonly #places = new WeakMap<B, Place>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Looks where the buttons stand. @param byReader true when it was the reader who moved them */
  look(buttons: Iterable<B>, byReader = false): void {
    const now = this.#now();
    for (const button of buttons) {
      const { top, left } = button.getBoundingClientRect();
      const before = this.#places.get(button);
      const moved = !before || Math.abs(before.top - top) > STILL || Math.abs(before.left - left) > STILL;
      const since = !moved || (byReader && before) ? before.since : now;
      this.#places.set(button, { top, left, since });
    }
  }

  /** True for a button that has stood where it is long enough to be meant. */
  isStill(button: B): boolean {
    const place = this.#places.get(button);
    return place === undefined || this.#now() - place.since >= SETTLES;
  }
}

/** The second click of a double click, which was meant for what the first one pressed. 0 clicks: the keyboard. */
export const isRepeated = ({ detail }: { readonly detail: number }): boolean => detail > 1;
