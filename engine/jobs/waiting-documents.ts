// The owner documents that nudges have named since somebody last looked: each once, however often it was named.
import type { Waiting } from '../store/context.ts';

export class WaitingDocuments {
  readonly #ids = new Map<string, Set<string>>();

  add({ owner, id }: Waiting): void {
    const ids = this.#ids.get(owner);
    if (ids) ids.add(id);
    else this.#ids.set(owner, new Set([id]));
  }

  get empty(): boolean {
    return this.#ids.size === 0;
  }

  /** The ids that were named of a collection. */
  of(owner: string): readonly string[] {
    return [...(this.#ids.get(owner) ?? [])];
  }
}
